import { createMemo, type JSX } from 'solid-js'
import { Picker } from '../../ui/picker.tsx'
import { draftGroups } from './draft-groups.ts'
import type { EditorPart } from './editor-part.ts'

/** The choice of a draft model, those that fit the series' model first. */
export function DraftPicker(
  props: Pick<EditorPart, 'series' | 'names'> & { readonly value: string; readonly onPick: (id: string) => void },
): JSX.Element {
  // Other edits of the series leave the list as it is.
  const model = createMemo(() => props.series.model)
  const rules = createMemo(() => props.series.rules)
  const groups = createMemo(() => draftGroups(props.names, { model: model(), rules: rules() }))
  return <Picker label="Draft model" groups={groups()} value={props.value} onChange={(id) => props.onPick(id)} />
}
