import type { Database } from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { entities as entityList } from '#shared/contract/desk.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import type { BoardPackage } from '#shared/domain/records/board-package.ts'
import type { Body } from '#shared/domain/records/body.ts'
import type { Company } from '#shared/domain/records/company.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import type { Partner } from '#shared/domain/records/partner.ts'
import type { Partnership } from '#shared/domain/records/partnership.ts'
import type { Person } from '#shared/domain/records/person.ts'
import type { Sector } from '#shared/domain/records/sector.ts'
import { interviewQuestions, type Visit } from '#shared/domain/records/visit.ts'
import type { VisitPlan } from '#shared/domain/records/visit-plan.ts'
import { sortKey } from '#shared/domain/search-text.ts'
import type { Country } from '#shared/domain/values.ts'
import * as schema from './schema/index.ts'

export type EntityName = (typeof entityList)[number]
/** The record of each entity, as the contract gives it. */
export interface Records {
  partnership: Partnership
  persons: Person
  partners: Partner
  bodies: Body
  sectors: Sector
  companies: Company
  contacts: Contact
  visits: Visit
  followUps: FollowUp
  attachments: Attachment
  visitPlans: VisitPlan
  packages: BoardPackage
}

export interface Column {
  readonly field: string
  readonly column: string
  readonly kind: 'plain' | 'boolean' | 'json'
}
export interface Entity {
  readonly name: EntityName
  readonly table: string
  /** Stored and logged fields, in the table's order; without the marks and without derived columns. */
  readonly columns: readonly Column[]
  /** `deletedAt` too: every field that the log may carry. */
  readonly logged: ReadonlyMap<string, Column>
  /** `SELECT` list that gives domain names. */
  readonly select: string
  /** The statement that reads one record; built once, since joining its text costs more than running it. */
  readonly byId: string
  /** The columns that `decode` must turn. */
  readonly coded: readonly Column[]
  /** References to other records; checked on writing and before removing. `many` = a JSON list of ids. */
  readonly references: readonly {
    readonly field: string
    readonly to: EntityName
    readonly many?: true
    /** Where a thing came from: it may be gone, and does not keep it from being removed. */
    readonly origin?: true
  }[]
  /** Columns computed from the record at each write; not logged. */
  readonly derive: Readonly<Record<string, (record: Record<string, unknown>, country: Country) => unknown>>
  /** What the full-text index holds of a record: `title` for names, `body` for texts. Null = not searched. */
  readonly searchText: ((record: Record<string, unknown>, db: Database) => { title: string; body: string }) | null
  /** Fields whose change makes `searchText` stale. */
  readonly searchFields: ReadonlySet<string>
}

type Definition = Pick<Entity, 'references' | 'derive' | 'searchText'> & {
  readonly table: SQLiteTable
  readonly searchFields: readonly string[]
}
const plain = { references: [], derive: {}, searchText: null, searchFields: [] } as const
const join = (record: Record<string, unknown>, fields: readonly string[]) =>
  fields
    .map((field) => record[field])
    .filter((value) => typeof value === 'string')
    .join('\n')
const visitTexts = ['purpose', 'notes', 'place', 'publishableSummary', ...interviewQuestions] as const

