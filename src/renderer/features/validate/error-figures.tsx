import { For, Show, type JSX } from 'solid-js'
import type { ErrorSummary } from '../../../shared/validation/error-summary.ts'
import type { ValidationReport } from '../../../shared/validation/validation-report.ts'
import { percentText, signedPercentText } from './percent-text.ts'

/** The errors of the rows shown in a line of figures, and why some rows have none. */
export function ErrorFigures(props: {
  readonly summary: ErrorSummary | null
  readonly coverage: ValidationReport['coverage']
  readonly filtered: boolean
  /** Null: the measurements of the app. */
  readonly fileName: string | null
}): JSX.Element {
  const figures = (summary: ErrorSummary): readonly (readonly [name: string, value: string])[] => [
    ['mean error', percentText(summary.meanAbsoluteError)],
    ['median', percentText(summary.medianAbsoluteError)],
    ['bias', signedPercentText(summary.bias)],
    ['within 10 %', percentText(summary.within10Percent)],
    ['within 20 %', percentText(summary.within20Percent)],
    ['within 50 %', percentText(summary.within50Percent)],
  ]
  return (
    <section class="error-figures" aria-label="Errors of the rows shown" data-testid="error-figures">
      <Show when={props.summary} fallback={<p class="quiet">No row is left by these filters.</p>}>
        {(summary) => (
          <dl class="figures">
            <For each={figures(summary())}>
              {([name, value]) => (
                <div class="figure">
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </Show>
      <p class="coverage">
        <Show when={props.filtered}>
          <span class="strong">{props.summary?.rows ?? 0} rows shown, </span>
        </Show>
        {props.coverage.predicted} of {props.coverage.attempted} rows
        {props.fileName === null ? '' : ` of ${props.fileName}`} predicted.
        <Show when={props.coverage.notPredicted.length > 0}>
          {' '}
          Not predicted: {props.coverage.notPredicted.map(({ why, rows }) => `${rows} × ${why}`).join('; ')}.
        </Show>
      </p>
    </section>
  )
}
