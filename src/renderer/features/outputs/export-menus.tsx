import Download from 'lucide-solid/icons/download'
import type { JSX } from 'solid-js'
import type { ChartPicture } from '../../../shared/report/chart-picture.ts'
import { pictureData } from '../../../shared/report/picture-data.ts'
import type { TableData } from '../../../shared/report/table-data.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import type { Outputs, PictureFile, TableFile, TableText } from './create-outputs.ts'

function ExportMenu(props: { readonly label: string; readonly items: readonly MenuItem[] }): JSX.Element {
  return (
    <Menu label={props.label} items={props.items}>
      <Download size={14} aria-hidden="true" />
    </Menu>
  )
}

/** What a chart can be taken out as: a picture, or the points it is drawn from. */
export function ChartExport(props: {
  readonly outputs: Outputs
  readonly picture: () => ChartPicture | null
}): JSX.Element {
  const { outputs } = props
  const save = (label: string, file: PictureFile): MenuItem => ({
    label,
    onSelect: () => outputs.savePicture(props.picture, file),
  })
  const points = () => {
    const picture = props.picture()
    return picture === null ? null : pictureData(picture)
  }
  return (
    <ExportMenu
      label="Export the chart"
      items={[
        { label: 'Copy as image', onSelect: () => outputs.copyPicture(props.picture) },
        save('Save as PNG, 1x…', 'png-1'),
        save('Save as PNG, 2x…', 'png-2'),
        save('Save as PNG, 3x…', 'png-3'),
        save('Save as SVG…', 'svg'),
        { label: 'Save the points as CSV…', onSelect: () => outputs.saveTable(points, 'csv') },
        { label: 'Save the points as XLSX…', onSelect: () => outputs.saveTable(points, 'xlsx') },
      ]}
    />
  )
}

/** What a table can be taken out as. */
export function TableExport(props: {
  readonly outputs: Outputs
  /** "the readings". */
  readonly name: string
  readonly table: () => TableData | null
}): JSX.Element {
  const { outputs } = props
  const copy = (label: string, as: TableText): MenuItem => ({
    label,
    onSelect: () => outputs.copyTable(props.table, as),
  })
  const save = (label: string, as: TableFile): MenuItem => ({
    label,
    onSelect: () => outputs.saveTable(props.table, as),
  })
  return (
    <ExportMenu
      label={`Export ${props.name}`}
      items={[
        copy('Copy as TSV', 'tsv'),
        copy('Copy as Markdown', 'markdown'),
        save('Save as CSV…', 'csv'),
        save('Save as XLSX…', 'xlsx'),
        save('Save as HTML…', 'html'),
      ]}
    />
  )
}
