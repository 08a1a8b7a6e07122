/** The tables of a project in a board package: milestones and partners. */
import { Paragraph } from 'docx'
import { cleanLine } from '../clean-text.ts'
import type { SnapshotMilestone } from '../exceptions.ts'
import { paperTable } from '../meeting/blocks.ts'
import type { ProjectWords } from '../project-words.ts'
import type { SnapshotProject } from '../snapshot.ts'
import { type Block, type CellText, table } from './blocks.ts'

/** What a partner is in a project, in words. */
export function rolesOf(roles: SnapshotProject['partners'][number]['roles'], { t }: ProjectWords): string {
  return roles.map((role) => t(`codes.projectRole.${role}`)).join(', ')
}

/** A row a milestone with its three dates. */
export function milestoneTable({ milestones }: SnapshotProject, words: ProjectWords): Block[] {
  const { t, day } = words
  return paperTable(
    [
      { header: t('documents.projects.milestone.milestoneAndOwner'), width: 2.35 },
      { header: t('documents.projects.milestone.baseline'), width: 1.4 },
      { header: t('documents.projects.milestone.forecast'), width: 1.35 },
      { header: t('documents.projects.milestone.actual'), width: 1.35 },
      { header: t('documents.projects.milestone.slip'), width: 1.2 },
      { header: t('documents.projects.milestone.state'), width: 2.15 },
    ],
    milestones.map((one) => ({
      cells: [
        {
          blocks: [
            new Paragraph({ style: 'TableFirst', text: cleanLine(one.title) }),
            new Paragraph({ style: 'TableText', text: cleanLine(one.owner) }),
          ],
        },
        [day(one.baselineOn), ...rebaselined(one, words)],
        one.forecastOn === null ? '' : day(one.forecastOn),
        one.actualOn === null ? '' : day(one.actualOn),
        slipText(one, words),
        stateLines(one, words),
      ],
    })),
  )
}

function rebaselined(
  { rebaselined: count, baselineSetOn }: SnapshotMilestone,
  { t, day, number }: ProjectWords,
): string[] {
  if (count === 0) return []
  return [
    t('documents.projects.milestone.rebaselined', { count, number: number(count) }),
    t('documents.projects.milestone.baselineSet', { day: day(baselineSetOn) }),
  ]
}

/** Days from the baseline to the actual day, else to the forecast, in words; nothing where neither is said. */
function slipText({ slipDays }: SnapshotMilestone, { t, number }: ProjectWords): string {
  if (slipDays === null) return ''
  if (slipDays === 0) return t('documents.projects.milestone.onTheDay')
  const count = Math.abs(slipDays)
  const key = slipDays > 0 ? 'documents.projects.milestone.late' : 'documents.projects.milestone.early'
  return t(key, { count, number: number(count) })
}

function stateLines(one: SnapshotMilestone, { t, number }: ProjectWords): string[] {
  const { daysOverdue: count, reason, evidence } = one
  const state = t(`codes.milestoneState.${one.state}`)
  return [
    count > 0 ? `${state}, ${t('documents.exceptions.daysOf', { count, number: number(count) })}` : state,
    ...(reason === null ? [] : [reason]),
    ...(evidence.length === 0 ? [] : [t('documents.projects.milestone.evidence', { titles: evidence.join(', ') })]),
  ]
}

/** Who takes part as what, and what they have promised and given to the project. */
export function partnerTable({ partners }: SnapshotProject, words: ProjectWords): Block[] {
  const { t } = words
  return table(
    [
      { header: t('documents.projects.partners.partner'), width: 2.4 },
      { header: t('documents.projects.partners.role'), width: 1.8 },
      { header: t('documents.projects.partners.contribution'), width: 4.8 },
    ],
    partners.map(({ name, roles, contributions }): CellText[] => [
      name,
      rolesOf(roles, words),
      contributions.map((one) => contributionText(one, words)),
    ]),
  )
}

function contributionText(
  { title, unit, pledged, delivered }: SnapshotProject['partners'][number]['contributions'][number],
  { t, quantity }: ProjectWords,
): string {
  if (unit === null) return title
  const told = { title, delivered: quantity(delivered, unit) }
  return pledged === null
    ? t('documents.projects.partners.given', told)
    : t('documents.projects.partners.counted', { ...told, pledged: quantity(pledged, unit) })
}
