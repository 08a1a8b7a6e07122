/** Rows of a package by group: largest first, groups of few companies gathered into one, so that no number tells about a few. */
import type { SnapshotCoverage } from '#shared/documents/snapshot.ts'
import { employeeBands } from '#shared/domain/records/company.ts'
import { suppressSmallGroups } from '#shared/domain/statistics.ts'
import type { Day } from '#shared/domain/values.ts'
import type { PackageCompany } from './repositories/packages.ts'
import type { VisitStatistics } from './repositories/visit-statistics.ts'

export type Tallies = VisitStatistics['bySector']

/** Every code of a closed list with its count, in the list's order; 0 where the tally has none. */
export function inListOrder<T extends string>(list: readonly T[], tallies: Tallies): { code: T; count: number }[] {
  return list.map((code) => ({ code, count: tallies.find(({ key }) => key === code)?.count ?? 0 }))
}

/** Visits by group, with groups of few companies as one row, so that no number tells about a few. */
export function gatherSmall(
  tallies: Tallies,
  companies: ReadonlyMap<string | null, readonly PackageCompany[]>,
  label: (key: string) => string | null,
  smallest: number,
  gatheredLabel: string,
): { label: string | null; count: number }[] {
  // A group whose companies are all gone was one at least.
  const { shown, gathered } = suppressSmallGroups(tallies, smallest, ({ key }) => companies.get(key)?.length ?? 1)
  return [
    ...shown.map(({ key, count }) => ({ label: key === null ? null : label(key), count })),
    ...(gathered.length === 0 ? [] : [{ label: gatheredLabel, count: sum(gathered.map(({ count }) => count)) }]),
  ]
}

/** How far the companies of each group are covered. The day of a confidential visit is not among the oldest. */
export function coverageRows(
  companies: readonly PackageCompany[],
  keyOf: (company: PackageCompany) => string | null,
  label: (key: string) => string | null,
  smallest: number,
): SnapshotCoverage[] {
  const row = (name: string | null, members: readonly PackageCompany[], gathered: boolean): SnapshotCoverage => ({
    label: name,
    companies: members.length,
    visited: countOf(members, ({ visitedInPeriod }) => visitedInPeriod),
    neverVisited: countOf(members, ({ lastVisitedOn }) => lastVisitedOn === null),
    // A confidential visit is counted; its day is not told.
    oldestVisit: members.reduce<Day | null>(
      (oldest, { lastVisitedOn: day, lastIsConfidential }) =>
        day === null || lastIsConfidential || (oldest !== null && oldest <= day) ? oldest : day,
      null,
    ),
    gathered,
  })
  const all = [...groups(companies, keyOf)]
    .map(([key, members]) => ({ key, name: key === null ? null : label(key), members }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        b.members.length - a.members.length ||
        compare(a.name, b.name),
    )
  const { shown, gathered } = suppressSmallGroups(all, smallest, ({ members }) => members.length)
  return [
    ...shown.map(({ name, members }) => row(name, members, false)),
    ...(gathered.length === 0
      ? []
      : [
          row(
            null,
            gathered.flatMap(({ members }) => members),
            true,
          ),
        ]),
  ]
}

/** Where a band's row stands: small to large, not stated and gathered last. */
export function bandPlace({ label, gathered }: SnapshotCoverage): number {
  if (gathered) return employeeBands.length + 1
  return label === null ? employeeBands.length : employeeBands.indexOf(label as (typeof employeeBands)[number])
}

/** Rows by key, in the order in which the keys come up. */
export function groups<T>(rows: readonly T[], keyOf: (row: T) => string | null): Map<string | null, T[]> {
  const found = new Map<string | null, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = found.get(key)
    if (group) group.push(row)
    else found.set(key, [row])
  }
  return found
}
function countOf<T>(rows: readonly T[], is: (row: T) => boolean): number {
  return rows.reduce((count, row) => (is(row) ? count + 1 : count), 0)
}
/** 0 for an empty list. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
/** By code unit, so that the same data is in the same order on every machine. */
export function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}
