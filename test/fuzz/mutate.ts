/** A generator of whole numbers below `most`, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}

/** What breaks readers: numbers beyond all bounds, wrong types, keys of prototypes, marks of other encodings. */
const NASTY = [
  'null',
  'true',
  '-1',
  '0',
  '1e999',
  '-1e999',
  '1e308',
  '5e-324',
  '9007199254740993',
  '0.1',
  'NaN',
  'Infinity',
  '""',
  '"\\u0000"',
  '"../../etc/passwd"',
  '[]',
  '{}',
  '{"__proto__":{"polluted":1}}',
  '"constructor"',
  '[[[[[[[[[[]]]]]]]]]]',
  '\uFEFF',
  '\uD800',
  '"',
  ',',
  ';',
  '=1+1',
  '1,5',
  '\r\n',
] as const

type Random = (most: number) => number

/** A text with one to four changes, at places and of kinds that the generator chooses. */
export function mutated(text: string, random: Random): string {
  let result = text
  for (let changes = 1 + random(4); changes > 0; changes--) result = CHANGES[random(CHANGES.length)]!(result, random)
  return result
}

const CHANGES: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random) => spliced(text, random(text.length + 1), 1, String.fromCharCode(random(0x250))),
  (text, random) => spliced(text, random(text.length + 1), 0, NASTY[random(NASTY.length)]!),
  (text, random) => spliced(text, random(text.length + 1), random(40), ''),
  (text, random) => {
    const start = random(text.length + 1)
    return spliced(text, random(text.length + 1), 0, text.slice(start, start + random(80)))
  },
  // A value in place of a value: such files are valid JSON and reach the deepest checks.
  (text, random) => replacedOne(text, /-?\d+(\.\d+)?(e[+-]?\d+)?/gi, NASTY[random(NASTY.length)]!, random),
  (text, random) => replacedOne(text, /"[^"\n]*"(?!\s*:)/g, NASTY[random(NASTY.length)]!, random),
  (text, random) => replacedOne(text, /"[^"\n]*"(?=\s*:)/g, `"${NAMES[random(NAMES.length)]!}"`, random),
]

const NAMES = ['name', 'series', 'model', 'version', '__proto__', 'toString', 'length', 'points', ''] as const

const spliced = (text: string, at: number, remove: number, insert: string): string =>
  text.slice(0, at) + insert + text.slice(at + remove)

function replacedOne(text: string, pattern: RegExp, by: string, random: Random): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { index, 0: whole } = found[random(found.length)]!
  return spliced(text, index, whole.length, by)
}
