import { Show, type JSX } from 'solid-js'
import type { Series } from '../../../shared/scenario/scenario.ts'
import { NumberField } from '../../ui/number-field.tsx'
import type { EditorPart } from './editor-part.ts'
import { positiveOrEmpty, wholeWithin, within } from './number-problems.ts'

/** Scale-up domains that are searched where no limit is set (standard-setup.ts). */
const DOMAINS = 4

/** What will not be gone beyond, and what of the memory is not to be had. */
export function LimitFields(props: EditorPart): JSX.Element {
  const set = (limits: Partial<Series['limits']>) => props.onChange({ limits: { ...props.series.limits, ...limits } })
  const mostGpus = () => {
    const domain = props.names.domainSize(props.series.accelerator)
    return domain === null ? `${DOMAINS} domains` : `${DOMAINS} domains: ${DOMAINS * domain}`
  }
  const reserve = () => props.names.reserveBytes(props.series.model)
  return (
    <>
      <NumberField
        label="Most GPUs"
        unit="of a replica"
        value={props.series.limits.maxGpus}
        placeholder={mostGpus()}
        note="A domain is the GPUs that share scale-up links."
        problem={wholeWithin(1, 4096, 'a whole number from 1 to 4096, or nothing', true)}
        onChange={(maxGpus) => set({ maxGpus })}
      />
      <NumberField
        label="Least speed"
        unit="tokens/s per user"
        value={props.series.limits.minTokensPerSecond}
        placeholder="none"
        problem={positiveOrEmpty('a speed above 0, or nothing')}
        onChange={(minTokensPerSecond) => set({ minTokensPerSecond })}
      />
      <Show when={props.series.prefill !== null && props.series.prefill.mode !== 'none'}>
        <NumberField
          label="Longest time to first token"
          unit="seconds"
          value={props.series.limits.maxTtftSeconds}
          placeholder="none"
          note="The prompt’s own time and one token’s, without queueing."
          problem={positiveOrEmpty('a time above 0, or nothing')}
          onChange={(maxTtftSeconds) => set({ maxTtftSeconds })}
        />
      </Show>
      <NumberField
        label="Memory kept for the engine"
        unit="GB per GPU"
        value={props.series.reserveBytesPerGpu === null ? null : props.series.reserveBytesPerGpu / 1e9}
        placeholder={reserve() === null ? 'as the model asks' : String(reserve()! / 1e9)}
        note="For activations and the engine itself; weights and cache get the rest."
        problem={within(0, 1e6, 'a number from 0, or nothing', true)}
        onChange={(gigabytes) => props.onChange({ reserveBytesPerGpu: gigabytes === null ? null : gigabytes * 1e9 })}
      />
    </>
  )
}
