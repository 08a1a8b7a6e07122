/** What papers hold of plans, goals and indicators: section 10 of a board package, its sheets, and the report that walks a plan. */
import type { PaperGoal, PaperPlan, PaperServing, SnapshotStrategy } from '#shared/documents/strategy-snapshot.ts'
import type { Wording } from '#shared/domain/records/goal.ts'
import type { FocusArea, Plan } from '#shared/domain/records/plan.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import type { MaskNames } from './mask-names.ts'
import { activityRowsOfPlan, type GoalRow, goalRowsOfPlan } from './repositories/goals.ts'
import { type IndicatorRow, indicatorRowsOfPlan } from './repositories/indicators.ts'
import { areasOf, plansInForce, strategiesOf, versionsOf, wordingsOf } from './repositories/plans.ts'
import { figuresInForce, type Strand, strandsOf } from './repositories/strategy-paper.ts'
import { find, type Store } from './store.ts'
import { figureRow, indicatorPart, pointsOf, type Said, seriesReader } from './strategy-figures.ts'

interface Choice {
  /** Names commitments that are not public and decisions of confidential items. Confidential visits are never named. */
  readonly withConfidential: boolean
  readonly mask: MaskNames
  readonly today: Day
}

/** A wording longer than this is a passage; then the goal's title names it. */
const longestTitle = 300

/** The plans in force, each whole, and every figure in force of their indicators. */
export function strategyPart(store: Store, choice: Choice): SnapshotStrategy {
  const parts = plansInForce(store).map((plan) => planPart(store, plan, choice))
  const told = new Set<string>()
  return {
    plans: parts.map(({ plan }) => plan),
    // An indicator that measures goals of two plans has its figures once.
    figures: parts.flatMap(({ figures }) =>
      figures.filter(({ id }) => !told.has(id) && told.add(id)).map(({ row }) => row),
    ),
  }
}

/** A plan as papers tell it, whatever its status. */
export function planPart(store: Store, plan: Plan, { withConfidential, mask, today }: Choice) {
  const indicators = indicatorRowsOfPlan(store, plan.id, today)
  const figures = figuresInForce(
    store,
    indicators.map(({ id }) => id),
  )
  const series = seriesReader(store, indicators, figures)
  const goals = goalRowsOfPlan(store, plan.id, today)
  const areas = areasOf(store, plan.id)
  const wordings = wordingsOf(store, plan.id)
  const strategies = strategiesOf(store, plan.id)
  const strands = Map.groupBy(
    strandsOf(
      store,
      goals.map(({ id }) => id),
    ),
    ({ goalId }) => goalId,
  )
  const { words, said } = maskers(mask)
  const codeOf = new Map(indicators.map(({ id, code }) => [id, code]))
  const numberOf = new Map(areas.map(({ id, number }) => [id, number]))
  // A main-goal indicator stays with the version that it was made for.
  const versions = new Set<Id | null>(versionsOf(store, plan.id).map(({ id }) => id))
  const ofVersion = (row: IndicatorRow) => ({
    ...row,
    goals: row.goals.filter((one) => goals.some(({ id }) => id === one.id)),
  })
  const areaNumber = areaFinder(goals, numberOf)
  const linesOf = (own: typeof strategies) =>
    own.map(({ text, examples }) => ({ text: words(text), examples: examples.map(words) }))
  const ofMainGoal = wordings.filter(({ goalId }) => goalId === null)
  const goalPart = (goal: GoalRow): PaperGoal => {
    const own = wordings.filter(({ goalId }) => goalId === goal.id)
    const { figures: by } = goal
    const { named, withheld } = servingOf(strands.get(goal.id) ?? [], withConfidential, mask)
    return {
      code: goal.code,
      title: words(wordingOf(own, goal.title)),
      areaNumber: areaNumber(goal),
      parentCode: goal.parentCode,
      definition: said(goal.definition),
      wordings:
        own.length < 2
          ? []
          : own.map(({ text, sourceDocument, place, inForce, targetValue }) => ({
              text: words(text),
              source: said(sourceDocument),
              place: said(place),
              inForce,
              targetValue,
            })),
      kind: goal.targetKind,
      targetValue: goal.targetValue,
      targetUnit: goal.targetUnit,
      comparator: goal.comparator,
      target: by.target,
      targetPeriod: goal.targetPeriod,
      deadline: goal.deadline,
      test: said(goal.test),
      baseline: by.baseline && { ...by.baseline, source: said(goal.baselineSource) },
      baselineUnit: goal.baselineUnit,
      reference:
        said(goal.referenceText) ?? (goal.referenceId && (find(store, 'indicators', goal.referenceId)?.title ?? null)),
      lead: (goal.leadIndicatorId && codeOf.get(goal.leadIndicatorId)) ?? null,
      latest: by.current && { value: by.current.value, period: by.current.period, status: by.current.status },
      referenceFigure: by.reference && {
        value: by.reference.value,
        period: by.reference.period,
        status: by.reference.status,
      },
      expected: by.expected,
      progress: by.progress,
      trend: by.trend,
      brokenIn: by.brokenIn,
      statusByFigures: by.status,
      figureGaps: by.gaps,
      status: goal.status,
      statusComment: said(goal.statusComment),
      statusOn: goal.statusOn,
      responsible: goal.responsibleName,
      gaps: goal.gaps,
      series: pointsOf(series(goal.leadIndicatorId), series(goal.referenceId), said),
      serving: named,
      withheld,
      strategies: linesOf(strategies.filter(({ goalId }) => goalId === goal.id)),
      strategyIntro: said(goal.strategyIntro),
    }
  }
  const paper: PaperPlan = {
    title: plan.title,
    organisation: plan.organisation,
    versionLabel: plan.versionLabel,
    periodFrom: plan.periodFrom,
    periodTo: plan.periodTo,
    adoptedBy: plan.adoptedBy,
    adoptedOn: plan.adoptedOn,
    vision: said(plan.vision),
    mission: said(plan.mission),
    values: plan.values.map(words),
    mainGoal: said(ofMainGoal.find(({ inForce }) => inForce)?.text ?? plan.mainGoal),
    areaLabel: plan.areaLabel,
    goalLabel: plan.goalLabel,
    strategyLabel: plan.strategyLabel,
    activityLabel: plan.activityLabel,
    areas: areas.map((area) => ({
      number: area.number,
      title: words(area.title),
      description: said(area.description),
      responsible: personName(store, area),
      strategies: linesOf(strategies.filter(({ goalId, focusAreaId }) => goalId === null && focusAreaId === area.id)),
      strategyIntro: said(area.strategyIntro),
    })),
    goals: inTree(goals).map(goalPart),
    activities: activityRowsOfPlan(store, plan.id, today).map((one) => ({
      code: one.code,
      title: words(one.title),
      year: one.year,
      areaNumber:
        (one.focusAreaId === null ? undefined : numberOf.get(one.focusAreaId)) ??
        areaNumber(goals.find(({ id }) => id === one.goalId)) ??
        null,
      goalCode: one.goalCode,
      responsible: one.responsibleName,
      status: one.status,
      statusComment: said(one.statusComment),
      dueOn: one.dueOn,
      daysOverdue: one.daysOverdue,
      dependsOn: said(one.dependsOn),
    })),
    indicators: indicators.map((row) => indicatorPart(ofVersion(row), versions.has(row.planId), series(row.id), said)),
  }
  return { plan: paper, figures: figures.map((one) => figureRow(one, codeOf, plan.country ?? store.country, said)) }
}

