/** The sections of a board package, one function each (board-package.md 4.1), in the order of its layout. */

import { presetLayout } from '../../domain/package-presets.ts'
import type { PackageSection, TemplateSection } from '../../domain/records/package-template.ts'
import type { DocumentFiles } from '../bound-attachments.ts'
import { agendaTable } from '../meeting/agenda.ts'
import { headingAt } from '../meeting/blocks.ts'
import { casePaperBlocks, informationBlocks } from '../meeting/case-papers.ts'
import { nextMeetingsTable } from '../meeting/follow-up.ts'
import { sender } from '../meeting/front.ts'
import { noticeBlocks } from '../meeting/notice.ts'
import type { PaperWords } from '../meeting/words.ts'
import { hasMeetings } from '../meeting-parts.ts'
import { richBlocks } from '../rich-text-docx.ts'
import type { Snapshot } from '../snapshot.ts'
import { isShort, variantOf } from '../variant.ts'
import type { Words } from '../words.ts'
import { meetingsHeldSection } from './annual/meetings-held.ts'
import { organisationSection } from './annual/organisation.ts'
import { yearInBriefSection } from './annual/year-in-brief.ts'
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
  yearInBrief: (snapshot, words) => yearInBriefSection(snapshot, words),
  organisation: (snapshot, words) => organisationSection(snapshot, words),
  meetingsHeld: (snapshot, words) => meetingsHeldSection(snapshot, words),
  notice: (snapshot, { t }, paperWords) =>
    snapshot.meeting === null
      ? []
      : titled(
          snapshot,
          t('codes.paperKind.notice'),
          isSignedNotice(snapshot)
            ? noticeBlocks(snapshot.meeting, paperWords, 3).slice(0, -1)
            : noticeBlocks(snapshot.meeting, paperWords, 3),
        ),
  agenda: ofMeeting('codes.paperKind.agenda', (paper, words) => agendaTable(paper, words)),
  previousMinutes: (snapshot, words, paperWords) =>
    titled(
      snapshot,
      words.t('documents.meetings.previous.heading'),
      previousMinutesBlocks(snapshot, words, paperWords),
    ),
  decisions: (snapshot, words, paperWords) =>
    titled(
      snapshot,
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
    titled(
      snapshot,
      words.t('documents.meetings.next'),
      hasMeetings(snapshot) ? nextMeetingsTable(snapshot, paperWords) : [],
    ),
  attachments: (snapshot, words, paperWords, files) =>
    titled(snapshot, words.t('documents.meetings.attachments'), attachmentBlocks(snapshot, words, paperWords, files)),
  changes: (snapshot, words) => changesSection(snapshot, words),
}

/** The blocks of each section of the layout, in its order. Older packages follow the usual layout of papers. */
export function sectionsOf(snapshot: Snapshot, words: Words, paperWords: PaperWords, files: DocumentFiles): Block[][] {
  const { sections } = snapshot.layout ?? presetLayout('papers')
  const built: Block[][] = []
  for (const [index, row] of sections.entries()) {
    const before = sections[index - 1]?.section
    if (isTitle(row, snapshot)) {
      built.push([
        ...richBlocks(row.introduction, { level: 1, nextList: paperWords.nextList }),
        ...bare(snapshot, paperWords),
      ])
      continue
    }
    const blocks = builders[row.section](snapshot, words, paperWords, files)
    if (row.section === 'cover' || row.section === 'contents') built.push(blocks)
    // Short: the coming meetings go on under what stands before them, and the list of attachments under the coming meetings.
    else {
      const follows =
        row.section === 'nextMeetings'
          ? built.length > 1 && before !== 'contents'
          : row.section === 'attachments' && before === 'nextMeetings'
      built.push(asOrdered(row, blocks, snapshot, paperWords, follows))
    }
  }
  // Whoever calls to a meeting signs under everything that the notice says.
  if (isSignedNotice(snapshot) && snapshot.meeting !== null) built.push(sender(snapshot.meeting, paperWords))
  return built
}

/** True for the section that a short package is: the head on its page says already what it is. */
function isTitle({ section, heading: own }: TemplateSection, snapshot: Snapshot): boolean {
  return isShort(snapshot) && section === variantOf(snapshot) && own === null && snapshot.meeting !== null
}

function bare(snapshot: Snapshot, words: PaperWords): Block[] {
  const { meeting } = snapshot
  if (meeting === null) return []
  return variantOf(snapshot) === 'agenda' ? agendaTable(meeting, words) : noticeBlocks(meeting, words, 2).slice(0, -1)
}

function isSignedNotice(snapshot: Snapshot): boolean {
  const { layout } = snapshot
  return layout?.variant === 'notice' && layout.sections.some(({ section }) => section === 'notice')
}

/** A section under the heading that its template gives it, with its introduction; on a page of its own unless it `follows`. */
function asOrdered(
  { section, heading: own, introduction }: TemplateSection,
  blocks: Block[],
  snapshot: Snapshot,
  { t, nextList }: PaperWords,
  follows: boolean,
): Block[] {
  const [title, ...rest] = blocks
  if (title === undefined) return []
  const place = placeOf[section]
  const shown = own ?? (follows ? t(`documents.meetings.${section === 'nextMeetings' ? 'next' : 'attachments'}`) : null)
  const headed =
    shown === null
      ? title
      : follows
        ? headingAt(2, shown, { spacing: { before: 560 } })
        : heading(2, shown, { pageBreakBefore: !isShort(snapshot), ...(place === undefined ? {} : { place }) })
  return [headed, ...richBlocks(introduction, { level: 2, nextList }), ...rest]
}

/** Where links to a section lead. */
const placeOf: Readonly<Partial<Record<PackageSection, string>>> = {
  decisions: places.decisions,
  commitments: places.commitments,
  followUps: places.followUps,
  goals: places.goals,
}

function titled(snapshot: Snapshot, title: string, blocks: Block[], place?: string): Block[] {
  if (blocks.length === 0) return []
  return [
    heading(2, title, { pageBreakBefore: !isShort(snapshot), ...(place === undefined ? {} : { place }) }),
    ...blocks,
  ]
}

/** A section of the meeting that the package is for. */
function ofMeeting(
  title: 'codes.paperKind.agenda' | 'documents.meetings.casePapers' | 'documents.meetings.information',
  blocksOf: (paper: NonNullable<Snapshot['meeting']>, words: PaperWords) => Block[],
): Build {
  return (snapshot, { t }, paperWords) =>
    snapshot.meeting === null ? [] : titled(snapshot, t(title), blocksOf(snapshot.meeting, paperWords))
}
