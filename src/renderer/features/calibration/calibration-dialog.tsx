import { createEffect, createMemo, For, Match, on, Show, Switch, type JSX } from 'solid-js'
import { FITTED_CONSTANTS } from '../../../shared/validation/calibration/fitted-constants.ts'
import { percent } from '../../../shared/report/format.ts'
import { Check } from '../../ui/check.tsx'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import type { Calibrating } from './create-calibration.ts'
import { FittedResult } from './fitted-result.tsx'
import { KeptSets } from './kept-sets.tsx'

/** Fits constants to the measurements in view: which, how far it is, what came of it, and the sets that are kept. */
export function CalibrationDialog(props: { readonly calibration: Calibrating }): JSX.Element {
  const { calibration } = props
  let body!: HTMLDivElement
  /** What is shown: progress changes nothing of it, keeping does. */
  const shown = createMemo(() => {
    const now = calibration.stage()
    return now.kind === 'fitted' && now.isKept ? 'kept' : now.kind
  })
  // The button that had the focus is gone: the keyboard goes on inside the dialog.
  createEffect(on(shown, () => body.focus(), { defer: true }))
  const at = <K extends ReturnType<Calibrating['stage']>['kind']>(kind: K) => {
    const now = calibration.stage()
    return now.kind === kind ? (now as Extract<typeof now, { kind: K }>) : null
  }
  return (
    <DialogFrame title="Fit constants" class="calibration" onClose={() => calibration.close()}>
      <div class="calibration-body" ref={body} tabindex="-1">
        <Switch>
          <Match when={at('asking')}>
            {(asking) => (
              <form
                class="calibration-form"
                onSubmit={(event) => {
                  event.preventDefault()
                  void calibration.fit()
                }}
              >
                <p>
                  To {calibration.sourceName()}, one value for all rows, so that a few rows that are far off count
                  little. What the rows cannot determine is left as it is.
                </p>
                <fieldset class="calibration-choices">
                  <legend class="section-label">Constants to fit</legend>
                  <For each={FITTED_CONSTANTS}>
                    {({ id, label }) => (
                      <Check
                        label={label}
                        checked={calibration.chosen().includes(id)}
                        onChange={(isChosen) => calibration.choose(id, isChosen)}
                      />
                    )}
                  </For>
                </fieldset>
                <Show when={asking().problem}>
                  {(problem) => (
                    <p class="problem" role="alert">
                      {problem()}
                    </p>
                  )}
                </Show>
                <div class="form-actions">
                  <button type="submit" class="button primary" disabled={calibration.chosen().length === 0}>
                    Fit
                  </button>
                </div>
              </form>
            )}
          </Match>
          <Match when={at('fitting')}>
            {(fitting) => (
              <div class="calibration-form" role="status">
                <p>Fitting, then once more without each group of rows, for the intervals: {percent(fitting().share)}</p>
                <progress aria-label="Share that is done" max="1" value={fitting().share} />
                <div class="form-actions">
                  <button type="button" class="button" onClick={() => calibration.cancel()}>
                    Cancel
                  </button>
                </div>
              </div>
            )}
          </Match>
          <Match when={at('fitted')}>
            {(fitted) => (
              <FittedResult
                calibration={fitted().calibration}
                isKept={fitted().isKept}
                sourceName={calibration.sourceName()}
                onKeep={(name, notes) => void calibration.keep(name, notes)}
                onAgain={calibration.again}
              />
            )}
          </Match>
        </Switch>
        <KeptSets sets={calibration.sets} />
      </div>
    </DialogFrame>
  )
}
