/** The work was given up on request, not because it failed. */
export class CancelledError extends Error {
  constructor(message = 'The computation was cancelled.') {
    super(message)
    this.name = 'CancelledError'
  }
}
