import { createRoot } from 'solid-js'
import { expect, it } from 'vitest'
import { createHistory } from './create-history.ts'

function history() {
  const clock = { ms: 0 }
  return { clock, ...createRoot(() => createHistory('a', () => clock.ms)) }
}

it('goes back and forth by steps', () => {
  const { change, undo, redo, present, canUndo, canRedo } = history()
  change('b')
  change('c')
  undo()
  expect([present(), canUndo(), canRedo()]).toEqual(['b', true, true])
  redo()
  expect([present(), canRedo()]).toEqual(['c', false])
  undo()
  undo()
  undo()
  expect([present(), canUndo()]).toEqual(['a', false])
})

it('undoes what was typed or dragged in one go together', () => {
  const { change, undo, present, clock } = history()
  for (const text of ['a1', 'a12', 'a123']) {
    clock.ms += 400
    change(text, 'price')
  }
  undo()
  expect(present()).toBe('a')
})

it('keeps apart what is of another kind, comes later, or follows an undo', () => {
  const { change, undo, present, clock } = history()
  change('b', 'price')
  change('c', 'context')
  undo()
  expect(present()).toBe('b')
  clock.ms += 100
  change('d', 'price')
  undo()
  expect(present()).toBe('b')
  change('e', 'price')
  clock.ms += 1500
  change('f', 'price')
  undo()
  expect(present()).toBe('e')
})

it('forgets what was before a new beginning', () => {
  const { change, reset, undo, present, canUndo } = history()
  change('b')
  reset('z')
  undo()
  expect([present(), canUndo()]).toEqual(['z', false])
})

it('names its steps and goes to any of them', () => {
  const { change, jump, present, steps, at } = history()
  change('b', null, 'Add b')
  change('c1', 'price', 'Price 1')
  change('c2', 'price', 'Price 2')
  expect([steps(), at()]).toEqual([['Opened', 'Add b', 'Price 2'], 2])
  jump(0)
  expect([present(), steps().length]).toEqual(['a', 3])
  jump(2)
  expect(present()).toBe('c2')
  jump(1)
  change('d', null, 'Other')
  expect(steps()).toEqual(['Opened', 'Add b', 'Other'])
})
