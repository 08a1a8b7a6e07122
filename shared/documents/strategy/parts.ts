/** What of a plan stands under no goal: its projects, the indicators that measure none, its own sections. */
import { Paragraph } from 'docx'
import { cleanLine } from '../clean-text.ts'
import { bulletLines, paperTable } from '../meeting/blocks.ts'
import { nameOf } from '../project-words.ts'
import type { PaperIndicator, PaperPlan, PlanPaper, PlanProject } from '../strategy-snapshot.ts'
import { type Block, heading } from '../word/blocks.ts'
import { indicatorTable } from '../word/goal-tables.ts'
import { lightRuns } from '../word/light.ts'
import type { StrategyWords } from './words.ts'

/** The projects of an area; those of two areas stand in both. */
export function projectsOfArea(number: number, projects: readonly PlanProject[], words: StrategyWords): Block[] {
  const own = projects.filter(({ areaNumbers }) => areaNumbers.includes(number))
  return own.length === 0
    ? []
    : [heading(3, words.t('documents.strategy.report.projects')), ...projectTable(own, words)]
}

/** Those of no area of the plan: they go across all of them. */
export function crossProjects(projects: readonly PlanProject[], words: StrategyWords): Block[] {
  const own = projects.filter(({ areaNumbers }) => areaNumbers.length === 0)
  return own.length === 0
    ? []
    : [heading(2, words.t('documents.strategy.report.crossProjects')), ...projectTable(own, words)]
}

/** A row a project: its light with the comment, its status, who leads it. */
function projectTable(projects: readonly PlanProject[], { t, day }: StrategyWords): Block[] {
  const light = (one: PlanProject['light']) => t(one === null ? 'documents.projects.lightNone' : `codes.light.${one}`)
  return paperTable(
    [
      { header: t('documents.projects.project'), width: 3.2 },
      { header: t('documents.projects.light'), width: 3 },
      { header: t('documents.strategy.report.projectStatus'), width: 1.4 },
      { header: t('documents.strategy.activities.responsible'), width: 1.8 },
    ],
    projects.map((one) => ({
      cells: [
        {
          blocks: [
            new Paragraph({ style: 'TableFirst', text: cleanLine(nameOf(one)) }),
            ...(one.lighthouse
              ? [new Paragraph({ style: 'TableText', text: t('documents.strategy.report.lighthouse') })]
              : []),
          ],
        },
        {
          blocks: [
            new Paragraph({ style: 'TableText', children: lightRuns(one.light, { light }) }),
            ...[one.lightOn && day(one.lightOn), one.lightComment]
              .filter((line) => line !== null)
              .map((line) => new Paragraph({ style: 'TableText', text: cleanLine(line) })),
          ],
        },
        t(`codes.projectStatus.${one.status}`),
        one.lead ?? t('documents.strategy.activities.nobody'),
      ],
    })),
  )
}

/** The indicators of a goal that are not told of with the main goal. */
export function indicatorsOfGoal(code: string, plan: PaperPlan): PaperIndicator[] {
  return plan.indicators.filter(({ goals, ofMainGoal }) => !ofMainGoal && goals.includes(code))
}

/** The indicators that neither the main goal nor any goal of the plan is told with. */
export function otherIndicators(plan: PaperPlan, words: StrategyWords): Block[] {
  const codes = new Set(plan.goals.map(({ code }) => code))
  const own = plan.indicators.filter(({ goals, ofMainGoal }) => !ofMainGoal && !goals.some((code) => codes.has(code)))
  return own.length === 0
    ? []
    : [heading(2, words.t('documents.strategy.report.otherIndicators')), ...indicatorTable(own, words)]
}

/** The plan's own sections, each with its lines. */
export function planSections({ sections }: Pick<PlanPaper, 'sections'>): Block[] {
  return sections.flatMap(({ title, lines }) => [heading(2, title), ...bulletLines(lines)])
}