/** Whatever somebody wrote may name a contact person: in a wording, a definition, the note of a figure. */
function maskers(mask: MaskNames): { readonly words: (text: string) => string; readonly said: Said } {
  const words = (text: string) => mask(text, '').text
  return { words, said: (text) => (text === null ? null : words(text)) }
}

/** The wording in force, or the title where none is, or where it is a whole passage. */
function wordingOf(own: readonly Wording[], title: string): string {
  const text = own.find(({ inForce }) => inForce)?.text
  return text === undefined || text.length > longestTitle ? title : text
}

/** A goal's area; a sub-goal without one stands in that of the goal above it. */
function areaFinder(goals: readonly GoalRow[], numberOf: ReadonlyMap<Id, number>) {
  const byId = new Map(goals.map((goal) => [goal.id, goal]))
  return (goal: GoalRow | undefined): number | null => {
    // Rings are refused where goals are written; a goal is asked once all the same.
    const asked = new Set<Id>()
    let at = goal
    while (at !== undefined && !asked.has(at.id)) {
      asked.add(at.id)
      if (at.focusAreaId !== null) return numberOf.get(at.focusAreaId) ?? null
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
    return null
  }
}

/** By position, each goal followed by its sub-goals. */
function inTree(goals: readonly GoalRow[]): GoalRow[] {
  const ids = new Set(goals.map(({ id }) => id))
  const below = Map.groupBy(goals, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const placed = new Set<Id>()
  const walk = (parentId: Id | null): GoalRow[] =>
    (below.get(parentId) ?? []).flatMap((goal) => {
      if (placed.has(goal.id)) return []
      placed.add(goal.id)
      return [goal, ...walk(goal.id)]
    })
  return [...walk(null), ...goals.filter(({ id }) => !placed.has(id))]
}

function personName(store: Store, { responsibleId }: FocusArea): string | null {
  const person = responsibleId === null ? undefined : find(store, 'persons', responsibleId)
  return person ? `${person.givenName} ${person.familyName}`.trim() || null : null
}

/** What of a goal's strands may be named, texts masked, and how many may not. */
function servingOf(strands: readonly Strand[], withConfidential: boolean, mask: MaskNames) {
  const named: PaperServing[] = []
  let withheld = 0
  for (const { kind, title, of, on, note, companyId, neverNamed, closed } of strands) {
    const hidden = neverNamed === 1 || (closed === 1 && !withConfidential)
    // A visit to a sole trader has no name that may be printed.
    if (hidden || title === '') withheld += 1
    else {
      const masked = (text: string) => mask(text, companyId ?? '').text
      named.push({ kind, title: kind === 'visit' ? title : masked(title), of, on, note: note && masked(note) })
    }
  }
  return { named, withheld }
}
