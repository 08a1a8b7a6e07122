/** Risks and exceptions (board-package.md 4.1, section 13): only what does not go as planned, in one place, each linked to where more is told. */
import { Paragraph, TextRun } from 'docx'
import { type Exceptions, exceptionsOf, tellsExceptions } from '../exceptions.ts'
import { hasCommitments, hasMeetings } from '../meeting-parts.ts'
import { ownHeading, printsSection } from '../printed-sections.ts'
import { nameOf, type ProjectWords, projectWords } from '../project-words.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Block, heading, linkTo, places, sentence } from './blocks.ts'
import { columnsOf, group, named, placeIn } from './exception-rows.ts'
import { lightCell } from './light.ts'
import { strategyExceptions } from './strategy-exceptions.ts'

/** Starts a page of its own; a sentence where all goes as planned. None in packages made before projects came. */
export function exceptionsSection(snapshot: Snapshot): Block[] {
  if (!tellsExceptions(snapshot)) return []
  const words = projectWords(snapshot)
  const { t } = words
  const found = exceptionsOf(snapshot)
  const title = heading(2, t('documents.exceptions.heading'), { pageBreakBefore: true })
  if (found.count === 0) return [title, sentence(t('documents.exceptions.nothing'), 'Lead')]
  return [
    title,
    sentence(t('documents.exceptions.intro'), 'Lead'),
    ...projects(found, snapshot, words),
    ...milestones(found, snapshot, words),
    ...strategyExceptions(found, snapshot, words),
    ...commitments(found, snapshot, words),
    ...decisions(found, snapshot, words),
    ...followUps(found, snapshot, words),
    ...agreements(found, snapshot, words),
  ]
}

/** Each project stands in its section in the snapshot's order. */
function placeOf(project: Exceptions['projects'][number], snapshot: Snapshot): string | null {
  return placeIn(snapshot, 'projects', places.project(snapshot.projects?.rows.indexOf(project) ?? 0))
}

function projects({ projects: rows }: Exceptions, snapshot: Snapshot, words: ProjectWords): Block[] {
  const { t, day } = words
  return group(
    {
      title: t('documents.exceptions.projects'),
      count: rows.length,
      columns: [
        { header: t('documents.projects.project'), width: 2.6 },
        { header: t('documents.projects.light'), width: 1.5 },
        { header: t('documents.exceptions.stands'), width: 3.4 },
        { header: t('documents.exceptions.responsible'), width: 1.7 },
      ],
      rows: rows.map((row) => [
        named(placeOf(row, snapshot), nameOf(row)),
        lightCell(row.light, row.lightOn === null ? [] : [day(row.lightOn)], words),
        [
          row.lightComment ?? t('documents.projects.commentMissing'),
          ...(row.lightIsStale && row.lightComment !== null ? [t('documents.projects.stale')] : []),
        ],
        row.lead ?? row.owners.join(', '),
      ]),
    },
    words,
  )
}

function milestones({ milestones: rows }: Exceptions, snapshot: Snapshot, words: ProjectWords): Block[] {
  const { t, day, number } = words
  return group(
    {
      title: t('documents.exceptions.milestones'),
      count: rows.length,
      columns: columnsOf(t('documents.projects.milestone.milestone'), words),
      rows: rows.map(({ project, milestone: one }) => {
        const overdue = one.daysOverdue > 0
        const count = overdue ? one.daysOverdue : (one.slipDays ?? 0)
        const key = overdue ? 'documents.projects.milestone.daysOverdue' : 'documents.projects.milestone.daysLate'
        return [
          named(placeOf(project, snapshot), one.title, nameOf(project)),
          [
            t(`codes.milestoneState.${one.state}`),
            t('documents.exceptions.planned', { day: day(one.baselineOn) }),
            ...(one.forecastOn === null ? [] : [t('documents.exceptions.forecast', { day: day(one.forecastOn) })]),
            ...(one.reason === null ? [] : [one.reason]),
          ],
          one.owner,
          t(key, { count, number: number(count) }),
        ]
      }),
    },
    words,
  )
}

function daysOverdue(count: number, { t, number }: ProjectWords): string {
  return t('documents.projects.milestone.daysOverdue', { count, number: number(count) })
}

