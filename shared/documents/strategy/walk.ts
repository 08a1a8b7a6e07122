/** The walk through a plan, area by area and goal by goal: what it says, how it stands, what serves it, what is missing. */
import { Paragraph } from 'docx'
import { bulletLines, labelled, paperTable } from '../meeting/blocks.ts'
import type { PaperActivity, PaperGoal, PaperPlan, PaperServing, PlanPaper } from '../strategy-snapshot.ts'
import { type Block, heading, linkTo, prose, sentence } from '../word/blocks.ts'
import { goalChart } from '../word/goal-chart.ts'
import { activityTable, indicatorTable, missingLines, statusLines } from '../word/goal-tables.ts'
import { crossProjects, indicatorsOfGoal, otherIndicators, projectsOfArea } from './parts.ts'
import {
  capital,
  figurePeriod,
  indicatorOf,
  measureOf,
  missingTexts,
  type StrategyWords,
  targetText,
  whenText,
} from './words.ts'

/** Every area with its goals, activities and projects, then the goals, activities, projects and indicators of none. */
export function walkAreas({ plan, projects }: Pick<PlanPaper, 'plan' | 'projects'>, words: StrategyWords): Block[] {
  const { t } = words
  const label = plan.areaLabel ?? t('documents.strategy.area')
  const stray = plan.goals.filter(({ areaNumber }) => areaNumber === null)
  const loose = plan.activities.filter(({ goalCode, areaNumber }) => goalCode === null && areaNumber === null)
  return [
    ...plan.areas.flatMap((area) => {
      const goals = plan.goals.filter(({ areaNumber }) => areaNumber === area.number)
      const own = plan.activities.filter((one) => one.goalCode === null && one.areaNumber === area.number)
      return [
        heading(2, `${label} ${area.number}: ${area.title}`),
        ...(area.description === null ? [] : prose(area.description)),
        ...strategyLines(3, t('documents.strategy.report.areaStrategies'), area),
        ...(goals.length === 0 ? [sentence(t('documents.strategy.noGoalsInArea'))] : goalsOf(goals, plan, words)),
        ...activityBlocks(
          3,
          t(`documents.strategy.report.${goals.length === 0 ? 'activities' : 'otherActivities'}`),
          own,
          plan,
          words,
        ),
        ...projectsOfArea(area.number, projects, words),
      ]
    }),
    ...(stray.length === 0 ? [] : [heading(2, t('documents.strategy.otherGoals')), ...goalsOf(stray, plan, words)]),
    ...(loose.length === 0
      ? []
      : [
          heading(2, t(`documents.strategy.report.${plan.goals.length === 0 ? 'activities' : 'otherActivities'}`)),
          ...activityTable(loose, plan, words),
        ]),
    ...crossProjects(projects, words),
    ...otherIndicators(plan, words),
  ]
}

const goalsOf = (goals: readonly PaperGoal[], plan: PaperPlan, words: StrategyWords) =>
  goals.flatMap((goal) => walkGoal(goal, plan, words))

/** A name for the place of a goal, so that the list of gaps leads to it. */
const placeOf = (plan: PaperPlan, goal: PaperGoal) => `fyr_goal_${plan.goals.indexOf(goal) + 1}`

function walkGoal(goal: PaperGoal, plan: PaperPlan, words: StrategyWords): Block[] {
  const { t } = words
  const own = plan.activities.filter(({ goalCode }) => goalCode === goal.code)
  const indicators = indicatorsOfGoal(goal.code, plan)
  const missing = missingTexts(goal, words)
  const responsible =
    goal.responsible === null
      ? t('documents.strategy.noResponsible')
      : t('documents.strategy.responsible', { name: goal.responsible })
  return [
    heading(3, `${goal.code} ${goal.title}`, { place: placeOf(plan, goal) }),
    sentence(
      [
        responsible,
        ...(goal.parentCode === null ? [] : [t('documents.strategy.partOf', { code: goal.parentCode })]),
      ].join(' · '),
      'Byline',
    ),
    sentence(standing(goal, plan, words)),
    ...(goal.definition === null ? [] : [labelled(t('documents.strategy.report.definition'), goal.definition)]),
    ...(goal.test === null ? [] : [labelled(t('app.fields.test'), goal.test)]),
    ...wordings(goal, words),
    heading(4, t('documents.strategy.report.status')),
    ...statusLines(goal, plan, words),
    ...goalChart(goal, plan, words),
    ...(indicators.length === 0
      ? []
      : [heading(4, t('documents.strategy.report.indicators')), ...indicatorTable(indicators, words)]),
    ...strategyLines(4, t('documents.strategy.report.strategies'), goal),
    ...activityBlocks(4, t('documents.strategy.report.activities'), own, plan, words),
    heading(4, t('documents.strategy.report.serves')),
    ...serves(goal, words),
    heading(4, t('documents.strategy.report.missing')),
    ...(missing.length === 0 ? [sentence(t('documents.strategy.report.nothingMissing'))] : bulletLines(missing)),
  ]
}

