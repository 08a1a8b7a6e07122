/** One project in a board package: facts, light, milestones, partners. A quiet one is told in few lines. */
import { Paragraph, Tab, TextRun } from 'docx'
import { isSlipping } from '../../domain/milestone-rules.ts'
import { cleanLine } from '../clean-text.ts'
import { facts } from '../meeting/blocks.ts'
import { nameOf, nextDecisionParts, type ProjectWords } from '../project-words.ts'
import type { SnapshotProject } from '../snapshot.ts'
import { type Block, heading, prose, sentence } from './blocks.ts'
import { lightRuns } from './light.ts'
import { milestoneTable, partnerTable, rolesOf } from './project-tables.ts'
import { colours } from './styles.ts'

/** A project's name and its first facts stay on one page. */
const together = { keepNext: true }

interface Options {
  readonly level: 3 | 4
  /** Bookmark of its heading. */
  readonly place: string
  readonly period: { readonly periodFrom: string; readonly periodTo: string }
}

/** Nothing empty is printed; what is not new of a quiet project stands in the workbook only. */
export function projectBlocks(
  project: SnapshotProject,
  words: ProjectWords,
  { level, place, period }: Options,
): Block[] {
  const { t } = words
  const below = level === 3 ? 4 : undefined
  const quiet = isQuiet(project, period)
  const withContributions = !quiet && project.partners.some(({ contributions }) => contributions.length > 0)
  return [
    heading(level, nameOf(project), { place }),
    ...factsOf(project, words, { withPartners: !withContributions }),
    ...commentOf(project, words),
    ...(quiet ? [] : told(t('documents.projects.description'), project.description)),
    ...told(t('documents.projects.effect'), project.effect),
    ...(project.milestones.length === 0
      ? []
      : group(t('documents.projects.milestones'), below, milestoneTable(project, words))),
    ...(withContributions ? group(t('documents.projects.partners.heading'), below, partnerTable(project, words)) : []),
  ]
}

/** Under a heading of its own where the project's own heading leaves a level for it. */
function group(title: string, level: 4 | undefined, blocks: readonly Block[]): Block[] {
  return [level === undefined ? sentence(title, 'Byline') : heading(level, title), ...blocks]
}

/**
 * True where the board need not stop at it: green or not assessed, no milestone late, overdue or reached in the period, nothing to
 * decide, not ended in the period.
 */
export function isQuiet(
  { light, milestones, nextDecision, endActualOn }: SnapshotProject,
  { periodFrom, periodTo }: Options['period'],
): boolean {
  const within = (day: string | null) => day !== null && day >= periodFrom && day <= periodTo
  const moved = milestones.some(({ state, actualOn }) => isSlipping(state) || within(actualOn))
  return (light === null || light === 'green') && !moved && nextDecision === null && !within(endActualOn)
}

function factsOf(project: SnapshotProject, words: ProjectWords, { withPartners }: { withPartners: boolean }): Block[] {
  const { t, areaLabel } = words
  const areas = [...project.focusAreas, ...(project.crossCutting ? [t('documents.projects.facts.crossCutting')] : [])]
  const partners = project.partners
    .filter(({ roles }) => roles.some((role) => role !== 'owner'))
    .map(({ name, roles }) =>
      t('documents.projects.facts.partner', { name, roles: rolesOf(roles, words).toLocaleLowerCase(words.locale) }),
    )
  const status = t(`codes.projectStatus.${project.status}`)
  const more = (
    [
      [t('documents.projects.facts.owner'), project.owners.join(', ')],
      [t('documents.projects.facts.partners'), withPartners ? partners.join(', ') : null],
      [t('documents.projects.facts.period'), periodText(project, words)],
      ...moneyFacts(project, words),
      [t('documents.projects.facts.nextDecision'), nextDecisionParts(project, words).join(', ')],
      [t('documents.projects.facts.continues'), project.continues.join(', ')],
      [t('documents.projects.facts.continuesAs'), project.continuesAs],
      [
        t('documents.projects.milestones'),
        project.milestones.length === 0 ? t('documents.projects.noMilestones') : null,
      ],
    ] as [string, string | null][]
  ).filter(([, value]) => value !== null && value !== '')
  return [
    ...facts(
      [
        [
          t('documents.projects.status'),
          project.lighthouse
            ? `${status}, ${t('documents.projects.lighthouse').toLocaleLowerCase(words.locale)}`
            : status,
        ],
      ],
      together,
    ),
    lightFact(project, words),
    ...facts(
      [
        [areaLabel, areas.join(', ')],
        [t('documents.projects.responsible'), project.lead ?? t('documents.projects.notStated')],
      ],
      together,
    ),
    ...facts(more.slice(0, -1), together),
    ...facts(more.slice(-1)),
  ]
}

