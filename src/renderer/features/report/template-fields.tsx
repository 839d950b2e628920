import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createSignal, Show, type JSX } from 'solid-js'
import { Choice } from '../../ui/choice.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { Templates } from './create-templates.ts'

const NONE = 'none'

/** The named settings: one chosen, saved, renamed, deleted. */
export function TemplateFields(props: {
  readonly templates: Templates
  readonly mount: Node | undefined
}): JSX.Element {
  const [naming, setNaming] = createSignal<'new' | 'rename' | null>(null)
  const { templates } = props
  const finish = (name: string) => {
    const kind = naming()
    setNaming(null)
    if (name.trim() === '') return
    if (kind === 'new') templates.saveAs(name.trim())
    else if (name.trim() !== templates.current()?.name) templates.rename(name.trim())
  }
  return (
    <section class="report-template" aria-label="Template">
      <Choice
        label="Template"
        options={[
          { id: NONE, label: 'None' },
          ...templates.all().map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
        value={String(templates.current()?.id ?? NONE)}
        mount={props.mount}
        onChange={(id) => templates.choose(id === NONE ? null : Number(id))}
      />
      <Show when={templates.isChanged()}>
        <span class="quiet small">changed</span>
      </Show>
      <Menu
        label="Commands for templates"
        mount={props.mount}
        items={[
          { label: 'Save as a new template', onSelect: () => setNaming('new') },
          { label: 'Save changes', disabled: !templates.isChanged(), onSelect: () => templates.saveOver() },
          { label: 'Rename', disabled: templates.current() === null, onSelect: () => setNaming('rename') },
          { label: 'Delete', disabled: templates.current() === null, onSelect: () => templates.remove() },
        ]}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </Menu>
      <Show when={naming()} keyed>
        {(kind) => (
          <form
            class="report-naming"
            onSubmit={(event) => {
              event.preventDefault()
              finish(new FormData(event.currentTarget).get('name') as string)
            }}
          >
            <input
              class="control report-name"
              name="name"
              aria-label={kind === 'new' ? 'Name of the new template' : 'New name of the template'}
              maxlength="200"
              value={kind === 'rename' ? (templates.current()?.name ?? '') : ''}
              ref={(input) => setTimeout(() => input.select())}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return
                event.stopPropagation()
                setNaming(null)
              }}
            />
            <button type="submit" class="button">
              {kind === 'new' ? 'Save template' : 'Rename'}
            </button>
          </form>
        )}
      </Show>
    </section>
  )
}
