const LONGEST = 200

/** The name of what is kept beside one's own: "Study (imported)", "Study (imported 2)" and so on. */
export function importedName(name: string, number: number): string {
  const suffix = number === 1 ? ' (imported)' : ` (imported ${number})`
  return name.slice(0, LONGEST - suffix.length) + suffix
}

/** The first such name that is free, and those before it that are taken. */
export function freeImportedName(name: string, isTaken: (name: string) => boolean): { free: string; taken: string[] } {
  const taken: string[] = []
  for (let number = 1; ; number++) {
    const candidate = importedName(name, number)
    if (!isTaken(candidate)) return { free: candidate, taken }
    taken.push(candidate)
  }
}
