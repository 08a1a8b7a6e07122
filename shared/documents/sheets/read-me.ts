import {
  hasCommitments,
  hasMeetings,
  hasProjects,
  hasStrategy,
  holdsConfidential,
  meetingFacts,
} from '../meeting-parts.ts'
import { periodOf } from '../period.ts'
import type { Snapshot } from '../snapshot.ts'
import { kindOf } from '../variant.ts'
import type { Words } from '../words.ts'
import type { SheetSpec, SheetValue } from '../workbook-spec.ts'

const listed = ['visits', 'months', 'distribution', 'coverage', 'followUps', 'codes'] as const
const ofProjects = ['projects', 'milestones'] as const
const ofStrategy = ['goals', 'indicators', 'figures'] as const
const ofMeetings = ['agenda', 'decisions', 'actions', 'attendance'] as const
const defined = ['coverage', 'neverVisited', 'overdue', 'response', 'smallGroups'] as const

/** What the workbook is, what its `sheets` (their names) hold, what its words mean; sheet names are links. */
export function readMeSheet(snapshot: Snapshot, words: Words, sheets: readonly string[]): SheetSpec {
  const { t } = words
  const { partnership, body } = snapshot
  const contact = [partnership.contactName, partnership.contactEmail].filter((part) => part !== null).join(', ')
  const about: [string, string][] = [
    [t('documents.workbook.partnership'), partnership.name],
    ...(partnership.orgNo === null ? [] : ([[t('documents.cover.orgNo'), partnership.orgNo]] as [string, string][])),
    [t('documents.cover.body'), `${body.name} (${t(`codes.bodyKind.${body.kind}`)})`],
    ...meetingFacts(snapshot, words),
    [t('documents.cover.period'), periodOf(snapshot, words)],
    [t('documents.cover.version'), String(snapshot.package.version)],
    [t('documents.cover.dataAsOf'), words.dayOfInstant(snapshot.package.dataAsOf)],
    [t('documents.workbook.language'), `${t('documents.workbook.languageName')} (${words.locale})`],
    [t('documents.cover.madeBy'), snapshot.package.madeBy],
    [t('documents.cover.contact'), contact === '' ? t('documents.notStated') : contact],
  ]
  const meetings = hasMeetings(snapshot)
  const meetingSheets = ofMeetings.filter((key) => key !== 'agenda' || snapshot.meeting !== null)
  const commitments = hasCommitments(snapshot)
  const strategy = hasStrategy(snapshot)
  const projects = hasProjects(snapshot)
  const overdue = [
    t(meetings ? 'documents.meetings.terms.overdueText' : 'documents.workbook.definitionTerms.overdueText'),
    ...(commitments ? [t('documents.commitments.terms.overdueText')] : []),
  ].join(' ')
  const rows: SheetValue[][] = [
    ...about.map(([item, value]) => [item, value, t('documents.workbook.about')]),
    ...(meetings ? meetingSheets : []).map((key) => [
      `#${t(`documents.meetings.sheets.${key}`)}`,
      t(`documents.meetings.sheetNotes.${key}`),
      t('documents.workbook.sheetList'),
    ]),
    ...(commitments
      ? [
          [
            `#${t('documents.commitments.sheet')}`,
            t('documents.commitments.sheetNote'),
            t('documents.workbook.sheetList'),
          ],
        ]
      : []),
    ...(strategy ? ofStrategy : []).map((key) => [
      `#${t(`documents.strategy.sheets.${key}`)}`,
      t(`documents.strategy.sheetNotes.${key}`),
      t('documents.workbook.sheetList'),
    ]),
    ...(projects ? ofProjects : []).map((key) => [
      `#${t(`documents.projects.sheets.${key}`)}`,
      t(`documents.projects.sheetNotes.${key}`),
      t('documents.workbook.sheetList'),
    ]),
    ...listed.map((key) =>
      meetings && key === 'followUps'
        ? [
            `#${t('documents.meetings.sheets.visitFollowUps')}`,
            t('documents.meetings.sheetNotes.visitFollowUps'),
            t('documents.workbook.sheetList'),
          ]
        : [
            `#${t(`documents.sheets.${key}`)}`,
            t(`documents.workbook.sheetNotes.${key}`),
            t('documents.workbook.sheetList'),
          ],
    ),
    ...defined.map((key) => [
      t(`documents.workbook.definitionTerms.${key}`),
      key === 'overdue'
        ? overdue
        : t(`documents.workbook.definitionTerms.${key}Text`, { smallest: partnership.smallestGroup }),
      t('documents.workbook.definitions'),
    ]),
    ...(meetings
      ? [
          [
            t('documents.meetings.terms.votes'),
            t('documents.meetings.terms.votesText'),
            t('documents.workbook.definitions'),
          ],
        ]
      : []),
    ...(commitments
      ? [
          [
            t('documents.commitments.terms.amounts'),
            t('documents.commitments.terms.amountsText'),
            t('documents.workbook.definitions'),
          ],
        ]
      : []),
    ...(strategy ? (['status', 'break'] as const) : []).map((key) => [
      t(`documents.strategy.terms.${key}`),
      t(`documents.strategy.terms.${key}Text`),
      t('documents.workbook.definitions'),
    ]),
    ...(projects ? (['dates', 'light'] as const) : []).map((key) => [
      t(`documents.projects.terms.${key}`),
      t(`documents.projects.terms.${key}Text`),
      t('documents.workbook.definitions'),
    ]),
    [t('documents.workbook.marks'), t('documents.workbook.marksText'), t('documents.workbook.definitions')],
    [t('documents.workbook.privacy'), privacyText(snapshot, words), t('documents.workbook.privacy')],
  ]
  return {
    name: t('documents.sheets.readMe'),
    title: snapshot.package.title,
    notes: [`${kindOf(snapshot, words)} · ${partnership.name}`],
    table: t('documents.tables.readMe'),
    columns: [
      { header: t('documents.workbook.columns.item'), kind: 'link', width: 28 },
      { header: t('documents.workbook.columns.value'), kind: 'text', width: 90 },
      { header: t('documents.workbook.columns.section'), kind: 'text', width: 26 },
    ],
    rows: rows.filter(([item]) => !isLinkToNone(item, sheets)),
    empty: t('documents.workbook.emptyNote'),
  }
}

/** True for the line of a sheet that the workbook is laid out without. */
function isLinkToNone(item: SheetValue | undefined, sheets: readonly string[]): boolean {
  return typeof item === 'string' && item.startsWith('#') && !sheets.includes(item.slice(1))
}

/** What of persons the workbook holds, and what is exempt from disclosure. */
export function privacyText(snapshot: Snapshot, { t }: Words): string {
  const told: string[] = [
    t(hasMeetings(snapshot) ? 'documents.meetings.terms.privacyText' : 'documents.workbook.privacyText'),
  ]
  if (holdsConfidential(snapshot)) told.push(t('documents.meetings.terms.privacyConfidential'))
  return told.join(' ')
}
