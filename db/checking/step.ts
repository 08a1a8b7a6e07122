import type { Database } from 'better-sqlite3'
import type { CheckFindingKind, CheckStep } from '#shared/domain/file-check.ts'

/** What a step tells of one fault; the record's name is looked up once for those that are shown. */
export interface Found {
  readonly kind: CheckFindingKind
  readonly params?: Readonly<Record<string, string | number>>
  readonly record?: { readonly entity: string; readonly id: string }
}

/** What a check knows besides the file's own pages. */
export interface CheckAbout {
  /** UTC ISO instants. */
  readonly now: () => string
  /** Acknowledged entries that the counter beside the file knows of and the file has not; undefined where nobody looked. */
  readonly missing?: number
  /** The newest backup on this device, null where there is none; undefined where nobody looked. */
  readonly newestBackup?: { readonly madeAt: string; readonly changes: number; readonly good: boolean } | null
}

export interface Step {
  readonly name: CheckStep
  /** Tables whose contents it looks at: every table of the file stands at one step at least. */
  readonly tables: readonly string[]
  /**
   * Looks, tells what it finds, and yields how far it is (0 to 1) now and then, so that a caller can show it or stop.
   * Returns `skipped` where there was nothing to look at. May throw on a damaged file: the caller tells of that too.
   */
  readonly run: (
    db: Database,
    found: (finding: Found) => void,
    about: CheckAbout,
  ) => Generator<number, 'looked' | 'skipped'>
}
