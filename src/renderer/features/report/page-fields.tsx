import ImagePlus from 'lucide-solid/icons/image-plus'
import { Show, type JSX } from 'solid-js'
import { LIGHT } from '../../../shared/report/palette.ts'
import { LOGO_TYPES } from '../../../shared/report/report-logo.ts'
import { REPORT_PALETTE_IDS, REPORT_PALETTES } from '../../../shared/report/report-palettes.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ReportState } from './create-report.ts'

/** Paper, and the marks of a house: author, logo, colours. */
export function PageFields(props: { readonly report: ReportState }): JSX.Element {
  const { settings, change, setLogo } = props.report
  let file!: HTMLInputElement
  return (
    <section class="report-fields" aria-label="Page">
      <div class="report-pair">
        <ChoiceField
          label="Paper"
          options={[
            { id: 'a4', label: 'A4' },
            { id: 'letter', label: 'Letter' },
          ]}
          value={settings().paper}
          onChange={(paper) => change({ paper })}
        />
        <ChoiceField
          label="Orientation"
          options={[
            { id: 'portrait', label: 'Portrait' },
            { id: 'landscape', label: 'Landscape' },
          ]}
          value={settings().orientation}
          onChange={(orientation) => change({ orientation })}
        />
      </div>
      <TextField label="Author" mayBeEmpty value={settings().author} onChange={(author) => change({ author })} />
      <div class="field">
        <span class="field-label">Logo</span>
        <div class="report-logo">
          <Show when={settings().logo}>
            {(logo) => <img class="report-logo-picture" src={logo()} alt="The logo" />}
          </Show>
          <button type="button" class="button" onClick={() => file.click()}>
            <ImagePlus size={13} aria-hidden="true" /> {settings().logo === null ? 'Choose…' : 'Change…'}
          </button>
          <Show when={settings().logo !== null}>
            <button type="button" class="text-button" onClick={() => change({ logo: null })}>
              Remove logo
            </button>
          </Show>
          <input
            ref={file}
            type="file"
            hidden
            aria-label="Logo file"
            accept={LOGO_TYPES.join(',')}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? []
              if (chosen !== undefined) setLogo(chosen)
              event.currentTarget.value = ''
            }}
          />
        </div>
      </div>
      <div class="report-pair">
        <ChoiceField
          label="Colours of lines"
          options={REPORT_PALETTE_IDS.map((id) => ({ id, label: REPORT_PALETTES[id].title }))}
          value={settings().palette}
          onChange={(palette) => change({ palette })}
        />
        <label class="field">
          <span class="field-label">Accent</span>
          <input
            type="color"
            class="report-colour"
            value={settings().accent ?? LIGHT.accent}
            onInput={(event) => change({ accent: event.currentTarget.value })}
          />
        </label>
      </div>
    </section>
  )
}
