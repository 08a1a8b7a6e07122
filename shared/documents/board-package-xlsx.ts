import { cleanLine } from './clean-text.ts'
import { hasCommitments, hasMeetings, hasProjects, hasStrategy, redacted } from './meeting-parts.ts'
import { periodOf } from './period.ts'
import { codeListSheet } from './sheets/code-list.ts'
import { commitmentsSheet } from './sheets/commitments.ts'
import { coverageSheet, distributionSheet, monthsSheet } from './sheets/figures.ts'
import { actionsSheet, agendaSheet, attendanceSheet, decisionsSheet } from './sheets/meetings.ts'
import { milestonesSheet, projectsSheet } from './sheets/projects.ts'
import { privacyText, readMeSheet } from './sheets/read-me.ts'
import { followUpsSheet, visitsSheet } from './sheets/rows.ts'
import { figuresSheet, goalsSheet, indicatorsSheet } from './sheets/strategy.ts'
import type { Snapshot } from './snapshot.ts'
import { type OnProgress, type Words, wordsOf } from './words.ts'
import { writeWorkbook } from './workbook.ts'
import { dayFormats, monthFormats } from './workbook-formats.ts'
import type { SheetSpec } from './workbook-spec.ts'

/**
 * A board package as a workbook (.xlsx): read-me, agenda, decisions, actions and attendance where the body holds meetings,
 * commitments where partners have any, goals, indicators and figures where a plan in force has any, projects and milestones where any run, visits, months, distribution, coverage, follow-ups,
 * code list. Sees the snapshot and nothing else, no clock and no host, and gives the same bytes for the same snapshot. An error thrown by
 * `onProgress` stops the work and comes out unchanged.
 */
export async function renderBoardPackageXlsx(given: Snapshot, onProgress?: OnProgress): Promise<Uint8Array> {
  const snapshot = redacted(given)
  const words = wordsOf(snapshot)
  const { t } = words
  const sheets = [
    ...meetingSheets(snapshot, words),
    ...(hasCommitments(snapshot) ? [commitmentsSheet(snapshot.commitments, snapshot.language)] : []),
    ...(hasStrategy(snapshot)
      ? [
          goalsSheet(snapshot, snapshot.strategy),
          indicatorsSheet(snapshot, snapshot.strategy),
          figuresSheet(snapshot, snapshot.strategy),
        ]
      : []),
    ...(hasProjects(snapshot)
      ? [projectsSheet(snapshot, snapshot.projects), milestonesSheet(snapshot, snapshot.projects)]
      : []),
    visitsSheet(snapshot, words),
    monthsSheet(snapshot, words),
    distributionSheet(snapshot, words),
  ]
  onProgress?.(0.1, 'visits')
  sheets.push(coverageSheet(snapshot, words), followUpsSheet(snapshot, words), codeListSheet(snapshot, words))
  onProgress?.(0.2, 'followUps')
  const bytes = await writeWorkbook({
    sheets: [readMeSheet(snapshot, words), ...sheets],
    locale: words.locale,
    title: snapshot.package.title,
    subject: t('documents.cover.subject', {
      kind: t('documents.kind'),
      body: cleanLine(snapshot.body.name),
      period: periodOf(snapshot, words),
    }),
    author: snapshot.package.madeBy,
    keywords: t('documents.cover.keywords'),
    description: privacyText(snapshot, words),
    madeAt: snapshot.package.dataAsOf,
    dayFormat: dayFormats[snapshot.language],
    monthFormat: monthFormats[snapshot.language],
    cutMark: t('documents.workbook.cut'),
    page: { word: t('documents.page'), of: t('documents.pageOf') },
  })
  onProgress?.(1, 'writing')
  return bytes
}

function meetingSheets(snapshot: Snapshot, words: Words): SheetSpec[] {
  if (!hasMeetings(snapshot)) return []
  const agenda = agendaSheet(snapshot, words)
  return [
    ...(agenda === null ? [] : [agenda]),
    decisionsSheet(snapshot, words),
    actionsSheet(snapshot, words),
    attendanceSheet(snapshot, words),
  ]
}
