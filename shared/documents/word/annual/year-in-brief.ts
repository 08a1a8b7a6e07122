/** The year in brief: a line for each area, key figures beside those of the year before, what was given, visits by month, goals by status. */
import { goalStatuses } from '../../../domain/records/goal.ts'
import type { AnnualPart, YearFigures } from '../../annual-snapshot.ts'
import { labelled } from '../../meeting/blocks.ts'
import { inOrder } from '../../partner/totals.ts'
import { commitmentWords } from '../../partner/words.ts'
import type { Snapshot } from '../../snapshot.ts'
import { calendarYear, yearOf } from '../../variant.ts'
import type { Words } from '../../words.ts'
import { type Block, heading, sentence, table } from '../blocks.ts'
import { bars } from '../charts.ts'
import { visitsByMonth } from '../visits.ts'
import { changeOfAmount, changeOfCount, changeOfDays, changeOfShare } from './change-words.ts'

/** Starts a page of its own. None in a package that tells nothing of a year. */
export function yearInBriefSection(snapshot: Snapshot, words: Words): Block[] {
  const { annual, package: made } = snapshot
  if (annual === null) return []
  const { t, dayOfInstant } = words
  const unfinished = made.dataAsOf.slice(0, 10) < made.periodTo
  return [
    heading(2, t('documents.annual.brief.heading'), { pageBreakBefore: true }),
    ...inLines(snapshot, annual, words),
    ...(unfinished ? [sentence(t('documents.annual.unfinished', { day: dayOfInstant(made.dataAsOf) }), 'Notice')] : []),
    ...keyFigures(snapshot, annual, words),
    // Before the charts: it fills the page that the table of key figures begins.
    ...promised(snapshot, annual, words),
    // Low, so that the goals find room under it.
    ...visitsByMonth(snapshot.visits, words, 200),
    ...goalsByStatus(snapshot, words),
  ]
}

/** A line for each area that there is something to tell of, its name first. */
function inLines(snapshot: Snapshot, { figures, projectsRunning }: AnnualPart, words: Words): Block[] {
  const { t, number, share } = words
  const { quantity } = commitmentWords(snapshot.language)
  const goals = statusesOf(snapshot)
  const visits = {
    visits: number(figures.visits),
    target: number(figures.visitTarget),
    share: share(figures.visits, figures.visitTarget),
    companies: number(figures.companies),
  }
  const count = (value: number) => ({ count: value, number: number(value) })
  const median = figures.medianResponseDays
  const followUps = [
    ...(figures.followUps === 0
      ? []
      : [
          t('documents.annual.brief.followUpsText', {
            ...count(figures.followUps),
            closed: number(figures.followUpsClosed),
            share: share(figures.followUpsClosed, figures.followUps),
          }),
        ]),
    ...(median === null ? [] : [t('documents.annual.brief.response', count(median))]),
  ]
  const meetings = [
    ...(figures.meetings === 0 ? [] : [t('documents.annual.brief.meetingsHeld', count(figures.meetings))]),
    ...(figures.decisionsTaken === 0
      ? []
      : [t('documents.annual.brief.decisionsTaken', count(figures.decisionsTaken))]),
    ...(figures.decisionsDone === 0 ? [] : [t('documents.annual.brief.decisionsDone', count(figures.decisionsDone))]),
  ]
  const projects = [
    ...(projectsRunning === 0 ? [] : [t('documents.annual.brief.running', { number: number(projectsRunning) })]),
    ...(figures.projectsEnded === 0 ? [] : [t('documents.annual.brief.ended', count(figures.projectsEnded))]),
    ...(figures.milestones === 0
      ? []
      : [
          t('documents.annual.brief.milestones', {
            reached: number(figures.milestonesReached),
            number: number(figures.milestones),
          }),
        ]),
  ]
  const line = (area: 'visits' | 'followUps' | 'meetings' | 'commitments' | 'projects' | 'goals', text: string) =>
    text === '' ? [] : [labelled(t(`documents.annual.brief.${area}`), text)]
  const stop = (parts: readonly string[], between: string) => (parts.length === 0 ? '' : `${parts.join(between)}.`)
  return [
    ...line(
      'visits',
      figures.visitTarget > 0
        ? t('documents.annual.brief.visitsText', visits)
        : t('documents.annual.brief.visitsNoTarget', visits),
    ),
    ...line('followUps', followUps.join(' ')),
    ...line('meetings', stop(meetings, ', ')),
    ...line(
      'commitments',
      stop(
        unitsOf(figures).map(({ unit, pledged, delivered }) =>
          t('documents.annual.brief.commitment', {
            delivered: quantity(delivered, unit),
            pledged: quantity(pledged, unit),
          }),
        ),
        '; ',
      ),
    ),
    ...line('projects', stop(projects, ', ')),
    ...line(
      'goals',
      stop(
        goals.map(({ status, count: many }) =>
          t('documents.annual.brief.goal', { status: t(`codes.goalStatus.${status}`), number: number(many) }),
        ),
        ', ',
      ),
    ),
  ]
}

