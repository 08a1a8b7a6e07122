/** Goals, activities and indicators as sheets. */
import { statusOf } from '#shared/domain/goal-gaps.ts'
import { formatPeriod } from '#shared/domain/periods.ts'
import { activityStatuses, goalStatuses, targetKinds } from '#shared/domain/records/goal.ts'
import { availabilities, frequencies, indicatorUnits } from '#shared/domain/records/indicator.ts'
import { codes, names, ticked, words, years } from './filters.ts'
import {
  byCode,
  byName,
  type ColumnWord,
  day,
  name,
  number,
  type RegisterRows,
  type RegisterSheet,
  type RegisterWords,
  type SheetCell,
  text,
} from './register.ts'

type Goal = RegisterRows['goals']
type Activity = RegisterRows['activities']
type Indicator = RegisterRows['indicators']

/** A figure in the unit beside it, with as many decimals as it has. */
const figure = <Row>(word: ColumnWord, value: SheetCell<Row>['value']): SheetCell<Row> => ({
  ...number(word, value),
  kind: 'figure',
})
const areaOf = (row: Goal) => [row.areaNumber, row.areaTitle].filter((one) => one !== null).join(' ') || null
const period = (stored: string | null, { language }: RegisterWords) => stored && formatPeriod(stored, language)
const unitOf = (
  { unit, unitText }: { readonly unit: Indicator['unit']; readonly unitText: string | null },
  { code }: RegisterWords,
) => unitText ?? code('indicatorUnit', unit)

export const goalsSheet: RegisterSheet<Goal> = {
  columns: {
    title: [
      text('code', 10, (row) => row.code),
      name('goal', (row) => row.title),
      text('parentGoal', 14, (row) => row.parentCode),
      text('area', 34, areaOf),
      text('plan', 34, (row) => row.planTitle),
    ],
    status: [
      text('status', 18, (row, w) => w.code('goalStatus', statusOf(row, row.figures))),
      text('statusByFigures', 18, (row, w) => w.code('goalStatus', row.figures.status)),
      day('statusOn', (row) => row.statusOn),
      text('statusComment', 40, (row) => row.statusComment),
    ],
    target: [
      text('targetKind', 24, (row, w) => w.code('targetKind', row.targetKind)),
      figure('targetValue', (row) => row.targetValue),
      text('unit', 18, (row, w) => row.targetUnit && w.code('indicatorUnit', row.targetUnit)),
      figure('baselineValue', (row) => row.baselineValue),
      text('baselinePeriod', 16, (row, w) => period(row.baselinePeriod, w)),
      text('targetPeriod', 16, (row, w) => period(row.targetPeriod, w)),
    ],
    latest: [
      text('indicator', 34, (row) => row.leadIndicator && `${row.leadIndicator.code} ${row.leadIndicator.title}`),
      figure('currentValue', (row) => row.figures.current?.value ?? null),
      text('currentPeriod', 16, (row, w) => period(row.figures.current?.period ?? null, w)),
      // In tenths of a percent: more would only look exact.
      figure('progress', (row) =>
        row.figures.progress === null ? null : Math.round(row.figures.progress * 1000) / 10,
      ),
    ],
    gaps: [text('gaps', 40, (row, w) => row.gaps.map((gap) => w.code('goalGap', gap)).join('; ') || null)],
    responsible: [text('owner', 24, (row) => row.responsibleName)],
  },
  groups: {
    plan: byName('plan', (row) => row.planTitle),
    focusArea: {
      word: 'area',
      of: (row) => {
        const label = areaOf(row)
        return label === null ? null : { label, order: row.areaNumber ?? 0 }
      },
    },
    status: byCode('status', 'goalStatus', goalStatuses, (row) => statusOf(row, row.figures)),
    kind: byCode('targetKind', 'targetKind', targetKinds, (row) => row.targetKind),
    responsible: byName('owner', (row) => row.responsibleName),
  },
  filters: {
    text: words,
    planId: names('plans', 'plan'),
    inForceOnly: ticked('inForceOnly'),
    focusAreaId: names('focusAreas', 'area'),
    statuses: codes('goalStatus', 'status'),
    kinds: codes('targetKind', 'targetKind'),
    gaps: codes('goalGap', 'gaps'),
    responsibleId: names('persons', 'owner'),
  },
  sorts: { code: 'code', title: 'goal' },
  texts: 'masked',
}

