import type { BoardPackage, PackageFile } from '#shared/domain/records/board-package.ts'
import type { Company } from '#shared/domain/records/company.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import type { Visit } from '#shared/domain/records/visit.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { decode, type EntityName, entities, type Records } from '../entities.ts'
import type { NamedContact } from '../mask-names.ts'
import { type Store, sql } from '../store.ts'

/** Every package that isn't removed, newest first, with its body's name (a removed body's too). */
export function listPackages(store: Store): (BoardPackage & { bodyName: string })[] {
  const rows = sql(
    store,
    `SELECT ${entities.packages.select}, (SELECT name FROM bodies WHERE bodies.id = packages.body_id) AS "bodyName"
     FROM packages WHERE deleted_at IS NULL ORDER BY made_on DESC, id DESC`,
  ).all() as Record<string, unknown>[]
  return rows.map((row) => ({ ...decode('packages', row), bodyName: String(row.bodyName ?? '') }))
}

/** A body's newest package that isn't removed; undefined before its first. */
export function newestPackage(store: Store, bodyId: Id): BoardPackage | undefined {
  const row = sql(
    store,
    `SELECT ${entities.packages.select} FROM packages WHERE body_id = ? AND deleted_at IS NULL ORDER BY version DESC LIMIT 1`,
  ).get(bodyId)
  return row === undefined ? undefined : decode('packages', row as Record<string, unknown>)
}

/** The number of a body's next package. A removed package keeps its number, so that two papers never bear the same. */
export function nextVersion(store: Store, bodyId: Id): number {
  return (
    ((sql(store, 'SELECT max(version) FROM packages WHERE body_id = ?').pluck().get(bodyId) as number | null) ?? 0) + 1
  )
}

/** Stamp of the newest change that a package or paper could show; making one is none. Empty in a file without changes. */
export function newestDataStamp(store: Store): string {
  return (
    (sql(
      store,
      "SELECT stamp FROM changes WHERE entity NOT IN ('packages', 'papers', 'minutes') ORDER BY seq DESC LIMIT 1",
    )
      .pluck()
      .get() as string | undefined) ?? ''
  )
}

/** The kept files of a sent package: by edition, Word first. Ids made within one millisecond tell no order. */
export function filesOfPackage(store: Store, packageId: Id): PackageFile[] {
  return sql(
    store,
    `SELECT ${entities.packageFiles.select} FROM package_files WHERE package_id = ? AND deleted_at IS NULL
     ORDER BY edition, CASE format WHEN 'docx' THEN 0 WHEN 'xlsx' THEN 1 ELSE 2 END, id`,
  ).all(packageId) as PackageFile[]
}

/** A kept file's bytes by their hash; undefined where they are gone. */
export function readBlob(store: Store, sha256: string): Buffer | undefined {
  return sql(store, 'SELECT bytes FROM blobs WHERE sha256 = ?').pluck().get(sha256) as Buffer | undefined
}

export type PackageVisit = Pick<
  Visit,
  'id' | 'visitedOn' | 'companyId' | 'type' | 'flags' | 'themes' | 'confidentiality' | 'publishableSummary' | 'draft'
> &
  Pick<Company, 'soleTrader' | 'municipalityCode' | 'sectorId' | 'employees' | 'employeesBand'> & {
    readonly companyName: string
    readonly openFollowUps: number
  }

/** The visits of a period, drafts and confidential ones too, newest first. The caller decides what may be printed. */
export function visitsOfPeriod(store: Store, from: Day, to: Day): PackageVisit[] {
  const rows = sql(
    store,
    `SELECT v.id, v.visited_on AS "visitedOn", v.company_id AS "companyId", v.type, v.flags, v.themes, v.confidentiality,
       v.publishable_summary AS "publishableSummary", v.draft, c.name AS "companyName", c.sole_trader AS "soleTrader",
       c.municipality_code AS "municipalityCode", c.sector_id AS "sectorId", c.employees, c.employees_band AS "employeesBand",
       (SELECT count(*) FROM follow_ups f WHERE f.visit_id = v.id AND f.deleted_at IS NULL AND f.status IN ('open', 'answered'))
         AS "openFollowUps"
     FROM visits v JOIN companies c ON c.id = v.company_id
     WHERE v.deleted_at IS NULL AND v.visited_on BETWEEN ? AND ? ORDER BY v.visited_on DESC, v.id DESC`,
  ).all(from, to) as Record<string, unknown>[]
  return rows.map(
    (row) =>
      ({
        ...row,
        flags: JSON.parse(String(row.flags)),
        themes: JSON.parse(String(row.themes)),
        draft: row.draft === 1,
        soleTrader: row.soleTrader === 1,
      }) as PackageVisit,
  )
}

