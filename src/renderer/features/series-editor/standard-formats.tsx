import type { JSX } from 'solid-js'
import type { KvFormat, WeightFormat } from '../../../shared/model/standard/formats.ts'
import { automaticKvFormat } from '../../../shared/report/format-support.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FieldMark } from '../../ui/field-mark.tsx'
import type { EditorPart } from './editor-part.ts'
import { AS_RELEASED, formatSays, weightFormatOptions } from './weight-format-options.ts'

/** Formats of weights and cache under the standard rules. */
export function StandardFormats(props: EditorPart): JSX.Element {
  const cacheOptions = () => [
    { id: 'automatic', label: `automatic (${automaticKvFormat(props.series, props.names.catalog) ?? 'as weights'})` },
    { id: 'bf16', label: 'bf16' },
    { id: 'fp8', label: 'fp8' },
  ]
  return (
    <>
      <div class="field">
        <Choice
          label="Weights"
          options={weightFormatOptions(props.series, props.names.catalog)}
          value={props.series.weightFormat ?? AS_RELEASED}
          onChange={(id) => props.onChange({ weightFormat: id === AS_RELEASED ? null : (id as WeightFormat) })}
        />
        <FieldMark label="Weights" />
        <p class="field-note">{formatSays(props.series, props.names.catalog)}</p>
      </div>
      <ChoiceField
        label="KV cache"
        options={cacheOptions()}
        value={props.series.kvFormat ?? 'automatic'}
        onChange={(id) => props.onChange({ kvFormat: id === 'automatic' ? null : (id as KvFormat) })}
      />
    </>
  )
}
