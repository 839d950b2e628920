import { expect, test } from 'vitest'
import { createFileDialogs, withExtension } from './file-dialogs.ts'

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
