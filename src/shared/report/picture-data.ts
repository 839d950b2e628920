import { quantitiesOf, type ChartPicture } from './chart-picture.ts'
import { numberColumn, textColumn, type TableData } from './table-data.ts'

/** The points that a picture is drawn from, line by line, marks of preferred and pinned points beside them. */
export function pictureData(picture: ChartPicture): TableData {
  const { subject, shows, panels, notes } = picture
  const { title, x, y } = quantitiesOf(picture)
  const hasPanels = panels.some(({ name }) => name !== null)
  const kind = shows.of === 'lines' ? 'computed' : 'frontier'
  const rows = panels.flatMap(({ name, curves, observed }) => {
    const where = hasPanels ? [name] : []
    return [
      ...curves.flatMap((curve) =>
        Array.from(curve.x, (value, i) => {
          const pins = curve.pins.filter(({ index }) => index === i).map((pin) => `pin ${pin.name}`)
          const mark = [...(curve.preferred === i ? ['preferred'] : []), ...pins].join(', ')
          return [...where, curve.name, kind, value, curve.y[i]!, mark]
        }),
      ),
      ...curves.flatMap(({ name: series, band }) =>
        band == null
          ? []
          : Array.from(band.x, (value, i) => [
              [...where, series, 'band, 5 %', value, band.low[i]!, ''],
              [...where, series, 'band, 95 %', value, band.high[i]! < Infinity ? band.high[i]! : null, ''],
            ]).flat(),
      ),
      ...observed.flatMap(({ set, x: across, y: up }) =>
        Array.from(across, (value, i) => [...where, set.name, 'observed', value, up[i]!, '']),
      ),
    ]
  })
  return {
    subject,
    title,
    columns: [
      ...(hasPanels ? [textColumn('panel')] : []),
      textColumn('series'),
      textColumn('kind'),
      numberColumn(x.label, x.name),
      numberColumn(y.label, y.name),
      textColumn('mark'),
    ],
    rows,
    notes,
  }
}
