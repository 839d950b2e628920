import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { Configuration } from 'electron-builder'

/** A switch that is set in Electron's executable itself. */
interface Fuse {
  /** As electron-builder calls it. */
  readonly name: string
  readonly option: FuseV1Options
  readonly on: boolean
}

type FuseWire = Partial<Record<FuseV1Options, FuseState | undefined>>

/** The fuses that a configuration asks for. @throws Error where it names one that there is not */
export function fusesOf({ electronFuses }: Pick<Configuration, 'electronFuses'>): Fuse[] {
  // Asked for in the same place, but about the signature of the executable.
  const { resetAdHocDarwinSignature: _signature, ...fuses } = electronFuses ?? {}
  return Object.entries(fuses).map(([name, on]) => {
    const option = FuseV1Options[`${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options]
    if (option === undefined) throw new Error(`there is no fuse ${name}`)
    return { name, on, option }
  })
}

/** What differs between the fuses asked for and those found in an executable, a line each. */
export function fuseProblems(config: Pick<Configuration, 'electronFuses'>, wire: FuseWire): string[] {
  const wanted = fusesOf(config)
  if (wanted.length === 0) return ['no fuses are set']
  return wanted.flatMap(({ name, on, option }) => {
    const state = wire[option]
    if (state === (on ? FuseState.ENABLE : FuseState.DISABLE)) return []
    const found = { [FuseState.ENABLE]: 'on', [FuseState.DISABLE]: 'off' }[state as number] ?? 'not there'
    return [`the fuse ${name} is ${found}; expected ${on ? 'on' : 'off'}`]
  })
}

/** The fuses of an executable. @throws Error where it is no Electron */
export const readFuses = async (executable: string): Promise<FuseWire> => getCurrentFuseWire(executable)
