import { createMemo, createSignal } from 'solid-js'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { agreementBounds } from '../../../shared/validation/agreement-chart.ts'
import { agreementGroups } from '../../../shared/validation/agreement-groups.ts'
import { errorSummary } from '../../../shared/validation/error-summary.ts'
import type { JudgedSet, ValidatedRow, ValidationReport } from '../../../shared/validation/validation-report.ts'
import { call } from '../../kernel/api.ts'

export type MeasuredWhat = 'decode' | 'allReduce'
export type OrderColumn = 'measuredSeconds' | 'predictedSeconds' | 'error'

interface Loaded {
  /** Null: the measurements that ship with the app. */
  readonly fileName: string | null
  readonly validations: CallOutput<'validation.report'>
  /** Decode times of the file, as they were read; null for the app's, and where there are none. */
  readonly decode: Opened['decode']
}

type Opened = NonNullable<CallOutput<'validation.openCsv'>>

/** A row and its place in the report, by which it is selected. */
export interface ListedRow {
  readonly index: number
  readonly row: ValidatedRow
}

/** Any group of a filter. */
export const ALL = '*'

const NO_FILTERS: Readonly<Record<string, string>> = {}

/** State of the Validate view: which measurements, how they are filtered and put in order, and which is looked at. */
export function createValidate() {
  const [loaded, setLoaded] = createSignal<Loaded | null>(null)
  const [problem, setProblem] = createSignal<string | null>(null)
  const [constants, setConstants] = createSignal<JudgedSet>('calibrated')
  const [what, setWhat] = createSignal<MeasuredWhat>('decode')
  const [filters, setFilters] = createSignal(NO_FILTERS)
  const [colourBy, setColourBy] = createSignal('Accelerator')
  const [order, setOrder] = createSignal<{ readonly column: OrderColumn; readonly descending: boolean }>({
    column: 'error',
    descending: true,
  })
  const [selected, setSelected] = createSignal<number | null>(null)

  /** With constants that were fitted to these rows. */
  const [fitted, setFitted] = createSignal<ValidationReport | null>(null)

  const report = createMemo(() => {
    const set = constants()
    if (set === 'fitted') return what() === 'decode' ? fitted() : null
    return loaded()?.validations[set][what()] ?? null
  })

  const listed = createMemo((): ListedRow[] => {
    const { column, descending } = order()
    const size = (row: ValidatedRow) => (column === 'error' ? Math.abs(row.error) : row[column])
    const wanted = Object.entries(filters()).filter(([, group]) => group !== ALL)
    return (report()?.rows ?? [])
      .map((row, index) => ({ row, index }))
      .filter(({ row }) => wanted.every(([title, group]) => row.groups[title] === group))
      .toSorted((a, b) => (descending ? -1 : 1) * (size(a.row) - size(b.row)))
  })

  function lookAt(next: MeasuredWhat): void {
    setWhat(next)
    setFilters(NO_FILTERS)
    setColourBy('Accelerator')
    setSelected(null)
    if (next !== 'decode' && constants() === 'fitted') setConstants('calibrated')
  }

  function show(next: Loaded): void {
    setLoaded(next)
    setFitted(null)
    setConstants((set) => (set === 'fitted' ? 'calibrated' : set))
    lookAt(next.validations.calibrated.decode === null ? 'allReduce' : 'decode')
  }

  async function telling(task: () => Promise<void>): Promise<void> {
    setProblem(null)
    try {
      await task()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  const showShipped = () =>
    telling(async () => show({ fileName: null, validations: await call('validation.report', undefined), decode: null }))

  return {
    fileName: () => loaded()?.fileName ?? null,
    problem,
    constants,
    setConstants,
    /** The sets there are predictions with. */
    sets: (): readonly JudgedSet[] => [
      'calibrated',
      'physics',
      ...(what() === 'decode' && fitted() !== null ? (['fitted'] as const) : []),
    ],
    /** Rows that constants can be fitted to: those of the file, or null for the app's. */
    rows: () => loaded()?.decode ?? null,
    /** Predictions of these rows with constants fitted to them, which are looked at from now on. */
    showFitted(of: ValidationReport) {
      setFitted(of)
      if (what() !== 'decode') lookAt('decode')
      setConstants('fitted')
    },
    what,
    lookAt,
    /** Which kinds of measurement there are. */
    has: (kind: MeasuredWhat): boolean => loaded()?.validations.calibrated[kind] != null,
    report,
    filters,
    setFilter: (title: string, group: string) => setFilters({ ...filters(), [title]: group }),
    clearFilters: () => setFilters(NO_FILTERS),
    colourBy,
    setColourBy,
    order,
    /** Orders by a column; once more, the other way round. */
    orderBy: (column: OrderColumn) =>
      setOrder((now) => ({ column, descending: now.column === column ? !now.descending : true })),
    listed,
    summary: createMemo(() => errorSummary(listed().map(({ row }) => row.error))),
    bounds: createMemo(() => agreementBounds(report()?.rows ?? [])),
    groups: createMemo(() => {
      const whole = report()
      return whole === null
        ? []
        : agreementGroups(
            whole,
            colourBy(),
            listed().map(({ row }) => row),
          ).filter(({ rows }) => rows.length > 0)
    }),
    selected,
    select: setSelected,
    selectedRow: createMemo((): ValidatedRow | null => {
      const index = selected()
      return index === null ? null : (report()?.rows[index] ?? null)
    }),
    /** Asks for the app's measurements, once. */
    start: () => (loaded() === null ? showShipped() : Promise.resolve()),
    showShipped,
    openCsv: () =>
      telling(async () => {
        const opened = await call('validation.openCsv', undefined)
        if (opened !== null) show(opened)
      }),
  }
}

export type Validate = ReturnType<typeof createValidate>
