import { RadioGroup } from '@kobalte/core/radio-group'
import { For, type JSX } from 'solid-js'
import type { StartUpBackup } from '../../../shared/contract/start-up-calls.ts'
import { backupFacts, backupTime } from './backup-in-words.ts'

/** The good backups, the newest first; one is chosen. */
export function BackupChoice(props: {
  readonly backups: readonly StartUpBackup[]
  /** By its name. */
  readonly chosen: string | null
  readonly onChoose: (name: string) => void
}): JSX.Element {
  return (
    <RadioGroup class="backups" value={props.chosen ?? ''} onChange={(name) => props.onChoose(name)}>
      <RadioGroup.Label class="section-label">Good backups</RadioGroup.Label>
      <div class="backup-list">
        <For each={props.backups}>
          {(backup) => (
            <RadioGroup.Item class="backup" value={backup.name}>
              <RadioGroup.ItemInput class="backup-input" />
              <RadioGroup.ItemControl class="backup-control" />
              <RadioGroup.ItemLabel class="backup-label">
                <span class="strong">{backupTime(backup.madeAt)}</span>
                <span class="backup-facts">{backupFacts(backup)}</span>
              </RadioGroup.ItemLabel>
            </RadioGroup.Item>
          )}
        </For>
      </div>
    </RadioGroup>
  )
}