export interface PackageCompany
  extends Pick<
    Company,
    'id' | 'name' | 'soleTrader' | 'municipalityCode' | 'sectorId' | 'employees' | 'employeesBand'
  > {
  /** The latest visit of any kind, drafts left out. */
  readonly lastVisitedOn: Day | null
  /** The latest visit was confidential: its day may not be printed. */
  readonly lastIsConfidential: boolean
  readonly visitedInPeriod: boolean
}

/** Active companies in alphabetical order, with their latest visit and whether the period saw one. */
export function companiesForCoverage(store: Store, from: Day, to: Day): PackageCompany[] {
  const rows = sql(
    store,
    `SELECT c.id, c.name, c.sole_trader AS "soleTrader", c.municipality_code AS "municipalityCode", c.sector_id AS "sectorId",
       c.employees, c.employees_band AS "employeesBand", n.visited_on AS "lastVisitedOn",
       coalesce(n.confidentiality = 'confidential', 0) AS "lastIsConfidential",
       n.visited_on >= @from AND EXISTS (SELECT 1 FROM visits p WHERE p.company_id = c.id AND p.deleted_at IS NULL
         AND p.visited_on BETWEEN @from AND @to AND p.draft = 0) AS "visitedInPeriod"
     FROM companies c LEFT JOIN visits n ON n.id = (SELECT l.id FROM visits l WHERE l.company_id = c.id
       AND l.deleted_at IS NULL AND l.draft = 0 ORDER BY l.visited_on DESC, l.id DESC LIMIT 1)
     WHERE c.deleted_at IS NULL AND c.status = 'active' ORDER BY c.sort_name, c.id`,
  ).all({ from, to }) as Record<string, unknown>[]
  return rows.map(
    (row) =>
      ({
        ...row,
        soleTrader: row.soleTrader === 1,
        lastIsConfidential: row.lastIsConfidential === 1,
        visitedInPeriod: row.visitedInPeriod === 1,
      }) as PackageCompany,
  )
}

export type PackageFollowUp = Pick<
  FollowUp,
  'id' | 'description' | 'theme' | 'dueOn' | 'answeredCompanyOn' | 'status' | 'result'
> &
  Pick<PackageVisit, 'companyId' | 'companyName' | 'soleTrader' | 'visitedOn' | 'confidentiality'> & {
    readonly ownerName: string
    readonly organisation: string | null
    /** Instant at which the status became what it is. */
    readonly settledAt: string
  }

const followUpColumns = `f.id, f.description, f.theme, f.due_on AS "dueOn", f.answered_company_on AS "answeredCompanyOn",
  f.status, f.result, v.company_id AS "companyId", c.name AS "companyName", c.sole_trader AS "soleTrader",
  v.visited_on AS "visitedOn", v.confidentiality, trim(o.given_name || ' ' || o.family_name) AS "ownerName",
  coalesce(p.name, own.name) AS "organisation",
  coalesce((SELECT max(stamp) FROM changes WHERE record_id = f.id AND field = 'status'), f.created_stamp) AS "settledAt"`
// CROSS JOIN keeps the order: from the few follow-ups to their visits, never the other way about.
const followUpTables = `follow_ups f CROSS JOIN visits v ON v.id = f.visit_id CROSS JOIN companies c ON c.id = v.company_id
  CROSS JOIN persons o ON o.id = f.owner_id LEFT JOIN partners own ON own.id = o.organisation_id
  LEFT JOIN partners p ON p.id = f.forwarded_to_id`
const ofRealVisits = 'f.deleted_at IS NULL AND v.deleted_at IS NULL AND v.draft = 0'

/** Follow-ups of visits up to a day that are unfinished: open, or answered and not closed. By due day. */
export function unfinishedFollowUps(store: Store, upTo: Day): PackageFollowUp[] {
  return followUpRows(
    store,
    `SELECT ${followUpColumns} FROM ${followUpTables}
     WHERE ${ofRealVisits} AND f.status IN ('open', 'answered') AND v.visited_on <= ? ORDER BY f.due_on, f.id`,
    upTo,
  )
}

