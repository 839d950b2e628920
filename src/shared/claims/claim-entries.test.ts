import { expect, it } from 'vitest'
import { acceleratorEntrySchema, toAccelerator } from '../catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { parseInput } from '../scenario/input-error.ts'
import { withBandwidth, withoutLatencies } from './claim-entries.ts'

it.each(Object.entries(BUILT_IN_CATALOG.accelerators))(
  '%s is an entry still with another bandwidth, or without latencies',
  (_, entry) => {
    const seen = toAccelerator(entry)
    const faster = withBandwidth(entry, 2)
    expect(parseInput(acceleratorEntrySchema, faster)).toEqual(faster)
    expect(toAccelerator(faster)).toEqual({
      ...seen,
      name: toAccelerator(faster).name,
      hbmBandwidthBytesPerSecond: 2 * seen.hbmBandwidthBytesPerSecond,
    })
    const free = withoutLatencies(entry)
    expect(parseInput(acceleratorEntrySchema, free)).toEqual(free)
    expect(toAccelerator(free)).toEqual({
      ...seen,
      name: free.label,
      kernelLaunchSeconds: 0,
      latencyFactor: 0,
    })
  },
)
