import { expect, it } from 'vitest'
import type { Origin } from '../../../shared/catalog/hugging-face/import-preview.ts'
import { importedValue, originInWords } from './import-origin.ts'

it.each<[Origin, string]>([
  [{ from: 'config', key: 'text_config.num_hidden_layers', value: 32 }, 'text_config.num_hidden_layers'],
  [{ from: 'derived', how: 'layers − dense layers' }, 'derived: layers − dense layers'],
  [{ from: 'family', reason: 'Llama has a gated feed-forward' }, 'Llama has a gated feed-forward'],
  [{ from: 'default', key: 'x', reason: 'the file has no x' }, 'the file has no x'],
  [{ from: 'answer' }, 'your answer'],
])('%j is told as %s', (origin, words) => expect(originInWords(origin)).toBe(words))

it.each([
  [null, '–'],
  [undefined, '–'],
  [true, 'yes'],
  [false, 'no'],
  [4096, '4,096'],
  ['gqa', 'gqa'],
  [{ kind: 'kda' }, 'yes'],
])('a value of %j is shown as %s', (value, words) => expect(importedValue({ value })).toBe(words))
