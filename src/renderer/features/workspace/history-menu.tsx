import HistoryIcon from 'lucide-solid/icons/rotate-ccw-clock'
import type { JSX } from 'solid-js'
import { Menu } from '../../ui/menu.tsx'
import type { Workspace } from './create-workspace.ts'

/** Every step of the work, newest first; choosing one goes there, and what came after can be done again. */
export function HistoryMenu(props: { readonly workspace: Workspace }): JSX.Element {
  const { history } = props.workspace.document
  const items = () =>
    history
      .steps()
      .map((label, step) => ({ label, current: step === history.at(), onSelect: () => history.jump(step) }))
      .toReversed()
  return (
    <Menu label="History" class="button icon-only" items={items()}>
      <HistoryIcon size={14} aria-hidden="true" />
    </Menu>
  )
}
