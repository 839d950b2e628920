import { listed } from '../report/format.ts'
import { acceleratorField } from './claim-fields.ts'
import { acceleratorOf, shortAcceleratorName } from './claim-entries.ts'
import { lineThrough } from './claim-lines.ts'
import { claim } from './claim.ts'
import { stagesComparison } from './pipelining.ts'
import { about } from './verdict.ts'
import type { AcceleratorEntry } from '../catalog/accelerator-entry.ts'

export const drainSeconds = ({ hbmBytes, hbmBandwidthBytesPerSecond }: AcceleratorEntry): number =>
  hbmBytes / hbmBandwidthBytesPerSecond

/** Memory on the chip is not the HBM that the claim is about: it is read in well under a millisecond. */
const LEAST_SECONDS = 1e-3

export const drainTime = claim({
  id: 'drain-time',
  title: 'The whole HBM is read in some 24 ms',
  statement:
    'An H100 reads its whole memory in about 24 ms: 42 tokens per second, the speed above which memory does not bind and pipeline stages do not pay.',
  fields: { accelerator: acceleratorField('Accelerator', 'paper/H100') },
  find({ accelerator }, { catalog }) {
    const entry = acceleratorOf(catalog, accelerator)
    const seconds = drainSeconds(entry)
    const asInPaper = accelerator === 'paper/H100'
    const place = (one: AcceleratorEntry) =>
      [one.hbmBandwidthBytesPerSecond, drainSeconds(one), shortAcceleratorName(one)] as const
    const others = Object.entries(catalog.accelerators).filter(([id]) => id !== accelerator)
    const [onChip, withHbm] = [true, false].map((small) =>
      others.map(([, one]) => one).filter((one) => drainSeconds(one) < LEAST_SECONDS === small),
    ) as [AcceleratorEntry[], AcceleratorEntry[]]
    return {
      chart: {
        title: 'Time to read the whole HBM once',
        x: {
          unit: 'bytes/s',
          label: 'HBM bandwidth',
          name: 'HBM bandwidth, bytes per second',
          scale: 'log',
        },
        y: { unit: 'seconds', label: 'drain time', name: 'HBM capacity over its bandwidth', scale: 'log' },
        lines: [
          lineThrough('The catalog’s other accelerators', 0, 'points', withHbm.map(place)),
          lineThrough(shortAcceleratorName(entry), 1, 'points', [place(entry)]),
        ],
      },
      figures: [
        {
          label: `Time to read the whole HBM, ${shortAcceleratorName(entry)}`,
          value: seconds,
          unit: 'seconds',
          claimed: asInPaper ? about(24e-3, 'about 24 ms') : null,
        },
        {
          label: 'As a speed',
          value: 1 / seconds,
          unit: 'tokens/s',
          claimed: asInPaper ? about(42, '42 tokens/s') : null,
        },
        {
          label: 'Shortest in the catalog',
          value: Math.min(...withHbm.map(drainSeconds)),
          unit: 'seconds',
          claimed: null,
        },
        {
          label: 'Longest in the catalog',
          value: Math.max(...withHbm.map(drainSeconds)),
          unit: 'seconds',
          claimed: null,
        },
      ],
      assumptions: [
        'Bandwidth as the maker states it, all of it reached.',
        ...(onChip.length === 0
          ? []
          : [
              `Left out of the chart, as their memory is on the chip and read in less than a millisecond: ${listed(onChip.map(shortAcceleratorName))}.`,
            ]),
      ],
      comparison: stagesComparison(shortAcceleratorName(entry), {
        model: 'paper/Llama_3_70B',
        accelerator,
        contextTokens: 0,
      }),
    }
  },
})
