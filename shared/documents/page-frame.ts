import { Footer, Header, PageNumber, Paragraph, Tab, TextRun } from 'docx'
import type { Translate } from '../i18n/translator.ts'
import { cleanLine } from './clean-text.ts'
import { page } from './word/styles.ts'

/** A4 with what the paper is at the head from the second page, and whose it is with "page x of y" at the foot. */
export function pageFrame(head: string, sender: string, t: Translate) {
  const { width, height, margin } = page
  const foot = () =>
    new Footer({
      children: [
        new Paragraph({
          style: 'PageFooterSides',
          children: [
            new TextRun({ children: [cleanLine(sender), new Tab()] }),
            new TextRun({
              children: [
                `${t('documents.page')} `,
                PageNumber.CURRENT,
                ` ${t('documents.pageOf')} `,
                PageNumber.TOTAL_PAGES,
              ],
            }),
          ],
        }),
      ],
    })
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width, height },
        margin: { top: margin + 200, right: margin, bottom: margin, left: margin, header: 700, footer: 600 },
      },
    },
    headers: {
      default: new Header({ children: [new Paragraph({ style: 'PageHeader', text: cleanLine(head) })] }),
      first: new Header({ children: [new Paragraph('')] }),
    },
    footers: { default: foot(), first: foot() },
  }
}
