/** Section 15 of a package whose attachments are bound in (board-package.md 4.1): the list, then the pictures; the other files lie beside the document. */
import { Paragraph } from 'docx'
import {
  boundAttachments,
  boundFileName,
  type DocumentFiles,
  isPicture,
  type PaperAttachment,
} from '../bound-attachments.ts'
import { paperTable } from '../meeting/blocks.ts'
import { attachmentTable } from '../meeting/case-papers.ts'
import type { PaperWords } from '../meeting/words.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { type Block, heading, linkTo, sentence } from './blocks.ts'
import { picture } from './pictures.ts'

/** The text's width; a page's height without a heading of two lines. In pixels. */
const pictureRoom = { width: 604, height: 780 }

/** The list of attachments; bound pictures with number, title and alternative text follow it, each on the page of its heading. Empty where there are none. */
export function attachmentBlocks(
  snapshot: Snapshot,
  words: Words,
  paperWords: PaperWords,
  files: DocumentFiles,
): Block[] {
  const { meeting } = snapshot
  if (meeting === null) return []
  const bound = boundAttachments(snapshot)
  if (bound.length === 0) return attachmentTable(meeting, paperWords)
  const { t } = words
  const folder = t('documents.meetings.bound.folder')
  const named = ({ no, title }: PaperAttachment) => `${t('papers.doc.attachment', { no })}: ${title}`
  const where = (one: PaperAttachment) => {
    if (isPicture(one))
      return {
        blocks: [
          new Paragraph({ style: 'TableText', children: [linkTo(placeOf(one), t('documents.meetings.bound.here'))] }),
        ],
      }
    return one.file === undefined ? t('documents.meetings.bound.notHere') : `${folder}/${boundFileName(one)}`
  }
  return [
    ...(bound.some((one) => !isPicture(one)) ? [sentence(t('documents.meetings.bound.beside', { folder }))] : []),
    ...paperTable(
      [
        { header: t('papers.doc.attachmentHeader'), width: 1.2 },
        { header: t('papers.doc.attachmentTitle'), width: 3.2 },
        { header: t('papers.doc.attachmentItem'), width: 1.3 },
        { header: t('documents.meetings.bound.where'), width: 3 },
      ],
      meeting.items.flatMap((item) =>
        item.attachments.map((one) => ({
          cells: [
            t('papers.doc.attachment', { no: one.no }),
            one.title,
            item.numberText ?? item.title ?? '',
            where(one),
          ],
        })),
      ),
    ),
    ...bound
      .filter(isPicture)
      .flatMap((one) => [
        heading(3, named(one), { place: placeOf(one) }),
        picture({ ...one.file, title: named(one), alt: one.file.altText ?? one.title }, files, { room: pictureRoom }),
      ]),
  ]
}

function placeOf({ no }: PaperAttachment): string {
  return `fyr_attachment_${no}`
}