/** Target, baseline, latest figure and how far it has come, as sentences that can be read aloud. */
function standing(goal: PaperGoal, plan: PaperPlan, words: StrategyWords): string {
  const { t, value, period, share } = words
  const measure = measureOf(goal, plan)
  const { baseline, latest, progress, expected, referenceFigure } = goal
  const said: string[] = [
    t('documents.strategy.report.sentence.target', {
      target: targetText(goal, plan, words).replace(/[.\s]+$/, ''),
      when: whenText(goal, words),
    }),
  ]
  if (baseline !== null) {
    said.push(
      t('documents.strategy.report.sentence.from', {
        value: value(baseline.value, measure),
        period: baseline.period === null ? t('documents.strategy.noBaselinePeriod') : period(baseline.period),
      }),
    )
  }
  if (latest !== null) {
    said.push(
      t('documents.strategy.report.sentence.now', {
        value: value(latest.value, measure),
        period: figurePeriod(latest, words),
      }),
    )
  }
  said.push(...missingLines(indicatorOf(plan, goal.lead), words).map(withStop))
  if (progress !== null && progress < 0) said.push(t('documents.strategy.report.sentence.wrongWay'))
  else if (progress !== null) said.push(t('documents.strategy.report.sentence.way', { share: share(progress) }))
  if (expected !== null && goal.statusByFigures !== 'reached') {
    said.push(t('documents.strategy.report.sentence.expected', { value: value(expected, measure) }))
  }
  if (referenceFigure !== null) {
    const name = goal.reference ?? indicatorOf(plan, goal.lead)?.title ?? t('documents.strategy.chart.reference')
    said.push(
      t('documents.strategy.report.sentence.reference', {
        reference: capital(name),
        value: value(referenceFigure.value, measure),
      }),
    )
  }
  return said.join(' ')
}

const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

/** Every wording that is kept, where there are several: which is in force, and where it stands. */
function wordings(goal: PaperGoal, { t }: StrategyWords): Block[] {
  if (goal.wordings.length === 0) return []
  return [
    heading(4, t('documents.strategy.report.wordings')),
    ...bulletLines(
      goal.wordings.map(({ text, source, place, inForce }) => {
        const where = [source, place].filter((part) => part !== null).join(', ')
        const state = t(`documents.strategy.report.${inForce ? 'inForce' : 'notInForce'}`)
        return `${text} (${[where, state].filter((part) => part !== '').join('; ')})`
      }),
    ),
  ]
}

interface WithStrategies {
  readonly strategies: readonly { readonly text: string; readonly examples: readonly string[] }[]
  readonly strategyIntro: string | null
}
function strategyLines(level: 3 | 4, title: string, { strategies, strategyIntro }: WithStrategies): Block[] {
  if (strategies.length === 0) return []
  return [
    heading(level, title),
    ...(strategyIntro === null ? [] : [sentence(strategyIntro)]),
    ...bulletLines(
      strategies.map(({ text, examples }) => (examples.length === 0 ? text : `${text} (${examples.join(', ')})`)),
    ),
  ]
}

function activityBlocks(
  level: 3 | 4,
  title: string,
  activities: readonly PaperActivity[],
  plan: PaperPlan,
  words: StrategyWords,
): Block[] {
  return activities.length === 0 ? [] : [heading(level, title), ...activityTable(activities, plan, words)]
}

/** All that serves a goal as far as it may be named, kind by kind; the rest is counted. */
function serves(goal: PaperGoal, words: StrategyWords): Block[] {
  const { t, number } = words
  const { withheld: count } = goal
  const kinds = [...Map.groupBy(goal.serving, ({ kind }) => kind)]
  if (kinds.length === 0 && count === 0) return [sentence(t('documents.strategy.thread.nothing'))]
  return [
    ...kinds.flatMap(([kind, all]) => [
      sentence(t(`documents.strategy.thread.kinds.${kind}`), 'Byline', { keepNext: true }),
      ...bulletLines(all.map((one) => servingText(one, words))),
    ]),
    ...(count === 0 ? [] : [sentence(t('documents.strategy.thread.withheld', { count, number: number(count) }))]),
  ]
}

/** One thing that serves a goal, with whose it is, its day, and how it serves. */
function servingText({ title, of, on, note }: PaperServing, { day }: StrategyWords): string {
  const about = [...(of === null ? [] : [of]), ...(on === null ? [] : [day(on)])]
  const name = about.length === 0 ? title : `${title} (${about.join(', ')})`
  return note === null ? name : `${name}: ${note}`
}

/** What every goal lacks, each leading to where it is told of. */
export function gapsOfPlan(plan: PaperPlan, words: StrategyWords): Block[] {
  const { t } = words
  const lacking = plan.goals
    .map((goal) => ({ goal, missing: missingTexts(goal, words) }))
    .filter(({ missing }) => missing.length > 0)
  if (lacking.length === 0) return [sentence(t('documents.strategy.report.noGaps'))]
  return [
    sentence(t('documents.strategy.report.gapsLead'), undefined, { keepNext: true }),
    ...paperTable(
      [
        { header: plan.goalLabel ?? t('documents.strategy.goal'), width: 4 },
        { header: t('documents.strategy.thread.missing'), width: 5 },
      ],
      lacking.map(({ goal, missing }) => ({
        cells: [
          {
            blocks: [
              new Paragraph({
                style: 'TableFirst',
                children: [linkTo(placeOf(plan, goal), `${goal.code} ${goal.title}`)],
              }),
            ],
          },
          missing,
        ],
      })),
    ),
  ]
}
