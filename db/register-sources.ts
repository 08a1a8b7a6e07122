/** Where the rows of each register come from when it is exported: its own list, asked page by page by its own schema. */
import type { z } from 'zod'
import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { invalidInput } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import { problem } from '#shared/contract/problem.ts'
import { partnerRegisterInput } from '#shared/contract/saved-views.ts'
import type { PartnerLine, RegisterRows, Serves } from '#shared/documents/registers/register.ts'
import type { LinkKind } from '#shared/domain/records/goal.ts'
import type { Register } from '#shared/domain/records/saved-view.ts'
import { translator } from '#shared/i18n/translator.ts'
import { type Context, today } from './context.ts'
import { actionHandlers } from './handlers/actions.ts'
import { activityHandlers } from './handlers/activities.ts'
import { byName } from './handlers/by-name.ts'
import { commitmentHandlers } from './handlers/commitments.ts'
import { companyHandlers } from './handlers/companies.ts'
import { decisionHandlers } from './handlers/decisions.ts'
import { documentHandlers } from './handlers/documents.ts'
import { followUpHandlers } from './handlers/follow-ups.ts'
import { goalHandlers } from './handlers/goals.ts'
import { indicatorHandlers } from './handlers/indicators.ts'
import { meetingHandlers } from './handlers/meetings.ts'
import { milestoneHandlers } from './handlers/milestones.ts'
import { projectHandlers } from './handlers/projects.ts'
import { visitHandlers } from './handlers/visits.ts'
import { commitmentSums } from './repositories/commitment-sums.ts'
import { goalCodesOf } from './repositories/goal-links.ts'
import { listGoals } from './repositories/goal-list.ts'
import { readAll } from './store.ts'

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}
/** A list as it was asked for. */
export interface Asked<Row> {
  readonly filter: Readonly<Record<string, unknown>>
  /** Null where the list has one order only. */
  readonly sort: string | null
  readonly direction: 'asc' | 'desc'
  /** How many rows it has. */
  count(context: Context): Promise<number>
  /** The rows after a cursor of this list; null starts. */
  page(context: Context, cursor: string | null): Promise<Page<Row>>
}
type Given = Readonly<Record<string, unknown>>
type Sources = { readonly [R in Register]: (given: Given) => Asked<RegisterRows[R]> }

const pageLength = 200

/** An input parsed by a schema. @throws ProblemError `invalid`, fields under `input.`. */
function parsed<S extends z.ZodType>(schema: S, given: Given): z.output<S> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const fields = Object.entries(invalidInput(result.error).fields ?? {})
  throw problem(
    'invalid',
    'problems.invalid',
    undefined,
    Object.fromEntries(fields.map(([field, message]) => [field === '' ? 'input' : `input.${field}`, message])),
  )
}

interface ListInput {
  readonly filter: Readonly<Record<string, unknown>>
  readonly sort?: string
  readonly direction: 'asc' | 'desc'
  readonly cursor: string | null
}
/** A register that its list gives page by page. The place in the list is the export's own affair and is not taken. */
function paged<I extends ListInput, Row>(
  schema: z.ZodType<I>,
  list: (input: I, context: Context) => Page<Row> | Promise<Page<Row>>,
  count: (filter: I['filter'], context: Context) => number | Promise<number>,
): (given: Given) => Asked<Row> {
  return (given) => {
    const { cursor: _, limit: __, ...asked } = given
    const input = parsed(schema, { ...asked, cursor: null, limit: pageLength })
    return {
      filter: input.filter,
      sort: input.sort ?? null,
      direction: input.direction,
      count: async (context) => count(input.filter, context),
      page: async (context, cursor) => list({ ...input, cursor }, context),
    }
  }
}

type Filtered<
  N extends 'projects.totals' | 'milestones.totals' | 'goals.totals' | 'activities.totals' | 'indicators.totals',
> = ParsedInputOf<N>['filter']

/** A page with the goals that each row serves. */
function serving<Row extends { readonly id: string }>(
  { store }: Context,
  kind: LinkKind,
  { rows, next }: Page<Row>,
): Page<Row & Serves> {
  const codes = goalCodesOf(
    store,
    kind,
    rows.map(({ id }) => id),
  )
  return { rows: rows.map((row) => ({ ...row, goalCodes: codes.get(row.id) ?? [] })), next }
}

