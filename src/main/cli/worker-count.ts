import { InvalidArgumentError } from 'commander'

const MOST_WORKERS = 256

/** The number of workers in an argument. @throws InvalidArgumentError */
export function workerCount(text: string): number {
  const workers = Number(text)
  if (!/^\d+$/.test(text) || workers < 1 || workers > MOST_WORKERS)
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_WORKERS}.`)
  return workers
}
