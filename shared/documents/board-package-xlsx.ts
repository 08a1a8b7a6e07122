import { presetLayout } from '../domain/package-presets.ts'
import type { PackageSheet } from '../domain/records/package-template.ts'
import { cleanLine } from './clean-text.ts'
import { lookOfSnapshot } from './look.ts'
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
import { kindOf } from './variant.ts'
import { type OnProgress, type Words, wordsOf } from './words.ts'
import { writeWorkbook } from './workbook.ts'
import { dayFormats, monthFormats } from './workbook-formats.ts'
import type { SheetSpec } from './workbook-spec.ts'

/**
 * A board package as a workbook (.xlsx): a read-me sheet, then the sheets of its layout in order, but those with nothing to tell. Sees the snapshot and nothing else, no clock and no host, and gives the same bytes for the same snapshot. An error thrown by
 * `onProgress` stops the work and comes out unchanged.
 */
export async function renderBoardPackageXlsx(given: Snapshot, onProgress?: OnProgress): Promise<Uint8Array> {
  const snapshot = redacted(given)
  const words = wordsOf(snapshot)
  const { t } = words
  const { sheets: chosen } = snapshot.layout ?? presetLayout('papers')
  onProgress?.(0.1, 'visits')
  const sheets = chosen.flatMap((sheet) => builders[sheet](snapshot, words) ?? [])
  onProgress?.(0.2, 'followUps')
  const bytes = await writeWorkbook({
    sheets: [
      readMeSheet(
        snapshot,
        words,
        sheets.map(({ name }) => name),
      ),
      ...sheets,
    ],
    locale: words.locale,
    title: snapshot.package.title,
    subject: t('documents.cover.subject', {
      kind: kindOf(snapshot, words),
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
    look: lookOfSnapshot(snapshot),
  })
  onProgress?.(1, 'writing')
  return bytes
}

/** Each sheet; null where there is nothing to tell. */
const builders: Readonly<Record<PackageSheet, (snapshot: Snapshot, words: Words) => SheetSpec | null>> = {
  agenda: (snapshot, words) => (hasMeetings(snapshot) ? agendaSheet(snapshot, words) : null),
  decisions: (snapshot, words) => (hasMeetings(snapshot) ? decisionsSheet(snapshot, words) : null),
  actions: (snapshot, words) => (hasMeetings(snapshot) ? actionsSheet(snapshot, words) : null),
  attendance: (snapshot, words) => (hasMeetings(snapshot) ? attendanceSheet(snapshot, words) : null),
  commitments: (snapshot) =>
    hasCommitments(snapshot) ? commitmentsSheet(snapshot.commitments, snapshot.language) : null,
  goals: (snapshot) => (hasStrategy(snapshot) ? goalsSheet(snapshot, snapshot.strategy) : null),
  indicators: (snapshot) => (hasStrategy(snapshot) ? indicatorsSheet(snapshot, snapshot.strategy) : null),
  measurements: (snapshot) => (hasStrategy(snapshot) ? figuresSheet(snapshot, snapshot.strategy) : null),
  projects: (snapshot) => (hasProjects(snapshot) ? projectsSheet(snapshot, snapshot.projects) : null),
  milestones: (snapshot) => (hasProjects(snapshot) ? milestonesSheet(snapshot, snapshot.projects) : null),
  visits: visitsSheet,
  months: monthsSheet,
  distribution: distributionSheet,
  coverage: coverageSheet,
  followUps: followUpsSheet,
  codeList: codeListSheet,
}