/** Follow-ups ended in the period, as `statisticsOf` counts them: closed and told in it, or given up in it. */
export function followUpsEndedIn(store: Store, from: Day, to: Day): PackageFollowUp[] {
  const closed = followUpRows(
    store,
    `SELECT ${followUpColumns} FROM ${followUpTables}
     WHERE ${ofRealVisits} AND f.status = 'closed' AND f.answered_company_on BETWEEN ? AND ?`,
    from,
    to,
  )
  const givenUp = followUpRows(
    store,
    `SELECT ${followUpColumns} FROM ${followUpTables}
     WHERE ${ofRealVisits} AND f.status = 'cannotBeDone' AND f.changed_stamp >= ?`,
    from,
  ).filter(({ settledAt }) => settledAt.slice(0, 10) >= from && settledAt.slice(0, 10) <= to)
  const endedOn = (row: PackageFollowUp) =>
    row.status === 'closed' ? (row.answeredCompanyOn ?? '') : row.settledAt.slice(0, 10)
  return [...closed, ...givenUp].sort((a, b) => (endedOn(a) + a.id < endedOn(b) + b.id ? -1 : 1))
}

function followUpRows(store: Store, text: string, ...values: readonly string[]): PackageFollowUp[] {
  return (sql(store, text).all(...values) as Record<string, unknown>[]).map(
    (row) => ({ ...row, soleTrader: row.soleTrader === 1 }) as PackageFollowUp,
  )
}

/** Every contact that still has a name, removed ones too: a text may name them all the same. */
export function namedContacts(store: Store): NamedContact[] {
  return sql(
    store,
    `SELECT k.company_id AS "companyId", k.given_name AS "givenName", k.family_name AS "familyName", c.name AS "companyName"
     FROM contacts k JOIN companies c ON c.id = k.company_id WHERE k.status <> 'anonymised' ORDER BY k.id`,
  ).all() as NamedContact[]
}

/** Names of sole traders, removed ones too. */
export function soleTraderNames(store: Store): string[] {
  return sql(store, 'SELECT name FROM companies WHERE sole_trader = 1 ORDER BY id').pluck().all() as string[]
}

/** A record as it was at a stamp, put together from the log; undefined before it was made. */
export function recordAsOf<N extends EntityName>(
  store: Store,
  _entity: N,
  id: Id,
  stamp: string,
): Records[N] | undefined {
  const entries = sql(store, 'SELECT field, value FROM changes WHERE record_id = ? AND stamp <= ? ORDER BY seq').all(
    id,
    stamp,
  ) as { field: string; value: string }[]
  let record: Record<string, unknown> | undefined
  for (const { field, value } of entries) {
    if (field === '*') record = { id, deletedAt: null, ...(JSON.parse(value) as object) }
    else if (record) record[field] = JSON.parse(value)
  }
  return record as unknown as Records[N] | undefined
}

/** What decides whether a visit may be printed, and whose it is; removed ones too. Far cheaper than the whole record with its notes. */
export function visitMarks(
  store: Store,
  id: Id,
): Pick<Visit, 'companyId' | 'draft' | 'confidentiality' | 'deletedAt'> | undefined {
  const row = sql(
    store,
    'SELECT company_id AS "companyId", draft, confidentiality, deleted_at AS "deletedAt" FROM visits WHERE id = ?',
  ).get(id) as Record<string, unknown> | undefined
  return row && ({ ...row, draft: row.draft === 1 } as ReturnType<typeof visitMarks>)
}

/** A company's name as papers print it; null for a sole trader, and where it is not in the file. Removed ones too. */
export function printedCompanyName(store: Store, id: Id): string | null {
  const name = sql(store, 'SELECT name FROM companies WHERE id = ? AND sole_trader = 0').pluck().get(id)
  return (name as string | undefined) ?? null
}

/** True where every visit of a company that isn't removed is confidential, and there is one. */
export function knownByConfidentialVisitsOnly(store: Store, companyId: Id): boolean {
  const [confidential, others] = sql(
    store,
    `SELECT coalesce(sum(confidentiality = 'confidential'), 0), coalesce(sum(confidentiality <> 'confidential'), 0)
     FROM visits WHERE company_id = ? AND deleted_at IS NULL`,
  )
    .raw()
    .get(companyId) as [number, number]
  return confidential > 0 && others === 0
}