function lightFact({ light, lightOn }: SnapshotProject, words: ProjectWords): Block {
  const { t, day } = words
  const assessed = lightOn === null ? [] : [new TextRun(t('documents.projects.lightOn', { day: day(lightOn) }))]
  return new Paragraph({
    style: 'Fact',
    ...together,
    children: [
      new TextRun({ text: cleanLine(t('documents.projects.light')), color: colours.muted }),
      new TextRun({ children: [new Tab()] }),
      ...lightRuns(light, words),
      ...assessed,
    ],
  })
}

function periodText(
  { startYear, startOn, endPlannedOn, endActualOn }: SnapshotProject,
  { t, day }: ProjectWords,
): string {
  const from = startOn === null ? String(startYear) : day(startOn)
  if (endActualOn !== null) return t('documents.projects.facts.ended', { from, to: day(endActualOn) })
  if (endPlannedOn !== null) return t('documents.projects.facts.planned', { from, to: day(endPlannedOn) })
  return t('documents.projects.facts.from', { from })
}

/** Budget with what of it nobody has granted; what is granted with what is applied for besides. */
function moneyFacts(project: SnapshotProject, { t, money }: ProjectWords): [string, string | null][] {
  const { granted, appliedFor } = project
  const amount = (value: number) => money(value, project)
  const given = amount(granted)
  const silent = project.budget === null && granted + appliedFor === 0
  return [
    [t('documents.projects.facts.budget'), project.budget === null ? null : budgetText(project.budget)],
    [
      t('documents.projects.facts.granted'),
      silent
        ? null
        : appliedFor === 0
          ? given
          : t('documents.projects.facts.withApplied', { granted: given, amount: amount(appliedFor) }),
    ],
  ]

  function budgetText(budget: number): string {
    const lacking = budget - granted
    if (lacking === 0) return amount(budget)
    const key = lacking > 0 ? 'documents.projects.facts.lacking' : 'documents.projects.facts.over'
    return t(key, { budget: amount(budget), amount: amount(Math.abs(lacking)) })
  }
}

function commentOf({ light, lightOn, lightComment, lightIsStale }: SnapshotProject, words: ProjectWords): Block[] {
  const { t, day } = words
  const label = t('documents.projects.comment', { day: lightOn === null ? '' : day(lightOn) }).trim()
  const missing = light === 'red' || light === 'amber' ? t('documents.projects.commentMissing') : null
  return [
    ...told(label, lightComment ?? missing),
    ...(lightIsStale && lightComment !== null ? [sentence(t('documents.projects.stale'))] : []),
  ]
}

/** A label and a text on one line, a little apart from the facts above; a text of several paragraphs goes on below. */
function told(label: string, text: string | null): Block[] {
  if (text === null || text.trim() === '') return []
  const [first = '', ...rest] = text.trim().split('\n')
  const opening = new Paragraph({
    spacing: { before: 120 },
    children: [new TextRun({ text: `${cleanLine(label)}: `, bold: true }), new TextRun(cleanLine(first))],
  })
  return [opening, ...prose(rest.join('\n'))]
}
