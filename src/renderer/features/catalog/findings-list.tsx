import { For, Show, type JSX } from 'solid-js'
import type { Finding } from '../../../shared/catalog/finding.ts'

/** Shown at once; the rest is counted. */
const MOST = 4

/** What is not likely of an entry, or cannot be; said by words and a border, not by colour alone. */
export function FindingsList(props: {
  readonly findings: readonly Finding[]
  readonly title: string
  /** What a field is called; its path where it has no name. */
  readonly nameOf?: (path: string) => string | undefined
}): JSX.Element {
  return (
    <Show when={props.findings.length > 0}>
      <section class="findings" aria-label={props.title}>
        <p class="section-label">{props.title}</p>
        <ul>
          <For each={props.findings.slice(0, MOST)}>
            {({ path, message }) => (
              <li>
                <Show when={props.nameOf}>{(nameOf) => <strong>{nameOf()(path) ?? path} </strong>}</Show>
                {message}
              </li>
            )}
          </For>
          <Show when={props.findings.length > MOST}>
            <li class="quiet">and {props.findings.length - MOST} more</li>
          </Show>
        </ul>
      </section>
    </Show>
  )
}
