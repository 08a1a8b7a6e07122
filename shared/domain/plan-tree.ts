/** A plan as a tree: sections, areas, goals, strategies and activities, each under the part that it belongs to. */
import type { Activity, Goal, Strategy, Wording } from './records/goal.ts'
import type { FocusArea, Plan, PlanSection } from './records/plan.ts'
import type { Id } from './values.ts'

/** A plan with all that is a part of it, each kind in the order of its page. */
export interface PlanContent {
  readonly plan: Plan
  readonly areas: readonly FocusArea[]
  readonly sections: readonly PlanSection[]
  readonly goals: readonly Goal[]
  readonly wordings: readonly Wording[]
  readonly strategies: readonly Strategy[]
  readonly activities: readonly Activity[]
}
/** A value as it is shown: a text, a number, a list of texts, a code of the record, or null = not stated. */
export type Shown = string | number | boolean | string[] | null
export type Kind = 'plan' | 'area' | 'goal' | 'strategy' | 'activity' | 'section'
/** What names stand for in records of other areas. */
export interface NamesOf {
  readonly person: (id: Id) => string
  readonly indicator: (id: Id) => string
}
/** A part of a plan with the parts under it. */
export interface Node {
  readonly kind: Kind
  readonly id: Id
  readonly code: string | null
  readonly title: string
  /** `key` decides whether two are the same, `shown` is what is shown. */
  readonly values: Readonly<Record<string, { readonly key: unknown; readonly shown: Shown }>>
  readonly children: readonly Node[]
}

/** A part and every part under it, in the order of the tree. */
export function within(node: Node): Node[] {
  return [node, ...node.children.flatMap(within)]
}

const planValues = [
  'title',
  'organisation',
  'country',
  'language',
  'periodFrom',
  'periodTo',
  'vision',
  'mission',
  'mainGoal',
  'values',
  'areaLabel',
  'goalLabel',
  'subGoalLabel',
  'strategyLabel',
  'activityLabel',
] as const
const areaValues = ['number', 'title', 'description', 'strategyIntro'] as const
const goalValues = [
  'code',
  'title',
  'definition',
  'targetKind',
  'targetValue',
  'targetUnit',
  'comparator',
  'baselineValue',
  'baselineUnit',
  'baselinePeriod',
  'baselineSource',
  'referenceText',
  'targetPeriod',
  'deadline',
  'test',
  'strategyIntro',
] as const
const activityValues = ['code', 'title', 'year', 'dueOn', 'dependsOn'] as const

/** A plan as a tree; `same` gives the id that stands for a part in both plans. */
export function treeOf(content: PlanContent, names: NamesOf, same: (id: Id) => Id): Node {
  const { plan, areas, sections, goals, strategies, activities } = content
  const called = new Map<Id, string>([
    ...areas.map(({ id, number, title }) => [id, `${number} ${title}`] as const),
    ...goals.map(({ id, code, title }) => [id, `${code} ${title}`] as const),
    ...strategies.map(({ id, text }) => [id, text] as const),
  ])
  const part = (id: Id | null) => ({ key: id === null ? null : same(id), shown: id && (called.get(id) ?? null) })
  const other = (id: Id | null, name: (id: Id) => string) => ({ key: id, shown: id && name(id) })
  const texts = (goalId: Id | null) => {
    const own = content.wordings.filter((wording) => wording.goalId === goalId)
    const all = own.map(({ text }) => text)
    return {
      wordings: { key: [...all].sort(), shown: all },
      inForce: plainly(own.find(({ inForce }) => inForce)?.text ?? null),
    }
  }
  const goalIds = new Set(goals.map(({ id }) => id))
  const areaIds = new Set(areas.map(({ id }) => id))
  // What hangs on a part that is gone hangs on the plan, so that nothing is left out.
  const homeIn = (ids: ReadonlySet<Id>, id: Id | null) => (id !== null && ids.has(id) ? id : null)
  const strategyNode = (one: Strategy): Node => ({
    kind: 'strategy',
    id: one.id,
    code: null,
    title: one.text,
    values: picked(one, ['text', 'examples']),
    children: [],
  })
  const activityNode = (one: Activity): Node => ({
    kind: 'activity',
    id: one.id,
    code: one.code,
    title: one.title,
    values: {
      ...picked(one, activityValues),
      focusAreaId: part(one.focusAreaId),
      goalId: part(one.goalId),
      strategyId: part(one.strategyId),
      responsibleId: other(one.responsibleId, names.person),
    },
    children: [],
  })
  const goalNode = (one: Goal): Node => ({
    kind: 'goal',
    id: one.id,
    code: one.code,
    title: one.title,
    values: {
      ...picked(one, goalValues),
      ...texts(one.id),
      focusAreaId: part(one.focusAreaId),
      parentId: part(one.parentId),
      responsibleId: other(one.responsibleId, names.person),
      leadIndicatorId: other(one.leadIndicatorId, names.indicator),
      referenceId: other(one.referenceId, names.indicator),
    },
    children: [
      ...strategies.filter(({ goalId }) => goalId === one.id).map(strategyNode),
      ...activities.filter(({ goalId }) => goalId === one.id).map(activityNode),
      ...goals.filter(({ parentId }) => parentId === one.id).map(goalNode),
    ],
  })
  const underArea = (areaId: Id | null) => [
    ...strategies
      .filter(({ goalId, focusAreaId }) => homeIn(goalIds, goalId) === null && homeIn(areaIds, focusAreaId) === areaId)
      .map(strategyNode),
    ...goals
      .filter(
        ({ parentId, focusAreaId }) => homeIn(goalIds, parentId) === null && homeIn(areaIds, focusAreaId) === areaId,
      )
      .map(goalNode),
    ...activities
      .filter(({ goalId, focusAreaId }) => homeIn(goalIds, goalId) === null && homeIn(areaIds, focusAreaId) === areaId)
      .map(activityNode),
  ]
  const areaNode = (area: FocusArea): Node => {
    const variants = area.titleVariants.map(({ text, source }) => (source === null ? text : `${text} (${source})`))
    return {
      kind: 'area',
      id: area.id,
      code: String(area.number),
      title: area.title,
      values: {
        ...picked(area, areaValues),
        titleVariants: plainly(variants),
        responsibleId: other(area.responsibleId, names.person),
      },
      children: underArea(area.id),
    }
  }
  return {
    kind: 'plan',
    id: plan.id,
    code: null,
    title: plan.title,
    values: { ...picked(plan, planValues), ...texts(null) },
    children: [
      ...sections.map(
        (one): Node => ({
          kind: 'section',
          id: one.id,
          code: null,
          title: one.title,
          values: picked(one, ['title', 'lines']),
          children: [],
        }),
      ),
      ...areas.map(areaNode),
      ...underArea(null),
    ],
  }
}

function plainly(value: Shown): { readonly key: unknown; readonly shown: Shown } {
  return { key: value, shown: value }
}

function picked<T, F extends keyof T & string>(record: T, fields: readonly F[]): Node['values'] {
  return Object.fromEntries(fields.map((field) => [field, plainly(record[field] as Shown)]))
}
