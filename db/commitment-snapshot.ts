/** What a board package holds of what partners promised and gave (section 9 of board-package.md). */
import type { PaperTotal } from '#shared/documents/partner-paper.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { isOpenCommitment } from '#shared/domain/commitment-rules.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import { commitmentsTouching } from './repositories/commitments.ts'
import { giveAndTakeOf } from './repositories/give-and-take.ts'
import { paperCommitments } from './repositories/paper-commitments.ts'
import { readAll, type Store } from './store.ts'

interface Choice {
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly language: Language
  readonly withConfidential: boolean
}

/**
 * Commitments whose period touches the package's, and those still open after an earlier one, overdue first; sums of the years that
 * the period touches. What is not public counts in the sums and stays out of the rows, unless the package is a closed one.
 */
export function commitmentPart(store: Store, choice: Choice, today: Day): NonNullable<Snapshot['commitments']> {
  const { periodFrom, periodTo, language, withConfidential } = choice
  const all = commitmentsTouching(store, periodFrom, periodTo, today)
  const shown = all.filter(({ isPublic }) => isPublic || withConfidential).sort((a, b) => b.daysOverdue - a.daysOverdue)
  const cells = giveAndTakeOf(store, Number(periodFrom.slice(0, 4)), Number(periodTo.slice(0, 4)))
  const cellsOf = Map.groupBy(cells, ({ partnerId }) => partnerId)
  const rowsOf = Map.groupBy(all, ({ partnerId }) => partnerId)
  const partners = readAll(store, 'partners', 'id')
    .filter(({ id }) => cellsOf.has(id) || rowsOf.has(id))
    .map(({ id, name }) => ({ id, name, key: sortKey(name, store.country) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    rows: paperCommitments(store, shown, { language, withConfidential }),
    totals: together(cells),
    byPartner: partners.map(({ id, name }) => {
      const rows = rowsOf.get(id) ?? []
      return {
        partner: name,
        totals: (cellsOf.get(id) ?? []).map(({ partnerId: _, ...total }) => total),
        open: rows.filter(({ status }) => isOpenCommitment(status)).length,
        overdue: rows.filter(({ isOverdue }) => isOverdue).length,
      }
    }),
    notPublic: all.filter(({ isPublic }) => !isPublic).length,
  }
}

/** Every partner's sums put together, by unit and year. */
function together(cells: readonly PaperTotal[]): PaperTotal[] {
  const sums = new Map<string, { unit: CommitmentUnit; year: number; pledged: number; delivered: number }>()
  for (const { unit, year, pledged, delivered } of cells) {
    const sum = sums.get(`${unit} ${year}`) ?? { unit, year, pledged: 0, delivered: 0 }
    sums.set(`${unit} ${year}`, { ...sum, pledged: sum.pledged + pledged, delivered: sum.delivered + delivered })
  }
  return [...sums.values()].sort((a, b) => (a.unit === b.unit ? a.year - b.year : a.unit < b.unit ? -1 : 1))
}
