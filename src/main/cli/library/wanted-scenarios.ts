import { InputError } from '../../../shared/scenario/input-error.ts'

export interface NamedScenario {
  readonly id: number
  readonly name: string
}

/**
 * The scenarios that a person names, by name or by id, each once.
 * @throws InputError where there is none of a name, or there are several
 */
export function wantedScenarios(listed: readonly NamedScenario[], asked: readonly string[]): NamedScenario[] {
  return [...new Set(asked.map((word) => wanted(listed, word)))]
}

function wanted(listed: readonly NamedScenario[], word: string): NamedScenario {
  const named = listed.filter(({ name }) => name === word)
  if (named.length > 1) {
    const ids = named.map(({ id }) => id).join(', ')
    throw new InputError('', `"${word}": ${named.length} scenarios have this name; say which by its id: ${ids}`)
  }
  const found = named[0] ?? listed.find(({ id }) => String(id) === word)
  if (found !== undefined) return found
  const alike = listed
    .filter(({ name }) => name.toLowerCase().includes(word.toLowerCase()))
    .slice(0, 4)
    .map(({ name, id }) => `"${name}" (${id})`)
  const hint = alike.length === 0 ? 'library list shows them' : `did you mean ${alike.join(', ')}?`
  throw new InputError('', `"${word}": is neither name nor id of a scenario in the library; ${hint}`)
}