export const activitiesSheet: RegisterSheet<Activity> = {
  columns: {
    title: [
      text('code', 10, (row) => row.code),
      name('activity', (row) => row.title),
      text('area', 34, (row) => row.areaTitle),
      text('plan', 34, (row) => row.planTitle),
    ],
    status: [
      text('status', 16, (row, w) => w.code('activityStatus', row.status)),
      day('statusOn', (row) => row.statusOn),
      text('statusComment', 40, (row) => row.statusComment),
      number('daysOverdue', (row) => row.daysOverdue),
    ],
    goal: [text('goal', 14, (row) => row.goalCode)],
    year: [text('year', 10, (row) => (row.year === null ? null : String(row.year)))],
    dueOn: [day('due', (row) => row.dueOn)],
    responsible: [text('owner', 24, (row) => row.responsibleName)],
  },
  groups: {
    plan: byName('plan', (row) => row.planTitle),
    focusArea: byName('area', (row) => row.areaTitle),
    status: byCode('status', 'activityStatus', activityStatuses, (row) => row.status),
    year: {
      word: 'year',
      of: ({ year }) => (year === null ? null : { label: String(year), order: year }),
    },
    responsible: byName('owner', (row) => row.responsibleName),
  },
  filters: {
    text: words,
    planId: names('plans', 'plan'),
    focusAreaId: names('focusAreas', 'area'),
    goalId: names('goals', 'goal'),
    statuses: codes('activityStatus', 'status'),
    year: years,
    responsibleId: names('persons', 'owner'),
    overdueOnly: ticked('overdueOnly'),
  },
  sorts: { code: 'code', title: 'activity', year: 'year' },
  texts: 'masked',
}

export const indicatorsSheet: RegisterSheet<Indicator> = {
  columns: {
    code: [text('code', 12, (row) => row.code)],
    title: [
      name('indicator', (row) => row.title),
      text('indicatorGroup', 24, (row) => row.group),
      text('goals', 24, (row) => row.goals.map(({ code }) => code).join('; ') || null),
      text('plan', 34, (row) => row.planTitle),
    ],
    latest: [
      figure('currentValue', (row) => row.latest?.value ?? null),
      text('unit', 18, unitOf),
      text('currentPeriod', 16, (row, w) => period(row.latest?.period ?? null, w)),
      text('figureStatus', 16, (row, w) => row.latest && w.code('measurementStatus', row.latest.status)),
    ],
    trend: [
      figure('change', ({ latest, previous, decimals }) =>
        latest?.value == null || previous?.value == null
          ? null
          : Number((latest.value - previous.value).toFixed(decimals)),
      ),
    ],
    source: [
      text('source', 30, (row) => row.sourceName),
      text('sourceTable', 24, (row) => row.sourceTable),
      text('frequency', 18, (row, w) => w.code('frequency', row.frequency)),
      text('availability', 18, (row, w) => w.code('availability', row.availability)),
    ],
    nextExpectedOn: [day('nextExpected', (row) => row.nextExpectedOn), number('daysOverdue', (row) => row.daysOverdue)],
    responsible: [text('owner', 24, (row) => row.responsibleName)],
  },
  groups: {
    plan: byName('plan', (row) => row.planTitle),
    frequency: byCode('frequency', 'frequency', frequencies, (row) => row.frequency),
    availability: byCode('availability', 'availability', availabilities, (row) => row.availability),
    unit: byCode('unit', 'indicatorUnit', indicatorUnits, (row) => row.unit),
    responsible: byName('owner', (row) => row.responsibleName),
  },
  filters: {
    text: words,
    planId: names('plans', 'plan'),
    goalId: names('goals', 'goal'),
    units: codes('indicatorUnit', 'unit'),
    frequencies: codes('frequency', 'frequency'),
    availabilities: codes('availability', 'availability'),
    responsibleId: names('persons', 'owner'),
    overdueOnly: ticked('overdueOnly'),
    withoutRecentOnly: ticked('withoutRecentOnly'),
    incompleteOnly: ticked('incompleteOnly'),
  },
  sorts: { code: 'code', title: 'indicator', nextExpectedOn: 'nextExpected' },
}
