import { InputError } from '../../scenario/input-error.ts'
import { parseJson } from '../../scenario/parse-json.ts'
import { checkAnswers } from './answers.ts'
import { ConfigReading, isObject, quoted, type Answers, type Config } from './config-reading.ts'
import { dimensions } from './dimensions.ts'
import { draftOf } from './draft.ts'
import { putFact } from './facts.ts'
import { familyOf, type Family } from './families.ts'
import type { ImportPreview } from './import-preview.ts'
import { precision } from './precision.ts'
import { UNKNOWN_READERS } from './unknown-family.ts'
import { OTHER_PARTS, unreadKeys } from './unread-keys.ts'
import { wholeOfModel } from './whole-of-model.ts'

/** Objects that hold the language model of a multimodal one. */
const SECTIONS = ['text_config', 'language_config', 'llm_config', 'thinker_config']

const typeOf = (config: Config): string | null => {
  const type = Object.hasOwn(config, 'model_type') ? config['model_type'] : undefined
  return typeof type === 'string' && type.length <= 100 ? type : null
}

/** The key of the object that describes the language model; null where the file itself does. */
const sectionOf = (config: Config): string | null =>
  SECTIONS.find((key) => Object.hasOwn(config, key) && isObject(config[key])) ?? null

/** The inner type names the language model best; the outer one is taken where it alone is known. */
function modelTypeOf(config: Config, section: string | null): string | null {
  const inner = section === null ? null : typeOf(config[section] as Config)
  const outer = typeOf(config)
  if (inner !== null && familyOf(inner) !== undefined) return inner
  return outer !== null && familyOf(outer) !== undefined ? outer : (inner ?? outer)
}

/**
 * Reads the text of a Hugging Face `config.json`.
 * @throws InputError for what is not JSON, or no object
 */
export const readHuggingFaceConfig = (text: string): ImportPreview => readConfig(parseJson(text))

/**
 * Reads a parsed `config.json`: what each field of an entry is, and which key says so. Wrong values are problems of the
 * preview, each with its key, and their fields are missing. Answers go before what the file says.
 * @throws InputError where it is no object
 */
export function readConfig(parsed: unknown, given: Answers = {}): ImportPreview {
  if (!isObject(parsed))
    throw new InputError('', `is ${quoted(parsed)}; expected an object: the config.json of a model`)
  const section = sectionOf(parsed)
  const modelType = modelTypeOf(parsed, section)
  const family = modelType === null ? undefined : familyOf(modelType)
  const { answers, problems } = checkAnswers(given)
  const reading = new ConfigReading(parsed, section, family?.defaults ?? {}, answers)
  reading.problems.push(...problems)
  reading.ignore('model_type', 'architectures', 'auto_map', '_name_or_path', 'transformers_version')

  dimensions(reading)
  readFamily(reading, family)
  wholeOfModel(reading)
  precision(reading)
  reading.putRest()
  leftOut(reading)

  const fields = [...reading.fields.values()]
  return {
    modelType,
    family: family?.name ?? null,
    draft: draftOf(fields),
    fields,
    notUnderstood: unreadKeys(reading, parsed, section),
    // A key that several fields hang on is wrong once.
    problems: reading.problems.filter(({ key }, i, all) => all.findIndex((other) => other.key === key) === i),
    notes: reading.notes,
    config: parsed,
  }
}

function readFamily(reading: ConfigReading, family: Family | undefined): void {
  for (const reader of family?.readers ?? UNKNOWN_READERS) reader(reading)
  for (const fact of family?.facts ?? []) putFact(reading, fact(family!.name))
}

function leftOut(reading: ConfigReading): void {
  if (reading.find(...OTHER_PARTS) !== undefined) reading.notes.push('Text part only.')
  const prediction = reading.find('num_nextn_predict_layers', 'mtp_num_hidden_layers', 'num_mtp_modules')
  if (typeof prediction?.value === 'number' && prediction.value > 0)
    reading.notes.push('Prediction layers are not counted.')
}