type Measure = keyof Omit<YearFigures, 'from' | 'to' | 'commitments'> | 'visitShare' | 'followUpsShare'
/** In per cent. */
const shares: Readonly<Partial<Record<Measure, (of: YearFigures) => number | null>>> = {
  visitShare: ({ visits, visitTarget }) => (visitTarget > 0 ? (100 * visits) / visitTarget : null),
  followUpsShare: ({ followUps, followUpsClosed }) => (followUps > 0 ? (100 * followUpsClosed) / followUps : null),
}
const measures: readonly Measure[] = [
  'visits',
  'visitTarget',
  'visitShare',
  'companies',
  'followUps',
  'followUpsClosed',
  'followUpsShare',
  'medianResponseDays',
  'meetings',
  'decisionsTaken',
  'decisionsDone',
  'projectsEnded',
  'milestones',
  'milestonesReached',
]
/** Told where there is the whole that they are a part of, even as zero. */
const parts: Readonly<Partial<Record<Measure, (of: YearFigures) => number>>> = {
  followUpsClosed: ({ followUps }) => followUps,
  milestonesReached: ({ milestones }) => milestones,
}

/** A row a measure that either year has something of; without a year before, its columns are left out. */
function keyFigures(snapshot: Snapshot, { figures, before }: AnnualPart, words: Words): Block[] {
  const { t, number, share } = words
  const known = [figures, ...(before === null ? [] : [before])]
  const figureOf = (measure: Measure, of: YearFigures): number | null => {
    const part = shares[measure]
    return part ? part(of) : of[measure as keyof Omit<YearFigures, 'from' | 'to' | 'commitments'>]
  }
  const isTold = (measure: Measure) =>
    measure === 'visits' || known.some((of) => (parts[measure]?.(of) ?? figureOf(measure, of) ?? 0) > 0)
  const cell = (measure: Measure, of: YearFigures) => {
    const value = figureOf(measure, of)
    if (value === null) return '–'
    return measure in shares ? share(value, 100) : number(value)
  }
  const changeOf = (measure: Measure, was: YearFigures) => {
    const [now, then] = [figureOf(measure, figures), figureOf(measure, was)]
    if (measure in shares) return changeOfShare(now, then, words)
    return measure === 'medianResponseDays' ? changeOfDays(now, then, words) : changeOfCount(now, then, words)
  }
  return [
    heading(3, t('documents.annual.brief.keyFigures')),
    ...table(
      [
        { header: t('documents.annual.figures.measure'), width: 3.6 },
        { header: yearOf(snapshot, words), width: 1.4, number: true },
        ...(before === null
          ? []
          : [
              { header: periodBefore(before, words), width: 1.4, number: true },
              { header: t('documents.annual.figures.change'), width: 2.2 },
            ]),
      ],
      measures
        .filter(isTold)
        .map((measure) => [
          t(`documents.annual.figures.${measure}`),
          cell(measure, figures),
          ...(before === null ? [] : [cell(measure, before), changeOf(measure, before)]),
        ]),
    ),
    ...(before === null ? [sentence(t('documents.annual.figures.noBefore'))] : []),
  ]
}

