import { Document, Packer } from 'docx'
import { localeOf } from '../i18n/translator.ts'
import { cleanLine } from './clean-text.ts'
import { type HouseStyle, ownStyle } from './look.ts'
import { meetingLists } from './meeting/blocks.ts'
import { calmHeadings } from './meeting/styles.ts'
import { pageFrame } from './page-frame.ts'
import { settleWord } from './settle-word.ts'
import { planFront, planSender } from './strategy/front.ts'
import { planSections } from './strategy/parts.ts'
import { gapsOfPlan, walkAreas } from './strategy/walk.ts'
import { strategyWords } from './strategy/words.ts'
import type { PlanPaper } from './strategy-snapshot.ts'
import { heading } from './word/blocks.ts'
import { logoAbove } from './word/pictures.ts'
import { planName } from './word/strategy.ts'
import { colours, stylesFor } from './word/styles.ts'
import type { OnProgress } from './words.ts'

/**
 * The report that walks a plan as a Word document (.docx): what the plan is, how it stands, and goal by goal the wording, the target in
 * a sentence, the status both ways, the chart, strategies, activities, all that serves it and what is missing. Sees the paper and the
 * house `style` and nothing else, and gives the same bytes for the same ones. An error thrown by `onProgress` stops the work and comes out unchanged.
 */
export async function renderPlanPaperDocx(
  paper: PlanPaper,
  onProgress?: OnProgress,
  style: HouseStyle = ownStyle,
): Promise<Uint8Array> {
  const words = strategyWords(paper.language)
  const { t, day } = words
  onProgress?.(0.05, 'layout')
  const name = planName(paper.plan)
  const title = [t('documents.strategy.report.kind'), name, day(paper.today)]
  const children = [
    ...logoAbove(style, paper.partnership.name),
    ...planFront(paper, words),
    ...walkAreas(paper, words),
    ...planSections(paper),
    heading(2, t('documents.strategy.report.gaps')),
    ...gapsOfPlan(paper.plan, words),
    ...planSender(paper, words),
  ]
  onProgress?.(0.3, 'layout')
  const locale = localeOf(paper.language)
  const document = new Document({
    title: cleanLine(title.join(', ')),
    subject: cleanLine(paper.partnership.name),
    creator: cleanLine(paper.madeBy),
    lastModifiedBy: cleanLine(paper.madeBy),
    keywords: t('documents.strategy.report.keywords'),
    styles: calmHeadings(stylesFor(locale), colours),
    numbering: { config: meetingLists },
    sections: [{ ...pageFrame(title.join(' · '), paper.partnership.name, t), children }],
  })
  const packed = await Packer.pack(document, 'uint8array')
  onProgress?.(0.8, 'writing')
  const bytes = settleWord(packed, paper.dataAsOf, locale, [], style.look)
  onProgress?.(1, 'writing')
  return bytes
}
