import { expect, it } from 'vitest'
import { toChip } from '../src/shared/catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { CONSTANT_SETS } from '../src/shared/model/standard/constants.ts'
import { SHIPPED_MEASUREMENTS } from '../src/shared/validation/shipped-rows.ts'
import { validate } from '../src/shared/validation/validate-rows.ts'

/** Coarser than what platforms' floating point differ by. */
const rounded = (share: number): number => Number(share.toFixed(4))

const reports = CONSTANT_SETS.map((set) => validate(SHIPPED_MEASUREMENTS, BUILT_IN_CATALOG, set).decode!)
const groupsOf = (title: string, report = reports[0]!) => report.groupings.find((one) => one.title === title)!.groups

it('regimes.json is what the shipped rows give; vitest -u writes it anew', async () => {
  const accelerators = groupsOf('Accelerator').map(({ name }) => name)
  const table = {
    ...Object.fromEntries(
      reports.map((report) => [
        report.constants,
        Object.fromEntries(
          groupsOf('Regime', report).map(({ name, summary }) => [
            name,
            {
              rows: summary.rows,
              meanAbsoluteError: rounded(summary.meanAbsoluteError),
              medianAbsoluteError: rounded(summary.medianAbsoluteError),
              bias: rounded(summary.bias),
            },
          ]),
        ),
      ]),
    ),
    accelerators: accelerators.toSorted(),
    generations: [
      ...new Set(accelerators.map((id) => toChip(BUILT_IN_CATALOG.accelerators[id]!)!.generation)),
    ].toSorted(),
    models: groupsOf('Model')
      .map(({ name }) => name)
      .toSorted(),
  }
  await expect(`${JSON.stringify(table, null, 1)}\n`).toMatchFileSnapshot('../src/shared/validation/data/regimes.json')
})
