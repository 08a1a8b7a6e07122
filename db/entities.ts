import { getTableColumns, getTableName } from 'drizzle-orm'
import type {
  AgendaItem,
  AgendaTemplate,
  Disqualification,
  Phrase,
  Proposal,
  Statement,
  Vote,
} from '#shared/domain/records/agenda-item.ts'
import type { Attachment } from '#shared/domain/records/attachment.ts'
import type { BoardPackage, PackageFile } from '#shared/domain/records/board-package.ts'
import type { Body, BodyMember } from '#shared/domain/records/body.ts'
import type { Affiliation, Commitment, Delivery } from '#shared/domain/records/commitment.ts'
import type { Company } from '#shared/domain/records/company.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import type { Action, Decision } from '#shared/domain/records/decision.ts'
import type { FollowUp } from '#shared/domain/records/follow-up.ts'
import type { Activity, Goal, GoalLink, Strategy, Wording } from '#shared/domain/records/goal.ts'
import type { Indicator, Measurement } from '#shared/domain/records/indicator.ts'
import type { Adjustment, Attendance, Meeting, Minutes, Paper } from '#shared/domain/records/meeting.ts'
import type { PackageTemplate } from '#shared/domain/records/package-template.ts'
import type { Partner } from '#shared/domain/records/partner.ts'
import type { Partnership } from '#shared/domain/records/partnership.ts'
import type { Person } from '#shared/domain/records/person.ts'
import type { FocusArea, Plan, PlanSection } from '#shared/domain/records/plan.ts'
import type {
  Baseline,
  Financing,
  Milestone,
  Project,
  ProjectPartner,
  ProjectReport,
} from '#shared/domain/records/project.ts'
import type { SavedView } from '#shared/domain/records/saved-view.ts'
import type { Sector } from '#shared/domain/records/sector.ts'
import type { Visit } from '#shared/domain/records/visit.ts'
import type { VisitPlan } from '#shared/domain/records/visit-plan.ts'
import { definitions } from './entity-definitions.ts'
import type { Definition } from './entity-parts.ts'

export type EntityName = keyof typeof definitions
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
  packageTemplates: PackageTemplate
  packageFiles: PackageFile
  bodyMembers: BodyMember
  meetings: Meeting
  attendances: Attendance
  agendaItems: AgendaItem
  disqualifications: Disqualification
  proposals: Proposal
  votes: Vote
  decisions: Decision
  statements: Statement
  actions: Action
  adjustments: Adjustment
  minutes: Minutes
  papers: Paper
  agendaTemplates: AgendaTemplate
  phrases: Phrase
  affiliations: Affiliation
  commitments: Commitment
  deliveries: Delivery
  plans: Plan
  focusAreas: FocusArea
  projects: Project
  projectPartners: ProjectPartner
  financings: Financing
  projectReports: ProjectReport
  milestones: Milestone
  baselines: Baseline
  savedViews: SavedView
  planSections: PlanSection
  goals: Goal
  wordings: Wording
  strategies: Strategy
  activities: Activity
  goalLinks: GoalLink
  indicators: Indicator
  measurements: Measurement
}

export interface Column {
  readonly field: string
  readonly column: string
  readonly kind: 'plain' | 'boolean' | 'json'
}
export interface Entity extends Pick<Definition, 'references' | 'derive' | 'searchText'> {
  readonly name: EntityName
  readonly table: string
  /** Stored and logged fields, in the table's order; without the marks and without derived columns. */
  readonly columns: readonly Column[]
  /** `deletedAt` too: every field that the log may carry. */
  readonly logged: ReadonlyMap<string, Column>
  /** `SELECT` list that gives domain names. */
  readonly select: string
  /** What a field has in a record made before the field existed: the column's default. Replaying an older log needs it. */
  readonly initial: Readonly<Record<string, unknown>>
  /** The statement that reads one record; built once, since joining its text costs more than running it. */
  readonly byId: string
  /** The columns that `decode` must turn. */
  readonly coded: readonly Column[]
  /** Fields whose change makes `searchText` stale. */
  readonly searchFields: ReadonlySet<string>
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
    initial: Object.fromEntries(
      Object.entries(getTableColumns(definition.table))
        .filter(([, column]) => column.default !== undefined)
        .map(([field, column]) => [field, column.default]),
    ),
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
    // A field that may be unsaid stays unsaid: null is not no.
    if (kind === 'boolean') row[field] = row[field] === null ? null : row[field] === 1
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
