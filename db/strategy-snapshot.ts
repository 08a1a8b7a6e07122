/** What papers hold of plans, goals and indicators: section 10 of a board package, its sheets, and the report that walks a plan. */
import type {
  PaperGoal,
  PaperIndicator,
  PaperPlan,
  PaperServing,
  SheetFigure,
  SnapshotStrategy,
} from '#shared/documents/strategy-snapshot.ts'
import { trendOf } from '#shared/domain/goal-series.ts'
import { comparePeriods } from '#shared/domain/periods.ts'
import type { Wording } from '#shared/domain/records/goal.ts'
import type { Measurement } from '#shared/domain/records/indicator.ts'
import type { FocusArea, Plan } from '#shared/domain/records/plan.ts'
import { regionName } from '#shared/domain/regions.ts'
import type { Country, Day, Id } from '#shared/domain/values.ts'
import type { MaskNames } from './mask-names.ts'
import { activityRowsOfPlan, type GoalRow, goalRowsOfPlan } from './repositories/goals.ts'
import { type IndicatorRow, indicatorRowsOfPlan } from './repositories/indicators.ts'
import { leadRegion } from './repositories/measurements.ts'
import { areasOf, plansInForce, strategiesOf, versionsOf, wordingsOf } from './repositories/plans.ts'
import { figuresInForce, type Strand, strandsOf } from './repositories/strategy-paper.ts'
import { find, type Store } from './store.ts'

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
  const masked = (text: string | null) => (text === null ? null : mask(text, '').text)
  const codeOf = new Map(indicators.map(({ id, code }) => [id, code]))
  const numberOf = new Map(areas.map(({ id, number }) => [id, number]))
  // A main-goal indicator stays with the version that it was made for.
  const versions = new Set<Id | null>(versionsOf(store, plan.id).map(({ id }) => id))
  const ofVersion = (row: IndicatorRow) => ({
    ...row,
    goals: row.goals.filter((one) => goals.some(({ id }) => id === one.id)),
  })
  const areaNumber = areaFinder(goals, numberOf)
  const linesOf = (own: typeof strategies) => own.map(({ text, examples }) => ({ text, examples }))
  const ofMainGoal = wordings.filter(({ goalId }) => goalId === null)
  const goalPart = (goal: GoalRow): PaperGoal => {
    const own = wordings.filter(({ goalId }) => goalId === goal.id)
    const { figures: by } = goal
    const { named, withheld } = servingOf(strands.get(goal.id) ?? [], withConfidential, mask)
    return {
      code: goal.code,
      title: wordingOf(own, goal.title),
      areaNumber: areaNumber(goal),
      parentCode: goal.parentCode,
      definition: goal.definition,
      wordings:
        own.length < 2
          ? []
          : own.map(({ text, sourceDocument, place, inForce, targetValue }) => ({
              text,
              source: sourceDocument,
              place,
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
      test: goal.test,
      baseline: by.baseline && { ...by.baseline, source: goal.baselineSource },
      baselineUnit: goal.baselineUnit,
      reference:
        goal.referenceText ?? (goal.referenceId && (find(store, 'indicators', goal.referenceId)?.title ?? null)),
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
      statusComment: masked(goal.statusComment),
      statusOn: goal.statusOn,
      responsible: goal.responsibleName,
      gaps: goal.gaps,
      series: pointsOf(series(goal.leadIndicatorId), series(goal.referenceId)),
      serving: named,
      withheld,
      strategies: linesOf(strategies.filter(({ goalId }) => goalId === goal.id)),
      strategyIntro: goal.strategyIntro,
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
    vision: plan.vision,
    mission: plan.mission,
    values: plan.values,
    mainGoal: ofMainGoal.find(({ inForce }) => inForce)?.text ?? plan.mainGoal,
    areaLabel: plan.areaLabel,
    goalLabel: plan.goalLabel,
    strategyLabel: plan.strategyLabel,
    activityLabel: plan.activityLabel,
    areas: areas.map((area) => ({
      number: area.number,
      title: area.title,
      description: area.description,
      responsible: personName(store, area),
      strategies: linesOf(strategies.filter(({ goalId, focusAreaId }) => goalId === null && focusAreaId === area.id)),
      strategyIntro: area.strategyIntro,
    })),
    goals: inTree(goals).map(goalPart),
    activities: activityRowsOfPlan(store, plan.id, today).map((one) => ({
      code: one.code,
      title: one.title,
      year: one.year,
      areaNumber:
        (one.focusAreaId === null ? undefined : numberOf.get(one.focusAreaId)) ??
        areaNumber(goals.find(({ id }) => id === one.goalId)) ??
        null,
      goalCode: one.goalCode,
      responsible: one.responsibleName,
      status: one.status,
      statusComment: masked(one.statusComment),
      dueOn: one.dueOn,
      daysOverdue: one.daysOverdue,
      dependsOn: masked(one.dependsOn),
    })),
    indicators: indicators.map((row) => indicatorPart(ofVersion(row), versions.has(row.planId), series(row.id))),
  }
  return { plan: paper, figures: figures.map((one) => figureRow(one, codeOf, plan.country ?? store.country)) }
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

/** The figures of each indicator's first region, the whole and not a part of it, the oldest first. */
function seriesReader(store: Store, indicators: readonly IndicatorRow[], figures: readonly Measurement[]) {
  const byIndicator = Map.groupBy(figures, ({ indicatorId }) => indicatorId)
  const regionOf = new Map(indicators.map(({ id, regionCodes }) => [id, leadRegion(store, id, regionCodes)]))
  return (id: Id | null): Measurement[] =>
    id === null
      ? []
      : (byIndicator.get(id) ?? [])
          .filter(({ regionCode, breakdownCode }) => breakdownCode === null && regionCode === regionOf.get(id))
          .sort((a, b) => comparePeriods(a.period, b.period))
}

function pointsOf(series: readonly Measurement[], reference: readonly Measurement[]): PaperGoal['series'] {
  const beside = new Map(reference.map(({ period, value }) => [period, value]))
  return series.map(({ period, value, status, seriesBreak, breakNote }) => ({
    period,
    value,
    status,
    breaks: seriesBreak,
    breakNote,
    reference: beside.get(period) ?? null,
  }))
}

function indicatorPart(row: IndicatorRow, ofMainGoal: boolean, series: readonly Measurement[]): PaperIndicator {
  const known = series.flatMap(({ value, ...one }) => (value === null ? [] : [{ ...one, value }]))
  const newest = series.at(-1)
  const latest = known.at(-1)
  return {
    code: row.code,
    title: row.title,
    group: row.group,
    ofMainGoal,
    unit: row.unit,
    unitText: row.unitText,
    decimals: row.decimals,
    direction: row.direction,
    source: row.sourceName,
    frequency: row.frequency,
    availability: row.availability,
    nextExpectedOn: row.nextExpectedOn,
    daysOverdue: row.daysOverdue,
    responsible: row.responsibleName,
    definition: row.definition,
    goals: row.goals.map(({ code }) => code),
    latest: latest ? { value: latest.value, period: latest.period, status: latest.status } : null,
    missing: newest?.value === null ? { period: newest.period, reason: newest.missingReason } : null,
    trend: trendOf(known, row),
  }
}

function figureRow(one: Measurement, codeOf: ReadonlyMap<Id, string>, country: Country) {
  const row: SheetFigure = {
    indicator: codeOf.get(one.indicatorId) ?? '',
    region: regionName(one.regionCode, country),
    period: one.period,
    part: one.breakdownCode,
    value: one.value,
    missingReason: one.missingReason,
    status: one.status,
    vintage: one.vintage,
    breaks: one.seriesBreak,
    breakNote: one.breakNote,
    note: one.note,
  }
  return { id: one.id, row }
}
