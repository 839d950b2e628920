/**
 * The date of a report that a script makes: now, or the one that all its output is to have.
 * @param epoch seconds since 1970, as https://reproducible-builds.org/specs/source-date-epoch has them
 */
export const reportDate = (epoch: string | undefined): Date =>
  epoch !== undefined && /^\d{1,10}$/.test(epoch) ? new Date(1000 * Number(epoch)) : new Date()