/** Partners as their screen filters and orders them: all at once, with what their commitments come to. */
function partners(given: Given): Asked<PartnerLine> {
  const { filter, sort, direction } = parsed(partnerRegisterInput, given)
  const words = filter.text.trim().toLocaleLowerCase()
  const rowsOf = (context: Context): PartnerLine[] => {
    const { store } = context
    const all = commitmentSums(store, contract['commitments.sums'].input.parse({}).filter, today(context))
    const tallies = new Map(all.partners.map(({ partnerId, ...tally }) => [partnerId, tally]))
    const t = translator(store.country === 'SE' ? 'sv' : 'nb')
    const rows = byName(store, readAll(store, 'partners', 'id'), (partner) => partner.name)
      .filter(({ status }) => filter.status === null || status === filter.status)
      .filter((partner) => `${partner.name} ${partner.shortName ?? ''}`.toLocaleLowerCase().includes(words))
      .map((partner) => ({ ...partner, tally: tallies.get(partner.id) ?? null }))
    const typed = sort === 'type' ? byName(store, rows, (row) => t(`codes.partnerType.${row.partnerType}`)) : rows
    const sorted = typed.toSorted((a, b) => {
      if (sort === 'open') return (a.tally?.open ?? 0) - (b.tally?.open ?? 0)
      if (sort !== 'agreement') return 0
      return (a.agreementValidTo ?? '9999').localeCompare(b.agreementValidTo ?? '9999')
    })
    return direction === 'desc' ? sorted.reverse() : sorted
  }
  return {
    filter,
    sort,
    direction,
    count: async (context) => rowsOf(context).length,
    page: async (context) => ({ rows: rowsOf(context), next: null }),
  }
}

const inputOf = <N extends keyof typeof contract>(name: N): (typeof contract)[N]['input'] => contract[name].input

/** Every register's rows. */
export const registerSources: Sources = {
  companies: paged(inputOf('companies.list'), companyHandlers['companies.list'], (filter, context) =>
    companyHandlers['companies.count']({ filter }, context),
  ),
  visits: paged(inputOf('visits.list'), visitHandlers['visits.list'], (filter, context) =>
    visitHandlers['visits.count']({ filter }, context),
  ),
  followUps: paged(inputOf('followUps.list'), followUpHandlers['followUps.list'], (filter, context) =>
    followUpHandlers['followUps.count']({ filter }, context),
  ),
  meetings: paged(inputOf('meetings.list'), meetingHandlers['meetings.list'], (filter, context) =>
    meetingHandlers['meetings.count']({ filter }, context),
  ),
  decisions: paged(inputOf('decisions.list'), decisionHandlers['decisions.list'], (filter, context) =>
    decisionHandlers['decisions.count']({ filter }, context),
  ),
  actions: paged(inputOf('actions.list'), actionHandlers['actions.list'], (filter, context) =>
    actionHandlers['actions.count']({ filter }, context),
  ),
  partners,
  commitments: paged(
    inputOf('commitments.list'),
    async (input, context) =>
      serving(context, 'commitment', await commitmentHandlers['commitments.list'](input, context)),
    (filter, context) => commitmentHandlers['commitments.count']({ filter }, context),
  ),
  projects: paged(
    inputOf('projects.list'),
    async (input, context) => serving(context, 'project', await projectHandlers['projects.list'](input, context)),
    async (filter: Filtered<'projects.totals'>, context) =>
      (await projectHandlers['projects.totals']({ filter }, context)).count,
  ),
  milestones: paged(
    inputOf('milestones.list'),
    milestoneHandlers['milestones.list'],
    async (filter: Filtered<'milestones.totals'>, context) =>
      (await milestoneHandlers['milestones.totals']({ filter }, context)).count,
  ),
  documents: paged(inputOf('documents.list'), documentHandlers['documents.list'], (filter, context) =>
    documentHandlers['documents.count']({ filter }, context),
  ),
  // What leaves the file tells of no confidential visit or decision that serves a goal.
  goals: paged(
    inputOf('goals.list'),
    (input, context) => listGoals(context.store, input, today(context), { confidential: false }),
    async (filter: Filtered<'goals.totals'>, context) =>
      (await goalHandlers['goals.totals']({ filter }, context)).count,
  ),
  activities: paged(
    inputOf('activities.list'),
    activityHandlers['activities.list'],
    async (filter: Filtered<'activities.totals'>, context) =>
      (await activityHandlers['activities.totals']({ filter }, context)).count,
  ),
  indicators: paged(
    inputOf('indicators.list'),
    indicatorHandlers['indicators.list'],
    async (filter: Filtered<'indicators.totals'>, context) =>
      (await indicatorHandlers['indicators.totals']({ filter }, context)).count,
  ),
}
