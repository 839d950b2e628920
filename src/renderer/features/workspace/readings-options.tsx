import { Popover } from '@kobalte/core/popover'
import Columns3 from 'lucide-solid/icons/columns-3'
import { For, type JSX } from 'solid-js'
import { READINGS_COLUMNS, type ReadingsColumnId } from '../../../shared/scenario/presentation-fields.ts'
import { Check } from '../../ui/check.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { NumberListField } from '../../ui/number-list-field.tsx'
import { within } from '../series-editor/number-problems.ts'
import type { Readings } from './create-readings.ts'
import type { Workspace } from './create-workspace.ts'

const COLUMN_NAMES: Readonly<Record<ReadingsColumnId, string>> = {
  fastest: 'Fastest point',
  preferred: 'Preferred point',
  cheapest: 'Cheapest point',
  sure: 'How sure',
  setup: 'GPUs and batch (in the Table view)',
}

const MOST = 12

/** What the readings table reads: the speeds, the costs, the weight of speed, and the columns. */
export function ReadingsOptions(props: { readonly workspace: Workspace; readonly readings: Readings }): JSX.Element {
  const { setReadings } = props.workspace.document
  const settings = () => props.readings.settings()
  const choose = (id: ReadingsColumnId, on: boolean) =>
    setReadings(
      { columns: READINGS_COLUMNS.filter((column) => (column === id ? on : settings().columns.includes(column))) },
      `${on ? 'Show' : 'Hide'} column: ${COLUMN_NAMES[id]}`,
    )
  return (
    <Popover gutter={6} placement="top-end">
      <Popover.Trigger class="icon-button" aria-label="Table columns" title="Table columns">
        <Columns3 size={15} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class="menu popover" aria-label="Table columns">
          <NumberListField
            label="Costs at speeds"
            unit="tokens/s"
            values={settings().speeds}
            most={MOST}
            placeholder="round speeds, as many as fit"
            onChange={(speeds) => setReadings({ speeds: [...speeds] }, `Speeds of the table: ${speeds.join(', ')}`)}
          />
          <NumberListField
            label="Speeds at costs"
            unit="USD per M tokens"
            values={settings().costs}
            most={MOST}
            placeholder="none, as in 0.2, 0.5, 1"
            note="~ lies between two points of the frontier, on the line through their logarithms."
            onChange={(costs) => setReadings({ costs: [...costs] }, `Costs of the table: ${costs.join(', ')}`)}
          />
          <NumberField
            label="Preferred point: greatest speed^k / cost, k"
            unit="3 as in the paper"
            value={settings().speedWeight}
            problem={within(0, 20, 'a number from 0 to 20', false)}
            onChange={(speedWeight) =>
              setReadings({ speedWeight: speedWeight ?? 3 }, `Weight of speed: ${speedWeight ?? 3}`)
            }
          />
          <fieldset class="checks">
            <legend class="field-label">Columns</legend>
            <For each={READINGS_COLUMNS}>
              {(id) => (
                <Check
                  label={COLUMN_NAMES[id]}
                  checked={settings().columns.includes(id)}
                  onChange={(on) => choose(id, on)}
                />
              )}
            </For>
          </fieldset>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}
