import { expect, test } from 'vitest'
import { commandArguments } from './command-arguments.ts'

const NAMES = ['frontier', 'report', '--help']

test.each([
  ['electron . --no-sandbox -- report a.json --pdf b.pdf', true, 'report a.json --pdf b.pdf'],
  ['electron . -- --version', true, '--version'],
  ['electron . frontier a.json --json', true, 'frontier a.json --json'],
  ['electron --inspect=0 . --no-sandbox report a.json', true, 'report a.json'],
  ['electron . --help', true, '--help'],
  ['Paretoscope report a.json', false, 'report a.json'],
  ['Paretoscope --no-sandbox -- report', false, 'report'],
])('%s is a command', (line, isDefaultApp, command) => {
  expect(commandArguments(line.split(' '), NAMES, isDefaultApp)).toEqual(command.split(' '))
})

test.each([
  ['electron .', true],
  ['electron . --no-sandbox', true],
  ['electron . --', true],
  ['electron report', true],
  ['Paretoscope', false],
  ['Paretoscope file.paretoscope.json', false],
  ['Paretoscope file report', false],
  ['report', false],
])('%s opens the window', (line, isDefaultApp) => {
  expect(commandArguments(line.split(' '), NAMES, isDefaultApp)).toBeNull()
})
