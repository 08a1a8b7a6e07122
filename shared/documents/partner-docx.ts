import { Document, Packer } from 'docx'
import { cleanLine } from './clean-text.ts'
import { type HouseStyle, ownStyle } from './look.ts'
import { bulletLines, meetingLists } from './meeting/blocks.ts'
import { calmHeadings } from './meeting/styles.ts'
import { pageFrame } from './page-frame.ts'
import { commitmentBlocks } from './partner/commitments.ts'
import { partnerHead, partnerSender } from './partner/front.ts'
import { pointsToTalkAbout } from './partner/talk.ts'
import { totalsBlocks } from './partner/totals.ts'
import { type PartnerWords, partnerWords } from './partner/words.ts'
import type { PartnerPaper } from './partner-paper.ts'
import { settleWord } from './settle-word.ts'
import { type Block, heading, sentence, table } from './word/blocks.ts'
import { logoAbove } from './word/pictures.ts'
import { colours, stylesFor } from './word/styles.ts'
import type { OnProgress } from './words.ts'

/**
 * A partner's page as a Word document (.docx), to bring to a talk with them: the agreement, what to talk about, people, what was
 * promised and given per year, every commitment with its deliveries. Sees the paper and the house `style` and nothing else, no clock and no
 * host, and gives the same bytes for the same ones. An error thrown by `onProgress` stops the work and comes out unchanged.
 */
export async function renderPartnerPaperDocx(
  paper: PartnerPaper,
  onProgress?: OnProgress,
  style: HouseStyle = ownStyle,
): Promise<Uint8Array> {
  const words = partnerWords(paper)
  const { t } = words
  onProgress?.(0.05, 'layout')
  const children = [
    logoAbove(style, paper.partnership.name),
    partnerHead(paper, words),
    [heading(2, t('partners.doc.talk.heading'))],
    talk(paper, words),
    [heading(2, t('partners.doc.people.heading'))],
    people(paper, words),
    [heading(2, t('partners.doc.totals.heading'))],
    totalsBlocks(paper, words),
    [heading(2, t('partners.doc.commitments.heading'))],
    commitmentBlocks(paper, words),
    partnerSender(paper, words),
  ].flat()
  onProgress?.(0.3, 'layout')
  const document = new Document({
    ...properties(paper, words),
    styles: calmHeadings(stylesFor(words.locale), colours),
    numbering: { config: meetingLists },
    sections: [{ ...pageFrame(headOf(paper, words, ' · '), paper.partnership.name, t), children }],
  })
  const packed = await Packer.pack(document, 'uint8array')
  onProgress?.(0.8, 'writing')
  const bytes = settleWord(packed, paper.dataAsOf, words.locale, [], style.look)
  onProgress?.(1, 'writing')
  return bytes
}

/** A talk has no more points than these; the tables have them all. */
const mostPoints = 12

function talk(paper: PartnerPaper, words: PartnerWords): Block[] {
  const { t, number } = words
  const points = pointsToTalkAbout(paper, words)
  if (points.length === 0) return [sentence(t('partners.doc.talk.nothing'))]
  const more = points.length - mostPoints
  return [
    ...bulletLines(points.slice(0, mostPoints)),
    ...(more > 0 ? [sentence(t('partners.doc.talk.more', { count: more, number: number(more) }))] : []),
  ]
}

/** The contact first. */
function people({ people: all }: PartnerPaper, { t }: PartnerWords): Block[] {
  if (all.length === 0) return [sentence(t('partners.doc.people.none'))]
  const rows = [...all.filter(({ isContact }) => isContact), ...all.filter(({ isContact }) => !isContact)]
  return table(
    [
      { header: t('partners.doc.people.name'), width: 3 },
      { header: t('partners.doc.people.role'), width: 3.5 },
      { header: t('partners.doc.people.contact'), width: 1.5 },
    ],
    rows.map(({ name, roleTitle, isContact }) => [
      name,
      roleTitle ?? t('documents.notStated'),
      t(`partners.doc.people.${isContact ? 'isContact' : 'isNotContact'}`),
    ]),
  )
}

function properties(paper: PartnerPaper, words: PartnerWords) {
  const { t } = words
  return {
    title: cleanLine(headOf(paper, words, ', ')),
    subject: cleanLine(paper.partnership.name),
    creator: cleanLine(paper.madeBy),
    lastModifiedBy: cleanLine(paper.madeBy),
    keywords: t('partners.doc.keywords'),
  }
}

/** What the paper is, whose, and of which day. */
function headOf(paper: PartnerPaper, { t, day }: PartnerWords, between: string): string {
  return [t('partners.doc.kind'), paper.partner.name, day(paper.today)].join(between)
}
