/** Mean distance of the paper's rules from measured decode times (docs/validation.md). */
export const PAPER_ERROR = 0.4
