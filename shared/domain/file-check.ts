import { z } from 'zod'
import { instant } from './values.ts'

/** Steps of a whole check of a file, in the order they are done: cheap and telling first. */
export const checkSteps = [
  'integrity',
  'foreignKeys',
  'log',
  'tables',
  'blobs',
  'orphans',
  'search',
  'drafts',
  'facts',
  'counter',
  'backups',
] as const
export type CheckStep = (typeof checkSteps)[number]

/**
 * What a step may find. Each has a sentence and an advice in three languages (`i18n/check.ts`).
 *
 * `damage`: the file is not what was written; `fault`: something is wrong that Fyr can put right or that costs nothing yet;
 * `note`: good to know.
 */
export const checkFindingKinds = {
  damagedPages: 'damage',
  namesMissing: 'damage',
  brokenLink: 'damage',
  entryUnreadable: 'damage',
  entryUnknown: 'damage',
  entryWithoutSet: 'damage',
  setWithoutEntries: 'damage',
  setChanged: 'damage',
  changesUnmade: 'damage',
  fieldsDiffer: 'damage',
  onlyInTable: 'damage',
  onlyInLog: 'damage',
  blobChanged: 'damage',
  blobMissing: 'damage',
  blobOfNothing: 'note',
  attachmentOfNothing: 'note',
  searchMissing: 'fault',
  searchLeftOver: 'fault',
  searchDiffers: 'fault',
  draftsChanged: 'damage',
  factWrong: 'damage',
  changesLost: 'damage',
  noBackup: 'note',
  backupOld: 'fault',
  backupDamaged: 'damage',
  stepFailed: 'damage',
} as const satisfies Record<string, 'damage' | 'fault' | 'note'>
export type CheckFindingKind = keyof typeof checkFindingKinds
export type CheckSeverity = (typeof checkFindingKinds)[CheckFindingKind]

const kinds = Object.keys(checkFindingKinds) as [CheckFindingKind, ...CheckFindingKind[]]

export const checkFinding = z.object({
  kind: z.enum(kinds),
  /** What the sentence of the kind names: numbers, dates, a technical detail. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The record it is about; `name` is null where nothing readable is left of it, `day` where it is called by one. */
  record: z
    .object({ entity: z.string(), id: z.string(), name: z.string().nullable(), day: z.string().nullable() })
    .nullable(),
})
export type CheckFinding = z.infer<typeof checkFinding>

export const checkedStep = z.object({
  name: z.enum(checkSteps),
  /** `skipped`: there was nothing to look at (no folder of backups, say). */
  state: z.enum(['sound', 'found', 'skipped']),
  /** Whole milliseconds it took. */
  ms: z.int().min(0),
  /** How many findings in all; `findings` holds the first of them. */
  found: z.int().min(0),
  findings: z.array(checkFinding),
})
export type CheckedStep = z.infer<typeof checkedStep>

export const checkReport = z.object({
  startedAt: instant,
  endedAt: instant,
  /** Entries of the change log. */
  changes: z.int().min(0),
  /** Bytes of the file's pages. */
  size: z.int().min(0),
  steps: z.array(checkedStep),
})
export type CheckReport = z.infer<typeof checkReport>

/** The gravest of what was found; null for a sound file. */
export function severityOf(report: { readonly steps: readonly CheckedStep[] }): CheckSeverity | null {
  const found = new Set(report.steps.flatMap(({ findings }) => findings.map(({ kind }) => checkFindingKinds[kind])))
  return (['damage', 'fault', 'note'] as const).find((severity) => found.has(severity)) ?? null
}
