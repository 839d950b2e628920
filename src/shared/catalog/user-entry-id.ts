/** Ids of a person's own entries begin with this; no entry of the app does, so that no update can ever take one. */
const PREFIX = 'user/'

/** An id from a name: "H100 at my price" is user/h100-at-my-price; where that is taken, with a number behind it. */
export function userEntryId(name: string, isTaken: (id: string) => boolean): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60)
  const id = PREFIX + (slug === '' ? 'entry' : slug)
  if (!isTaken(id)) return id
  let number = 2
  while (isTaken(`${id}-${number}`)) number++
  return `${id}-${number}`
}
