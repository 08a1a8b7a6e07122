/** The sections of a board package, one function each (board-package.md 4.1), in the order of its layout. */

import { presetLayout } from '../../domain/package-presets.ts'
import type { PackageSection, TemplateSection } from '../../domain/records/package-template.ts'
import type { DocumentFiles } from '../bound-attachments.ts'
import { agendaTable } from '../meeting/agenda.ts'
import { headingAt } from '../meeting/blocks.ts'
import { casePaperBlocks, informationBlocks } from '../meeting/case-papers.ts'
import { nextMeetingsTable } from '../meeting/follow-up.ts'
import { noticeBlocks } from '../meeting/notice.ts'
import type { PaperWords } from '../meeting/words.ts'
import { hasMeetings } from '../meeting-parts.ts'
import { richBlocks } from '../rich-text-docx.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { attachmentBlocks } from './attachments.ts'
import { type Block, heading, places } from './blocks.ts'
import { changesSection } from './changes.ts'
import { commitmentsSection } from './commitments.ts'
import { contents, cover } from './cover.ts'
import { exceptionsSection } from './exceptions.ts'
import { followUpsSection } from './follow-ups.ts'
import { decisionsBlocks, previousMinutesBlocks } from './meetings.ts'
import { projectsSection } from './projects.ts'
import { strategySection } from './strategy.ts'
import { visitsSection } from './visits.ts'

type Build = (snapshot: Snapshot, words: Words, paperWords: PaperWords, files: DocumentFiles) => Block[]

/** Blocks of each section, its heading (level 2) first; none where there is nothing to tell, and then the section leaves no trace. */
const builders: Readonly<Record<PackageSection, Build>> = {
  cover: (snapshot, words, _, files) => cover(snapshot, words, files),
  contents: (snapshot, words) => contents(snapshot, words),
  yearInBrief: () => [],
  organisation: () => [],
  meetingsHeld: () => [],
  notice: ofMeeting('codes.paperKind.notice', (paper, words) => noticeBlocks(paper, words, 3)),
  agenda: ofMeeting('codes.paperKind.agenda', (paper, words) => agendaTable(paper, words)),
  previousMinutes: (snapshot, words, paperWords) =>
    titled(words.t('documents.meetings.previous.heading'), previousMinutesBlocks(snapshot, words, paperWords)),
  decisions: (snapshot, words, paperWords) =>
    titled(
      words.t('documents.meetings.decisions.heading'),
      hasMeetings(snapshot) ? decisionsBlocks(snapshot, words, paperWords) : [],
      places.decisions,
    ),
  casePapers: ofMeeting('documents.meetings.casePapers', (paper, words) =>
    casePaperBlocks(paper, words, 3, { firstBreaks: false }),
  ),
  information: ofMeeting('documents.meetings.information', (paper, words) => informationBlocks(paper, words, 3)),
  commitments: (snapshot) => commitmentsSection(snapshot),
  goals: (snapshot) => strategySection(snapshot),
  projects: (snapshot) => projectsSection(snapshot),
  visits: (snapshot, words) => visitsSection(snapshot, words),
  followUps: (snapshot, words) => followUpsSection(snapshot, words),
  deviations: (snapshot) => exceptionsSection(snapshot),
  nextMeetings: (snapshot, words, paperWords) =>
    titled(words.t('documents.meetings.next'), hasMeetings(snapshot) ? nextMeetingsTable(snapshot, paperWords) : []),
  attachments: (snapshot, words, paperWords, files) =>
    titled(words.t('documents.meetings.attachments'), attachmentBlocks(snapshot, words, paperWords, files)),
  changes: (snapshot, words) => changesSection(snapshot, words),
}

/** The blocks of each section of the layout, in its order. Older packages follow the usual layout of papers. */
export function sectionsOf(
  snapshot: Snapshot,
  words: Words,
  paperWords: PaperWords,
  files: DocumentFiles,
): Block[][] {
  const { sections } = snapshot.layout ?? presetLayout('papers')
  const built: Block[][] = []
  for (const [index, row] of sections.entries()) {
    const blocks = builders[row.section](snapshot, words, paperWords, files)
    const before = sections[index - 1]?.section
    if (row.section === 'cover' || row.section === 'contents') built.push(blocks)
    // Two short tables: the list of attachments goes on under the coming meetings.
    else built.push(asOrdered(row, blocks, paperWords, row.section === 'attachments' && before === 'nextMeetings'))
  }
  return built
}

/** A section under the heading that its template gives it, with its introduction; on a page of its own unless it `follows`. */
function asOrdered(
  { section, heading: own, introduction }: TemplateSection,
  blocks: Block[],
  { t, nextList }: PaperWords,
  follows: boolean,
): Block[] {
  const [title, ...rest] = blocks
  if (title === undefined) return []
  const place = placeOf[section]
  const shown = own ?? (follows ? t('documents.meetings.attachments') : null)
  const headed =
    shown === null
      ? title
      : follows
        ? headingAt(2, shown, { spacing: { before: 560 } })
        : heading(2, shown, { pageBreakBefore: true, ...(place === undefined ? {} : { place }) })
  return [headed, ...richBlocks(introduction, { level: 2, nextList }), ...rest]
}

/** Where links to a section lead. */
const placeOf: Readonly<Partial<Record<PackageSection, string>>> = {
  decisions: places.decisions,
  commitments: places.commitments,
  followUps: places.followUps,
  goals: places.goals,
}

function titled(title: string, blocks: Block[], place?: string): Block[] {
  if (blocks.length === 0) return []
  return [heading(2, title, { pageBreakBefore: true, ...(place === undefined ? {} : { place }) }), ...blocks]
}

/** A section of the meeting that the package is for. */
function ofMeeting(
  title:
    | 'codes.paperKind.notice'
    | 'codes.paperKind.agenda'
    | 'documents.meetings.casePapers'
    | 'documents.meetings.information',
  blocksOf: (paper: NonNullable<Snapshot['meeting']>, words: PaperWords) => Block[],
): Build {
  return ({ meeting }, { t }, paperWords) => (meeting === null ? [] : titled(t(title), blocksOf(meeting, paperWords)))
}
