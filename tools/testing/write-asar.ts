import { writeFileSync } from 'node:fs'

/** A folder by the names in it; a file is null. */
export interface AsarTree {
  readonly [name: string]: AsarTree | null
}

/** Writes an archive of empty files. */
export function writeAsar(path: string, tree: AsarTree): void {
  const node = (entry: AsarTree | null): object =>
    entry === null
      ? { size: 0, offset: '0' }
      : { files: Object.fromEntries(Object.entries(entry).map(([name, inside]) => [name, node(inside)])) }
  const text = Buffer.from(JSON.stringify(node(tree)))
  const prefix = Buffer.alloc(16)
  // A pickle of one number, the header's size; then the header's pickle: its payload's size, the text's length, the text.
  for (const [index, value] of [4, text.length + 8, text.length + 4, text.length].entries())
    prefix.writeUInt32LE(value, index * 4)
  writeFileSync(path, Buffer.concat([prefix, text]))
}