function commitments(
  { commitments: { rows, withheld } }: Exceptions,
  snapshot: Snapshot,
  words: ProjectWords,
): Block[] {
  const { t, day, number, quantity } = words
  return group(
    {
      title: t('documents.exceptions.commitments'),
      count: rows.length + withheld,
      columns: columnsOf(t('partners.doc.commitments.commitment'), words),
      rows: rows.map(({ title, unit, pledged, delivered, periodTo, partner, daysOverdue: days, isPublic }) => [
        named(
          placeIn(snapshot, 'commitments', places.commitments),
          title,
          isPublic ? null : t('documents.commitments.isNotPublic'),
        ),
        [
          ...(unit === null || pledged === null
            ? []
            : [
                t('documents.exceptions.delivered', {
                  delivered: quantity(delivered, unit),
                  pledged: quantity(pledged, unit),
                }),
              ]),
          t('documents.exceptions.ended', { day: day(periodTo) }),
        ],
        partner,
        daysOverdue(days, words),
      ]),
      withheld: counted('documents.exceptions.withheldCommitments', withheld, { t, number }),
    },
    words,
  )
}

function counted(
  key: 'documents.exceptions.withheldCommitments' | 'documents.exceptions.withheldDecisions',
  count: number,
  { t, number }: Pick<ProjectWords, 't' | 'number'>,
): string[] {
  return count === 0 ? [] : [t(key, { count, number: number(count) })]
}

function decisions({ decisions: { rows, withheld } }: Exceptions, snapshot: Snapshot, words: ProjectWords): Block[] {
  const { t, day, number } = words
  return group(
    {
      title: t('documents.exceptions.decisions'),
      count: rows.length + withheld,
      columns: columnsOf(t('documents.exceptions.decision'), words),
      rows: rows.map(
        ({ numberText, title, dueOn, decisionStatus, actionStatus, responsible, organisation, ...row }) => [
          named(
            placeIn(snapshot, 'decisions', places.decisions),
            numberText === null ? title : `${numberText} ${title}`,
          ),
          [
            ...(decisionStatus === null ? [] : [t(`codes.decisionStatus.${decisionStatus}`)]),
            ...(actionStatus === null ? [] : [t(`codes.actionStatus.${actionStatus}`)]),
            ...(dueOn === null ? [] : [t('documents.exceptions.due', { day: day(dueOn) })]),
            ...(row.result === null ? [] : [row.result]),
          ],
          [responsible, organisation].filter((part) => part !== null),
          daysOverdue(row.daysOverdue, words),
        ],
      ),
      withheld: counted('documents.exceptions.withheldDecisions', withheld, { t, number }),
    },
    words,
  )
}

/** Numbers only: companies are not named twice. */
function followUps(
  { followUps: { overdue, daysOldest } }: Exceptions,
  snapshot: Snapshot,
  words: ProjectWords,
): Block[] {
  const { t, number } = words
  if (overdue === 0) return []
  const told = { count: overdue, number: number(overdue) }
  const section =
    ownHeading(snapshot, 'followUps') ??
    t(hasMeetings(snapshot) ? 'documents.meetings.visitFollowUps' : 'documents.followUps.heading')
  return [
    heading(3, `${t('documents.exceptions.followUps')} (${number(overdue)})`),
    sentence(
      daysOldest === null
        ? t('documents.exceptions.overdueUnlisted', told)
        : t('documents.exceptions.overdue', {
            ...told,
            days: t('documents.exceptions.daysOf', { count: daysOldest, number: number(daysOldest) }),
          }),
    ),
    ...(printsSection(snapshot, 'followUps') ? [seeSection(places.followUps, section, words)] : []),
  ]
}

/** "More stands under …", where the section's name is the link. */
function seeSection(place: string, section: string, { t }: ProjectWords): Block {
  const [before = '', after = ''] = t('documents.exceptions.see', { section: '\n' }).split('\n')
  return new Paragraph({ children: [new TextRun(before), linkTo(place, section), new TextRun(after)] })
}

function agreements({ agreements: rows }: Exceptions, snapshot: Snapshot, words: ProjectWords): Block[] {
  const { t, day, number } = words
  const place = hasCommitments(snapshot) ? placeIn(snapshot, 'commitments', places.commitments) : null
  const left = (days: number) => {
    if (days === 0) return t('documents.exceptions.today')
    const count = Math.abs(days)
    return t(days > 0 ? 'documents.exceptions.left' : 'documents.exceptions.gone', { count, number: number(count) })
  }
  return group(
    {
      title: t('documents.exceptions.agreements'),
      count: rows.length,
      columns: [
        { header: t('documents.exceptions.agreement'), width: 3.2 },
        { header: t('documents.exceptions.stands'), width: 3.6 },
        { header: t('documents.exceptions.days'), width: 2.4 },
      ],
      rows: rows.map(({ partner, validTo, endsInDays }) => [
        named(place, partner),
        t('documents.exceptions.validTo', { day: day(validTo) }),
        left(endsInDays),
      ]),
    },
    words,
  )
}
