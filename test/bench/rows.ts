/**
 * Every row of the benchmark. A row is our operation, the same work by hand, and the best peer; goals come from the
 * measurements before the first line was written: at most so many times the bare work, at most so many times the peer.
 * Rows of another area go into a file of their own (`meeting-rows.ts`) and join in `rowsOf`.
 */
import { backupRow } from './backup-row.ts'
import { openCompany, pageOfVisits, search, statistics } from './bare-database.ts'
import { saveVisit, visitTexts } from './bare-save.ts'
import type { Bench } from './bench.ts'
import { besideStatements } from './beside-statements.ts'
import { same } from './checks.ts'
import { documentRows } from './document-rows.ts'
import type { Row } from './harness.ts'
import { minutesRow, openMeetingRow, typingRows } from './meeting-rows.ts'
import { partnershipRows } from './partnership-rows.ts'
import { strategyRows } from './strategy-rows.ts'

/** The rows of a file's kind: a file with a large partnership is there for the rows about partners and projects alone, one with a large strategy for those about plans. */
export async function rowsOf(bench: Bench): Promise<Row[]> {
  if (bench.facts.project !== null) return partnershipRows(bench)
  if (bench.facts.strategy !== null) return strategyRows(bench)
  return [
    ...deskRows(bench),
    openMeetingRow(bench),
    backupRow(bench),
    ...(await documentRows(bench)),
    await minutesRow(bench),
    // Last: they make the files grow.
    ...(await typingRows(bench)),
    saveRow(bench),
  ]
}

function deskRows(bench: Bench): Row[] {
  const { call, facts } = bench
  const { busiest, from, to, words } = facts
  const count = (list: unknown) => (list as unknown[]).length
  const visits = (opened: unknown) => count((opened as { visits: unknown }).visits)
  const total = (counted: unknown) => (counted as { total: number }).total
  const searchRow = (name: string, text: string): Row => ({
    name,
    ours: () => call('search.find', { text, limit: 20 }),
    beside: besideStatements(bench, 'FTS5 and a statement per kind', 1.05, (db) => search(db, text)),
    check: (ours, others) => same(name, count(ours), others.map(count)),
  })
  return [
    {
      name: 'Open a company',
      ours: () => call('companies.open', { id: busiest }),
      beside: besideStatements(bench, 'six statements', 1.15, (db) => openCompany(db, busiest)),
      check: (ours, others) => same('visits', visits(ours), others.map(visits)),
    },
    {
      name: 'A page of the visits',
      ours: () => call('visits.list', {}),
      beside: besideStatements(bench, 'one statement', 1.15, pageOfVisits),
      check: (ours, others) => same('rows', count((ours as { rows: unknown }).rows), others.map(count)),
    },
    searchRow('Search: rare words', words.rare),
    searchRow('Search: common word', words.common),
    searchRow('Search: two letters', words.prefix),
    {
      name: 'Statistics of the year',
      ours: () => call('visits.statistics', { from, to }),
      beside: besideStatements(bench, 'grouped SQL', null, (db) => statistics(db, from, to)),
      check: (ours, others) => same('counted', total(ours), others.map(total)),
    },
  ]
}

function saveRow(bench: Bench): Row {
  const { call, bare, peer, facts } = bench
  const { busiest, from, me } = facts
  const made = visitTexts()
  const counts = [bare, peer].map((db) =>
    db.prepare('SELECT count(*) FROM visits WHERE company_id = ? AND deleted_at IS NULL'),
  )
  return {
    name: 'Save a visit',
    ours: () => call('visits.log', { ...made(), companyId: busiest, visitedOn: from, ourParticipantIds: [me] }),
    beside: besideStatements(bench, 'same rows, log, hash, FTS5, FULL', 1.1, (db) => saveVisit(db, busiest, from, me)),
    // One was saved on each side.
    check: async () =>
      same(
        'visits saved',
        (await call('companies.open', { id: busiest })).visitCount,
        counts.map((statement) => Number(statement.pluckGet(busiest))),
      ),
  }
}
