import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Workspace } from './pages/workspace.ts'

for (const colorScheme of ['light', 'dark'] as const)
  test(`every view is free of violations, ${colorScheme}`, async ({ app }) => {
    const workspace = new Workspace(app.window)
    await app.window.emulateMedia({ colorScheme })
    await workspace.computed(3)
    expect(await violations(app.window)).toEqual([])
    await workspace.edit('70B 8-bit')
    await app.window.getByRole('switch', { name: 'Speculative decoding' }).press('Space')
    await expect(app.window.getByRole('combobox', { name: 'Draft model' })).toBeVisible()
    expect(await violations(app.window)).toEqual([])
    await workspace.show('Side by side')
    expect(await violations(app.window)).toEqual([])
    await workspace.show('Table')
    expect(await violations(app.window)).toEqual([])
  })
