import { expect, test } from 'vitest'
import { fileNameOf } from './scenario-file-name.ts'

test.each([
  ['Llama 3 70B by precision', 'Llama 3 70B by precision'],
  ['GPT-4: 16/8/4 bits', 'GPT-4 16 8 4 bits'],
  ['../../etc/passwd', 'etc passwd'],
  ['..\\..\\x', 'x'],
  ['a\0b\nc', 'a b c'],
  ['.hidden', 'hidden'],
  ['dots...', 'dots'],
  ['CON', 'Scenario'],
  ['', 'Scenario'],
  ['///', 'Scenario'],
  ['Größe 模型', 'Größe 模型'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('the scenario %j becomes the file %j', (name, file) => expect(fileNameOf(name)).toBe(file))
