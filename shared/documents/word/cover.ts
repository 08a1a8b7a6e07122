/** Cover and contents of a board package. */
import { Paragraph, TableOfContents } from 'docx'
import { cleanLine } from '../clean-text.ts'
import { periodOf } from '../period.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { type Block, fact, heading, sentence } from './blocks.ts'

/** Title, body, period, version, and who made it from the data of which day. */
export function cover(snapshot: Snapshot, words: Words): Block[] {
  const { t, dayOfInstant } = words
  const { partnership, body } = snapshot
  const contact = [partnership.contactName, partnership.contactEmail].filter((part) => part !== null).join(', ')
  return [
    sentence(partnership.name, 'Kicker'),
    // The built-in style "Title" is not read as a heading (uutilsynet), so the title of the document is its one Heading 1.
    heading(1, snapshot.package.title),
    sentence(`${t('documents.kind')} · ${body.name}`, 'CoverBody'),
    fact(t('documents.cover.body'), `${body.name} (${t(`codes.bodyKind.${body.kind}`)})`),
    fact(t('documents.cover.period'), periodOf(snapshot, words)),
    fact(t('documents.cover.version'), String(snapshot.package.version)),
    fact(t('documents.cover.dataAsOf'), dayOfInstant(snapshot.package.dataAsOf)),
    fact(t('documents.cover.madeBy'), snapshot.package.madeBy),
    ...(contact === '' ? [] : [fact(t('documents.cover.contact'), contact)]),
    ...(partnership.orgNo === null ? [] : [fact(t('documents.cover.orgNo'), partnership.orgNo)]),
    sentence(t('documents.cover.confidentiality'), 'CoverNote'),
  ]
}

/** The contents, linked, on a page of their own. Summaries (level 4) are left out: five hundred would bury the rest. */
export function contents({ t }: Words): Block[] {
  return [
    new Paragraph({ style: 'ContentsTitle', pageBreakBefore: true, text: cleanLine(t('documents.contents')) }),
    new TableOfContents(t('documents.contents'), { hyperlink: true, headingStyleRange: '2-3' }),
  ]
}
