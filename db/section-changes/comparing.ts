import { type ChangesOfSection, inKindOrder, type SectionChange } from '#shared/documents/section-changes.ts'
import type { BoardPackage } from '#shared/domain/records/board-package.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import type { Past } from '../repositories/past.ts'
import type { Store } from '../store.ts'

/** The file as it is and as it was when the body's last package was made, and what the new package prints. */
export interface Comparing {
  readonly store: Store
  readonly past: Past
  readonly previous: Pick<BoardPackage, 'meetingId' | 'periodFrom' | 'periodTo'>
  /** The day that the last package was made: what was overdue then was told then. */
  readonly previousDay: Day
  readonly choice: {
    readonly bodyId: Id
    readonly meetingId: Id | null
    readonly withConfidential: boolean
    readonly periodFrom: Day
    readonly periodTo: Day
  }
  readonly today: Day
  /** Hides the names of contact persons in a text of people. */
  readonly masked: <T extends string | null>(text: T) => T
}

/** A section's changes; `printed` = the package has something in it, so that it is said where nothing changed. */
export interface Told extends ChangesOfSection {
  readonly printed: boolean
}

/** Gathers what a section tells, and counts what it may not. */
export class Gathering {
  readonly changes: SectionChange[] = []
  withheld = 0
  tell(...changes: readonly SectionChange[]): void {
    this.changes.push(...changes)
  }
  withhold(): void {
    this.withheld += 1
  }
  told(section: ChangesOfSection['section'], printed: boolean): Told {
    return { section, changes: inKindOrder(this.changes), withheld: this.withheld, printed }
  }
}

/** True for a record that is there and was not removed. */
export function isThere<T extends { readonly deletedAt: string | null }>(record: T | undefined): record is T {
  return record !== undefined && record.deletedAt === null
}

/** True where two values are stored alike. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
