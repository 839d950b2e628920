import { expect, test } from 'vitest'
import { createFileDialogs, fileNameOf, withExtension } from './file-dialogs.ts'

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

test('a path that gets its extension from us was not agreed to be replaced', () => {
  const scenario = (path: string) => withExtension(path, '.paretoscope.json', ['json', 'paretoscope'])
  for (const path of ['/a/b.paretoscope.json', '/a/b.JSON', '/a/b.paretoscope'])
    expect(scenario(path)).toEqual({ path, mayReplace: true })
  expect(scenario('/a/paretoscope')).toEqual({ path: '/a/paretoscope.paretoscope.json', mayReplace: false })
  expect(withExtension('/a/b', '.pdf', ['pdf'])).toEqual({ path: '/a/b.pdf', mayReplace: false })
  expect(withExtension('/a.pdf/b', '.pdf', ['pdf'])).toEqual({ path: '/a.pdf/b.pdf', mayReplace: false })
})

test('a dialog that was closed gives nothing', async () => {
  const dialogs = createFileDialogs({
    dialog: {
      showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
      showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
    },
    window: () => null,
    folder: () => '/home/me',
  })
  expect(await dialogs.chooseScenarios()).toEqual([])
  expect(await dialogs.placePdf('x')).toBeNull()
})
