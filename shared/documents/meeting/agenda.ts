import type { MeetingPaper, PaperItem } from '../meeting-paper.ts'
import { type Block, sentence } from '../word/blocks.ts'
import { type PaperRow, paperTable } from './blocks.ts'
import { confidentialMark, isMatter, ranges, withheldTitle } from './items.ts'
import type { PaperWords } from './words.ts'

/**
 * The agenda as a table: number, title, type, presenter, minutes, attachments; the planned time in all below it. Confidential
 * items are marked, withheld ones show their number and ground only. A sentence where nothing is on the agenda.
 */
export function agendaTable(paper: MeetingPaper, words: PaperWords): Block[] {
  const { t, number } = words
  const { items } = paper
  if (items.length === 0) return [sentence(t('papers.doc.agenda.empty'))]
  const minutes = items.reduce((sum, item) => sum + (item.minutesPlanned ?? 0), 0)
  return [
    ...paperTable(
      [
        { header: t('papers.doc.agenda.number'), width: 1.25 },
        { header: t('papers.doc.agenda.title'), width: 3.6 },
        { header: t('papers.doc.agenda.type'), width: 2.3 },
        { header: t('papers.doc.agenda.presenter'), width: 1.7 },
        { header: t('papers.doc.agenda.minutes'), width: 0.75, number: true },
        { header: t('papers.doc.agenda.attachments'), width: 1.05, number: true },
      ],
      items.map((item) => agendaRow(item, words)),
      { blank: true },
    ),
    ...(minutes === 0
      ? []
      : [
          sentence(
            minutes < 60
              ? t('papers.doc.agenda.total', { number: number(minutes) })
              : t('papers.doc.agenda.totalHours', {
                  number: number(minutes),
                  hours: Math.floor(minutes / 60),
                  minutes: minutes % 60,
                }),
          ),
        ]),
  ]
}

function agendaRow(item: PaperItem, words: PaperWords): PaperRow {
  const { t } = words
  const minutes = item.minutesPlanned === null ? '' : String(item.minutesPlanned)
  if (!isMatter(item)) return { isGroup: item.type === 'heading', cells: ['', item.title ?? '', '', '', minutes, ''] }
  if (item.withheld) return { cells: [item.numberText ?? '', withheldTitle(item, words), '', '', minutes, ''] }
  return {
    cells: [
      item.numberText ?? '',
      [
        item.title ?? '',
        ...(item.caseNo === null ? [] : [`${t('papers.doc.caseNo')} ${item.caseNo}`]),
        ...(item.confidential ? [confidentialMark(item, words)] : []),
      ],
      t(`codes.itemType.${item.type}`),
      item.presenter ?? '',
      minutes,
      ranges(item.attachments.map(({ no }) => no)),
    ],
  }
}
