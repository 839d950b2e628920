import type { PerLoad } from './standard-setup.ts'

/** `0.2 ms + 2 us·b`: what the engine's host does between passes, sampling among it (standard rules, "host"). */
export const hostSeconds: PerLoad =
  () =>
  ({ rankBatch }) =>
    0.2e-3 + 2e-6 * rankBatch
