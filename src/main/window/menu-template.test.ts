import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { MENU_COMMAND_NAMES, type MenuCommand } from '../../shared/contract/menu-commands.ts'
import { menuTemplate } from './menu-template.ts'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const menuFor = (isMac: boolean, send: (command: MenuCommand) => void = () => {}) =>
  flat(menuTemplate({ isMac, devTools: false, send, showAbout: () => {} }))

test.each([true, false])('every command of the contract is in the menu once, and sends itself (mac: %s)', (isMac) => {
  const sent: string[] = []
  const items = menuFor(isMac, (command) => sent.push(command))
  for (const item of items.filter(({ id }) => id !== undefined && id !== 'about'))
    item.click?.({} as never, undefined, {})
  expect(sent.toSorted()).toEqual(MENU_COMMAND_NAMES.toSorted())
})

test.each([true, false])('no two items share a key (mac: %s)', (isMac) => {
  const keys = menuFor(isMac).flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test('a packaged app has no developer tools', () => {
  expect(menuFor(false).some(({ role }) => role === 'toggleDevTools')).toBe(false)
})
