import { sortKey } from '#shared/domain/search-text.ts'
import { type Definition, type EntityName, join, plain } from './entity-parts.ts'
import * as schema from './schema/index.ts'

type Strategic = Extract<
  EntityName,
  | 'plans'
  | 'focusAreas'
  | 'planSections'
  | 'goals'
  | 'wordings'
  | 'strategies'
  | 'activities'
  | 'goalLinks'
  | 'indicators'
  | 'measurements'
>
const toPlan = { field: 'planId', to: 'plans' } as const
const toArea = { field: 'focusAreaId', to: 'focusAreas' } as const
const toGoal = { field: 'goalId', to: 'goals' } as const
const toResponsible = { field: 'responsibleId', to: 'persons' } as const
const sortTitle: Definition['derive'][string] = (r, country) => sortKey(String(r.title), country)

/** What Fyr knows of plans, goals and indicators beside their tables. What a version took over from may be gone. */
export const strategyDefinitions: Readonly<Record<Strategic, Definition>> = {
  plans: { ...plain, table: schema.plans, references: [{ field: 'previousVersionId', to: 'plans' }] },
  focusAreas: {
    ...plain,
    table: schema.focusAreas,
    references: [toPlan, toResponsible, { field: 'previousId', to: 'focusAreas', origin: true }],
  },
  planSections: { ...plain, table: schema.planSections, references: [toPlan] },
  goals: {
    table: schema.goals,
    references: [
      toPlan,
      toArea,
      { field: 'parentId', to: 'goals' },
      { field: 'referenceId', to: 'indicators' },
      toResponsible,
      { field: 'leadIndicatorId', to: 'indicators' },
      { field: 'previousId', to: 'goals', origin: true },
    ],
    derive: { sortTitle },
    searchText: (r) => ({ title: join(r, ['code', 'title']), body: join(r, ['definition', 'test', 'statusComment']) }),
    searchFields: ['code', 'title', 'definition', 'test', 'statusComment'],
  },
  wordings: { ...plain, table: schema.wordings, references: [toPlan, toGoal] },
  strategies: { ...plain, table: schema.strategies, references: [toPlan, toGoal, toArea] },
  activities: {
    table: schema.activities,
    references: [
      toPlan,
      toArea,
      toGoal,
      { field: 'strategyId', to: 'strategies' },
      toResponsible,
      { field: 'previousId', to: 'activities', origin: true },
    ],
    derive: { sortTitle },
    searchText: (r) => ({ title: join(r, ['code', 'title']), body: join(r, ['statusComment', 'dependsOn']) }),
    searchFields: ['code', 'title', 'statusComment', 'dependsOn'],
  },
  goalLinks: {
    ...plain,
    table: schema.goalLinks,
    references: [
      { ...toGoal, tie: true },
      { field: 'commitmentId', to: 'commitments', tie: true },
      { field: 'projectId', to: 'projects', tie: true },
      { field: 'milestoneId', to: 'milestones', tie: true },
      { field: 'decisionId', to: 'decisions', tie: true },
      { field: 'visitId', to: 'visits', tie: true },
      { field: 'followUpId', to: 'followUps', tie: true },
      { field: 'indicatorId', to: 'indicators', tie: true },
    ],
  },
  indicators: {
    table: schema.indicators,
    references: [toPlan, toResponsible],
    derive: {
      sortTitle,
      sortCode: (r) => String(r.code).replace(/\d+/g, (digits) => digits.padStart(8, '0')),
    },
    searchText: (r) => ({
      title: join(r, ['code', 'title']),
      body: join(r, ['group', 'sourceName', 'sourceTable', 'definition', 'calculation']),
    }),
    searchFields: ['code', 'title', 'group', 'sourceName', 'sourceTable', 'definition', 'calculation'],
  },
  measurements: { ...plain, table: schema.measurements, references: [{ field: 'indicatorId', to: 'indicators' }] },
}