function periodBefore({ from, to }: YearFigures, { t, day }: Words): string {
  return calendarYear(from, to) ?? t('documents.cover.periodValue', { from: day(from), to: day(to) })
}

/** What was promised, given and remains, a row a unit: different units are never added. */
function promised(snapshot: Snapshot, { figures, before }: AnnualPart, words: Words): Block[] {
  const units = unitsOf(figures)
  if (units.length === 0) return []
  const { t } = words
  const { quantity, rest } = commitmentWords(snapshot.language)
  const deliveredBefore = (unit: string) =>
    before === null ? null : (before.commitments.find((one) => one.unit === unit)?.delivered ?? 0)
  return [
    heading(3, t('documents.annual.commitments.heading')),
    sentence(t('documents.annual.commitments.note'), undefined, { keepNext: true }),
    ...table(
      [
        { header: t('documents.annual.commitments.unit'), width: 1.5 },
        { header: t('partners.doc.totals.pledged'), width: 1.8, number: true },
        { header: t('partners.doc.totals.delivered'), width: 1.8, number: true },
        { header: t('partners.doc.totals.remaining'), width: 1.8, number: true },
        ...(before === null
          ? []
          : [
              {
                header: t('documents.annual.commitments.deliveredIn', { when: periodBefore(before, words) }),
                width: 2.1,
                number: true,
              },
              { header: t('documents.annual.figures.change'), width: 1.9 },
            ]),
      ],
      units.map((total) => {
        const { unit, pledged, delivered } = total
        const write = (amount: number) => quantity(amount, unit)
        const then = deliveredBefore(unit)
        return [
          t(`codes.commitmentUnit.${unit}`),
          write(pledged),
          write(delivered),
          rest(total),
          ...(then === null ? [] : [write(then), changeOfAmount(delivered, then, words, write)]),
        ]
      }),
    ),
  ]
}

function unitsOf({ from, commitments }: YearFigures) {
  return inOrder(commitments.map((total) => ({ ...total, year: Number(from.slice(0, 4)) })))
}

/** How many goals of the plans in force stand how: as set for the goal, else as its figures say. */
function statusesOf({ strategy }: Snapshot) {
  const goals = strategy?.plans.flatMap((plan) => plan.goals) ?? []
  return goalStatuses
    .map((status) => ({
      status,
      count: goals.filter((goal) => (goal.status ?? goal.statusByFigures) === status).length,
    }))
    .filter(({ count }) => count > 0)
}

function goalsByStatus(snapshot: Snapshot, { t, number, dayOfInstant }: Words): Block[] {
  const rows = statusesOf(snapshot).map(({ status, count }) => ({ name: t(`codes.goalStatus.${status}`), count }))
  if (rows.length === 0) return []
  const figures = rows.map(({ name, count }) => `${name}: ${number(count)}`).join('; ')
  const count = t('documents.annual.goals.count')
  return [
    heading(3, t('documents.annual.goals.heading')),
    sentence(t('documents.annual.goals.note', { day: dayOfInstant(snapshot.package.dataAsOf) }), undefined, {
      keepNext: true,
    }),
    bars(
      { title: t('documents.annual.goals.chart'), alt: t('documents.annual.goals.alt', { figures }) },
      rows.map(({ name }) => name),
      count,
      rows.map((row) => row.count),
    ),
    ...table(
      [
        { header: t('documents.annual.goals.status'), width: 4 },
        { header: count, width: 1, number: true },
      ],
      rows.map((row) => [row.name, number(row.count)]),
    ),
  ]
}
