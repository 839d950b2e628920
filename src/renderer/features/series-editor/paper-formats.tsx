import type { JSX } from 'solid-js'
import { ChoiceField } from '../../ui/choice-field.tsx'
import type { EditorPart } from './editor-part.ts'

const BITS = ['native', '16', '8', '4'] as const

const choiceOf = (bits: number | null): string => (bits === null ? 'native' : String(bits))
const bitsOf = (choice: string): number | null => (choice === 'native' ? null : Number(choice))

function options(own: number | undefined, chosen: number | null) {
  const ids: string[] = [...BITS]
  if (chosen !== null && !ids.includes(String(chosen))) ids.push(String(chosen))
  return ids.map((id) => ({ id, label: id === 'native' ? `as it is${own === undefined ? '' : ` (${own})`}` : id }))
}

/** Widths under the paper's rules, which know bits and no formats. */
export function PaperFormats(props: EditorPart): JSX.Element {
  const native = () => props.names.nativeBits(props.series.model)
  return (
    <>
      <ChoiceField
        label="Bits per weight"
        options={options(native()?.weight, props.series.weightBits)}
        value={choiceOf(props.series.weightBits)}
        onChange={(choice) => props.onChange({ weightBits: bitsOf(choice) })}
      />
      <ChoiceField
        label="Bits per activation and cached value"
        options={options(native()?.activation, props.series.activationBits)}
        value={choiceOf(props.series.activationBits)}
        onChange={(choice) => props.onChange({ activationBits: bitsOf(choice) })}
      />
    </>
  )
}
