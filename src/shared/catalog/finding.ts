/** Something about an entry that cannot be (an error, which may not be saved) or is not likely (a warning). */
export interface Finding {
  readonly severity: 'error' | 'warning'
  /** The field it is told at, like "scaleUp.domainSize". */
  readonly path: string
  readonly message: string
}
