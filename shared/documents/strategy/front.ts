/** The first page of the report that walks a plan: what the plan is, what it wants, and how many of its goals stand how. */
import { bulletLines, facts } from '../meeting/blocks.ts'
import type { PlanPaper } from '../strategy-snapshot.ts'
import { type Block, heading, prose, sentence } from '../word/blocks.ts'
import { indicatorTable } from '../word/goal-tables.ts'
import { leadOf, planName } from '../word/strategy.ts'
import type { StrategyWords } from './words.ts'

/** Kicker, the plan's name as Heading 1, its facts, main goal with its indicators, values, and the overview. */
export function planFront(paper: PlanPaper, words: StrategyWords): Block[] {
  const { t, day, number } = words
  const { plan, projects, partnership } = paper
  const fact = (name: 'organisation' | 'version' | 'period' | 'adopted' | 'vision' | 'mission' | 'contents') =>
    t(`documents.strategy.report.facts.${name}`)
  const own = plan.indicators.filter(({ ofMainGoal }) => ofMainGoal)
  return [
    sentence(partnership.name, 'PaperKicker'),
    heading(1, planName(plan)),
    sentence(
      `${t('documents.strategy.report.kind')} · ${t('documents.strategy.report.asOf', { day: day(paper.today) })}`,
      'PaperSubtitle',
    ),
    ...facts([
      [fact('organisation'), plan.organisation ?? partnership.name],
      [fact('version'), plan.versionLabel],
      [fact('period'), periodOf(paper, words)],
      [fact('adopted'), adoptedText(paper, words)],
      [fact('vision'), plan.vision],
      [fact('mission'), plan.mission],
      [
        fact('contents'),
        (
          [
            ['areas', plan.areas],
            ['goals', plan.goals],
            ['activities', plan.activities],
            ['indicators', plan.indicators],
            ['projects', projects],
          ] as const
        )
          .map(([part, { length: count }]) =>
            t(`documents.strategy.report.facts.${part}`, { count, number: number(count) }),
          )
          .join(', '),
      ],
    ]),
    heading(2, t('documents.strategy.mainGoal')),
    ...prose(plan.mainGoal ?? t('documents.strategy.report.noMainGoal')),
    ...(own.length === 0 ? [] : indicatorTable(own, words)),
    ...(plan.values.length === 0
      ? []
      : [heading(2, t('documents.strategy.report.values')), ...bulletLines(plan.values)]),
    heading(2, t('documents.strategy.report.overview')),
    ...leadOf(plan, words),
  ]
}

function periodOf({ plan: { periodFrom: from, periodTo: to } }: PlanPaper, { t }: StrategyWords): string {
  if (from !== null && to !== null) return `${from}–${to}`
  if (from !== null) return t('documents.strategy.report.facts.from', { year: String(from) })
  if (to !== null) return t('documents.strategy.report.facts.to', { year: String(to) })
  return t('documents.strategy.report.facts.noPeriod')
}

function adoptedText({ plan: { adoptedBy, adoptedOn } }: PlanPaper, { t, day }: StrategyWords): string | null {
  if (adoptedBy !== null && adoptedOn !== null) {
    return t('documents.strategy.report.facts.adoptedBy', { by: adoptedBy, day: day(adoptedOn) })
  }
  return adoptedBy ?? (adoptedOn && day(adoptedOn))
}

/** Who made the report, and of which day the data is. */
export function planSender({ madeBy, today, partnership }: PlanPaper, { t, day }: StrategyWords): Block[] {
  return facts(
    [
      [t('documents.strategy.report.facts.madeBy'), madeBy],
      [t('documents.strategy.report.facts.dataAsOf'), day(today)],
      [partnership.contactName ?? '', partnership.contactName === null ? null : partnership.contactEmail],
    ],
    { keepNext: false },
  )
}