const definitions: Readonly<Record<EntityName, Definition>> = {
  partnership: { ...plain, table: schema.partnership },
  partners: {
    ...plain,
    table: schema.partners,
    searchText: (r) => ({ title: join(r, ['name', 'shortName']), body: join(r, ['orgNo', 'note']) }),
    searchFields: ['name', 'shortName', 'orgNo', 'note'],
  },
  persons: {
    ...plain,
    table: schema.persons,
    references: [{ field: 'organisationId', to: 'partners' }],
    searchText: (r) => ({ title: join(r, ['givenName', 'familyName']), body: join(r, ['roleTitle', 'email']) }),
    searchFields: ['givenName', 'familyName', 'roleTitle', 'email'],
  },
  bodies: {
    ...plain,
    table: schema.bodies,
    searchText: (r) => ({ title: join(r, ['name']), body: '' }),
    searchFields: ['name'],
  },
  sectors: { ...plain, table: schema.sectors },
  companies: {
    table: schema.companies,
    references: [
      { field: 'sectorId', to: 'sectors' },
      { field: 'localUnitOfId', to: 'companies' },
    ],
    derive: { sortName: (r, country) => sortKey(String(r.name), country) },
    searchText: (r) => ({
      title: join(r, ['name', 'orgNo']),
      body: join(r, ['place', 'address', 'industryCode', 'website', 'note']),
    }),
    searchFields: ['name', 'orgNo', 'place', 'address', 'industryCode', 'website', 'note'],
  },
  contacts: {
    ...plain,
    table: schema.contacts,
    references: [
      { field: 'companyId', to: 'companies' },
      { field: 'collectedInId', to: 'visits', origin: true },
    ],
    searchText: (r) => ({
      title: join(r, ['givenName', 'familyName']),
      body: join(r, ['roleTitle', 'email', 'phone']),
    }),
    searchFields: ['givenName', 'familyName', 'roleTitle', 'email', 'phone'],
  },
  visits: {
    ...plain,
    table: schema.visits,
    references: [
      { field: 'companyId', to: 'companies' },
      { field: 'ourParticipantIds', to: 'persons', many: true },
      { field: 'theirParticipantIds', to: 'contacts', many: true },
    ],
    // The company's name is searched too, so that "Borregaard strøm" finds the visit; the confidential text never is.
    searchText: (r, db) => ({
      title: '',
      body: `${nameOfCompany(db, r.companyId)}\n${join(r, visitTexts)}`,
    }),
    searchFields: ['companyId', ...visitTexts],
  },
  followUps: {
    ...plain,
    table: schema.followUps,
    references: [
      { field: 'visitId', to: 'visits' },
      { field: 'ownerId', to: 'persons' },
      { field: 'forwardedToId', to: 'partners' },
    ],
    searchText: (r) => ({ title: '', body: join(r, ['description', 'result']) }),
    searchFields: ['description', 'result'],
  },
  attachments: { ...plain, table: schema.attachments, references: [{ field: 'visitId', to: 'visits' }] },
  visitPlans: { ...plain, table: schema.visitPlans },
  packages: {
    ...plain,
    table: schema.packages,
    references: [
      { field: 'bodyId', to: 'bodies' },
      { field: 'previousId', to: 'packages' },
    ],
    searchText: (r) => ({ title: join(r, ['title']), body: '' }),
    searchFields: ['title'],
  },
}

const companyNames = new WeakMap<Database, { pluck(): { get(id: unknown): unknown } }>()
function nameOfCompany(db: Database, id: unknown): string {
  let statement = companyNames.get(db)
  if (!statement) {
    statement = db.prepare('SELECT name FROM companies WHERE id = ?')
    companyNames.set(db, statement)
  }
  return String(statement.pluck().get(id) ?? '')
}

const markFields = new Set(['id', 'createdStamp', 'changedStamp', 'deletedAt'])

function describe(name: EntityName, definition: Definition): Entity {
  const all = Object.entries(getTableColumns(definition.table)).map(([field, column]) => ({
    field,
    column: column.name,
    kind:
      column.dataType === 'boolean'
        ? ('boolean' as const)
        : column.dataType === 'json'
          ? ('json' as const)
          : ('plain' as const),
  }))
  const columns = all.filter(({ field }) => !markFields.has(field) && !(field in definition.derive))
  const domain = all.filter(({ field }) => !(field in definition.derive))
  const select = domain.map(({ field, column }) => `${column} AS "${field}"`).join(', ')
  return {
    name,
    table: getTableName(definition.table),
    columns,
    logged: new Map(
      [...columns, { field: 'deletedAt', column: 'deleted_at', kind: 'plain' as const }].map((column) => [
        column.field,
        column,
      ]),
    ),
    select,
    byId: `SELECT ${select} FROM ${getTableName(definition.table)} WHERE id = ?`,
    coded: columns.filter(({ kind }) => kind !== 'plain'),
    references: definition.references,
    derive: definition.derive,
    searchText: definition.searchText,
    searchFields: new Set(definition.searchFields),
  }
}

/** Every kind of record with a history: its table, columns, references and search text, read from the Drizzle schema. */
export const entities = Object.fromEntries(
  Object.entries(definitions).map(([name, definition]) => [name, describe(name as EntityName, definition)]),
) as Readonly<Record<EntityName, Entity>>

/** A domain value as SQLite stores it. */
export function encode(kind: Column['kind'], value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (kind === 'boolean') return value ? 1 : 0
  return kind === 'json' ? JSON.stringify(value) : value
}

/** Turns booleans and JSON of a row read with `entity.select` into domain values, in place. */
export function decode<N extends EntityName>(name: N, row: Record<string, unknown>): Records[N] {
  for (const { field, kind } of entities[name].coded) {
    if (kind === 'boolean') row[field] = row[field] === 1
    else if (kind === 'json' && typeof row[field] === 'string') row[field] = JSON.parse(row[field])
  }
  return recordOf(row)
}

/** A record as fields by name, for what treats every kind alike: TypeScript gives an interface no index signature. */
export function fieldsOf(record: object): Record<string, unknown>
export function fieldsOf(record: object | undefined): Record<string, unknown> | undefined
export function fieldsOf(record: object | undefined) {
  return record
}

/** The way back. The columns of the table and the schema of the record have the same names; a test compares them. */
export function recordOf<N extends EntityName>(fields: Record<string, unknown>): Records[N] {
  return fields as unknown as Records[N]
}
