import { duplicateKey } from './duplicate-key.ts'
import { InputError } from './input-error.ts'

const DEEPEST = 64
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * JSON from outside, with or without a byte-order mark: no prototype keys, no field twice, no nesting past 64 levels.
 * @throws InputError that says where
 */
export function parseJson(source: string): unknown {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source
  refuseDeepNesting(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new InputError('', `is not valid JSON (${problemAt(error, text)})`)
  }
  refuseForbiddenKeys(value, '')
  const twice = duplicateKey(text)
  if (twice !== null) throw new InputError(twice, 'is there twice; keep one of them')
  return value
}

/** What a parser says, with the line and column where it says the position only. */
function problemAt(error: unknown, text: string): string {
  const says = error instanceof Error ? error.message : String(error)
  const position = /at position (\d+)$/.exec(says)?.[1]
  if (position === undefined) return says
  const before = text.slice(0, Number(position)).split('\n')
  return `${says.replace(/ in JSON at position \d+$/, '')} at line ${before.length}, column ${before.at(-1)!.length + 1}`
}

function refuseDeepNesting(source: string): void {
  let depth = 0
  let inString = false
  for (let i = 0; i < source.length; i++) {
    const character = source[i]
    if (inString) {
      if (character === '\\') i++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      if (++depth > DEEPEST) throw new InputError('', `is nested more than ${DEEPEST} levels deep`)
    } else if (character === '}' || character === ']') depth--
  }
}

function refuseForbiddenKeys(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    if (FORBIDDEN.has(key)) throw new InputError(at, 'is a forbidden field name; remove it')
    refuseForbiddenKeys(inner, at)
  }
}
