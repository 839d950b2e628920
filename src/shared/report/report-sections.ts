/** A section of a report, below the title block. */
export interface ReportSectionFacts {
  /** As its heading. */
  readonly title: string
  /** What it holds, for those who choose. */
  readonly says: string
}

/** Every section there is, in the usual order. */
export const REPORT_SECTIONS = {
  summary: { title: 'Summary', says: 'What the figures say, in sentences' },
  overlay: { title: 'Cost against speed', says: 'All frontiers in one chart' },
  'cost-at-speeds': { title: 'Cost at speeds', says: 'Each series against the baseline' },
  'speed-at-costs': { title: 'Speed at costs', says: 'Where the comparison asks for costs' },
  panels: { title: 'Side by side', says: 'Each frontier by itself, on the same axes' },
  points: { title: 'Chosen points', says: 'Fastest, preferred and cheapest, and how sure they are' },
  time: { title: 'Where the time goes', says: 'Parts of the time of the preferred points' },
  observed: { title: 'Observed points', says: 'Measured or offered, against the predictions' },
  series: { title: 'Series and their inputs', says: 'Every input of every series' },
  assumptions: { title: 'Assumptions', says: 'Rule sets, and what is left out of account' },
  catalog: { title: 'Accelerators and models', says: 'Figures used, their sources and the dates of prices' },
  notes: { title: 'Notes', says: 'The comparison’s own notes' },
  origin: { title: 'How to repeat this', says: 'Version, search, hashes of scenario and catalog entries' },
} as const satisfies Record<string, ReportSectionFacts>

export type ReportSectionId = keyof typeof REPORT_SECTIONS

export const REPORT_SECTION_IDS = Object.keys(REPORT_SECTIONS) as [ReportSectionId, ...ReportSectionId[]]
