import { InputError } from './input-error.ts'

const DEEPEST = 64
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * JSON from outside: no byte-order mark, no prototype keys, no nesting past 64 levels.
 * @throws InputError that says where
 */
export function parseJson(source: string): unknown {
  refuseDeepNesting(source)
  let value: unknown
  try {
    value = JSON.parse(source.charCodeAt(0) === 0xfeff ? source.slice(1) : source)
  } catch (error) {
    throw new InputError('', `is not valid JSON (${error instanceof Error ? error.message : String(error)})`)
  }
  refuseForbiddenKeys(value, '')
  return value
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
