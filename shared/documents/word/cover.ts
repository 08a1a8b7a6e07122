/** Cover and contents of a board package. */
import { Paragraph, TableOfContents } from 'docx'
import type { DocumentFiles } from '../bound-attachments.ts'
import { cleanLine } from '../clean-text.ts'
import { facts } from '../meeting/blocks.ts'
import { hasMeetings, holdsConfidential, meetingFacts } from '../meeting-parts.ts'
import { periodOf } from '../period.ts'
import { printsSection } from '../printed-sections.ts'
import type { Snapshot } from '../snapshot.ts'
import { isShort, kindOf, variantOf } from '../variant.ts'
import type { Words } from '../words.ts'
import { type Block, fact, heading, sentence } from './blocks.ts'
import { logoPicture } from './pictures.ts'

/** Title, body, meeting, period, version, and who made it from the data of which day. Short packages have a head instead. */
export function cover(snapshot: Snapshot, words: Words, files: DocumentFiles): Block[] {
  const logo = logoOf(snapshot, files)
  if (isShort(snapshot)) return [...(logo === null ? [] : [logo.block]), ...head(snapshot, words)]
  const { t, dayOfInstant } = words
  const { partnership, body } = snapshot
  const contact = [partnership.contactName, partnership.contactEmail].filter((part) => part !== null).join(', ')
  // With a meeting's facts and a long title the usual white above would push the note off the cover.
  const white = snapshot.meeting === null ? 3400 : 1400
  return [
    ...(logo === null ? [] : [logo.block]),
    new Paragraph({
      style: 'Kicker',
      spacing: { before: Math.max(leastWhite, white - (logo?.height ?? 0)), after: 0 },
      text: cleanLine(partnership.name),
    }),
    // The built-in style "Title" is not read as a heading (uutilsynet), so the title of the document is its one Heading 1.
    heading(1, withWholeDays(snapshot.package.title)),
    sentence(underTitle(snapshot, words), 'CoverBody'),
    ...(holdsConfidential(snapshot) ? [sentence(t('documents.meetings.cover.holdsConfidential'), 'Notice')] : []),
    ...facts(meetingFacts(snapshot, words), { style: 'CoverFact' }),
    ...recipients(snapshot, words),
    fact(t('documents.cover.body'), `${body.name} (${t(`codes.bodyKind.${body.kind}`)})`),
    fact(t('documents.cover.period'), periodOf(snapshot, words)),
    fact(t('documents.cover.version'), String(snapshot.package.version)),
    fact(t('documents.cover.dataAsOf'), dayOfInstant(snapshot.package.dataAsOf)),
    fact(t('documents.cover.madeBy'), snapshot.package.madeBy),
    ...(contact === '' ? [] : [fact(t('documents.cover.contact'), contact)]),
    ...(partnership.orgNo === null ? [] : [fact(t('documents.cover.orgNo'), partnership.orgNo)]),
    sentence(confidentialityText(snapshot, words), 'CoverNote'),
  ]
}

/** Between a logo and the name under it, in twips. */
const leastWhite = 500

function logoOf({ look, partnership }: Snapshot, files: DocumentFiles): ReturnType<typeof logoPicture> | null {
  return look?.logo ? logoPicture(look.logo, partnership.name, files) : null
}

/** What it is and whose; without what the title says already ("Årsrapport 2026"). */
function underTitle(snapshot: Snapshot, words: Words): string {
  const kind = kindOf(snapshot, words)
  const { body, package: made } = snapshot
  return made.title === kind ? body.name : `${kind} · ${body.name}`
}

/** Head of a notice or an agenda: the paper goes on under it, on the same page. */
function head(snapshot: Snapshot, words: Words): Block[] {
  const { t, dayOfInstant } = words
  const { partnership, package: made, body } = snapshot
  const version = t('documents.annual.head', { version: made.version, day: dayOfInstant(made.dataAsOf) })
  // The notice tells day, time and place itself.
  const told = snapshot.meeting === null || variantOf(snapshot) === 'agenda'
  return [
    new Paragraph({ style: 'Kicker', spacing: { before: 0, after: 0 }, text: cleanLine(partnership.name) }),
    heading(1, withWholeDays(made.title)),
    sentence(`${body.name} · ${version}`, 'Byline'),
    ...(holdsConfidential(snapshot) ? [sentence(t('documents.meetings.cover.holdsConfidential'), 'Notice')] : []),
    ...(told ? [...facts(meetingFacts(snapshot, words), { style: 'Fact' }), sentence('', 'AfterTable')] : []),
  ]
}

/** The contents, linked, on a page of their own. Summaries (level 4) are left out: five hundred would bury the rest. */
export function contents(snapshot: Snapshot, words: Words): Block[] {
  const { t } = words
  return [
    new Paragraph({ style: 'ContentsTitle', pageBreakBefore: true, text: cleanLine(t('documents.contents')) }),
    new TableOfContents(t('documents.contents'), { hyperlink: true, headingStyleRange: '2-3' }),
    ...appendices(snapshot, words),
  ]
}

/** More names than this fill the cover; the notice has them all. */
const mostRecipients = 16

/** Those called to the meeting. */
function recipients({ meeting }: Snapshot, { t, number }: Words): Block[] {
  const called = (meeting?.attendances ?? []).filter(({ role, votes }) => role !== 'deputy' || votes)
  if (called.length === 0) return []
  const told =
    called.length > mostRecipients
      ? t('documents.meetings.cover.toMany', { number: number(called.length) })
      : called.map(({ name }) => name).join(', ')
  return [fact(t('documents.meetings.cover.to'), told)]
}

/** What the reader may pass on. */
export function confidentialityText(snapshot: Snapshot, { t }: Words): string {
  if (holdsConfidential(snapshot)) return t('documents.meetings.cover.holdsConfidentialText')
  return t(hasMeetings(snapshot) ? 'documents.meetings.cover.withheld' : 'documents.cover.confidentiality')
}

/** More lines than this are left to the list of attachments. */
const mostAppendices = 40

/** The attachments of the items under the contents, as their papers name them. */
function appendices(snapshot: Snapshot, { t, number }: Words): Block[] {
  const items = printsSection(snapshot, 'attachments') ? (snapshot.meeting?.items ?? []) : []
  const all = items.flatMap(({ attachments, numberText }) =>
    attachments.map(({ no, title }) => {
      const name = `${t('papers.doc.attachment', { no })}: ${title}`
      return numberText === null ? name : `${name} (${numberText})`
    }),
  )
  if (all.length === 0) return []
  return [
    sentence(t('documents.meetings.appendices'), 'TOC2'),
    ...all.slice(0, mostAppendices).map((line) => sentence(line, 'TOC3')),
    ...(all.length > mostAppendices
      ? [sentence(t('documents.changes.more', { number: number(all.length - mostAppendices) }), 'TOC3')]
      : []),
  ]
}

/** A text in which no day written as 2026-12-31 is parted at the end of a line, which looks careless in a title. */
function withWholeDays(text: string): string {
  return text.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, '$1\u2011$2\u2011$3')
}
