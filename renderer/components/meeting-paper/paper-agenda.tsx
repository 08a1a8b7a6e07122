import { RichTextView } from '#renderer/components/rich-text-view.tsx'
import { confidentialMark, isMatter, itemTitle, ranges, withheldTitle } from '#shared/documents/meeting/items.ts'
import type { PaperWords } from '#shared/documents/meeting/words.ts'
import type { PaperItem } from '#shared/documents/meeting-paper.ts'
import { isDeciding } from '#shared/domain/meeting-readiness.ts'
import styles from './meeting-paper.module.css'
import type { PaperPart } from './meeting-paper-view.tsx'
import { Lines, PaperFacts, PaperTable } from './paper-table.tsx'

/** The agenda: number, title, type, presenter, minutes, attachments. */
export function AgendaTable({ paper, words }: PaperPart) {
  const { t, number } = words
  if (paper.items.length === 0) return <p>{t('papers.doc.agenda.empty')}</p>
  const minutes = paper.items.reduce((sum, item) => sum + (item.minutesPlanned ?? 0), 0)
  const told = { number: number(minutes), hours: Math.floor(minutes / 60), minutes: minutes % 60 }
  return (
    <>
      <PaperTable
        columns={[
          t('papers.doc.agenda.number'),
          t('papers.doc.agenda.title'),
          t('papers.doc.agenda.type'),
          t('papers.doc.agenda.presenter'),
          t('papers.doc.agenda.minutes'),
          t('papers.doc.agenda.attachments'),
        ]}
        rows={paper.items.map((item) => agendaRow(item, words))}
      />
      {minutes > 0 && (
        <p>{minutes < 60 ? t('papers.doc.agenda.total', told) : t('papers.doc.agenda.totalHours', told)}</p>
      )}
    </>
  )
}

function agendaRow(item: PaperItem, words: PaperWords) {
  const { t } = words
  const minutes = item.minutesPlanned ?? ''
  if (!isMatter(item)) return ['', <strong key="title">{item.title}</strong>, '', '', minutes, '']
  if (item.withheld) return [item.numberText, withheldTitle(item, words), '', '', minutes, '']
  return [
    item.numberText,
    <span key="title">
      {item.title}
      {item.caseNo && (
        <span className={styles.below}>
          {t('papers.doc.caseNo')} {item.caseNo}
        </span>
      )}
      {item.confidential && <span className={styles.below}>{confidentialMark(item, words)}</span>}
    </span>,
    t(`codes.itemType.${item.type}`),
    item.presenter ?? '',
    minutes,
    ranges(item.attachments.map(({ no }) => no)),
  ]
}

/** The case papers, the proposed decision first (practice.md 6.2); then what only informs. */
export function CasePapers({ paper, words }: PaperPart) {
  const { t } = words
  const toRead = paper.items.filter(
    (item) => isMatter(item) && (item.withheld || item.proposedDecision || item.background || item.summary),
  )
  if (toRead.length === 0) return <p>{t('papers.doc.agenda.empty')}</p>
  return toRead.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a paper to read has no other order than its own
    <section key={at} className={styles.item}>
      <h2>{itemTitle(item, words)}</h2>
      {item.withheld ? <p>{t('papers.doc.withheldText')}</p> : <CasePaper item={item} words={words} />}
    </section>
  ))
}

function CasePaper({ item, words }: { readonly item: PaperItem; readonly words: PaperWords }) {
  const { t } = words
  return (
    <>
      <PaperFacts
        facts={[
          [t('papers.doc.case.officer'), item.responsible],
          [t('papers.doc.case.presenter'), item.presenter],
          [t('papers.doc.case.fileNo'), item.caseNo],
        ]}
      />
      {item.confidential && <p className={styles.notice}>{confidentialMark(item, words)}</p>}
      {isDeciding(item.type) && (
        <>
          <h3>{t('papers.doc.case.proposed')}</h3>
          <RichTextView doc={item.proposedDecision} under={3} empty={<p>{t('papers.doc.case.noProposal')}</p>} />
        </>
      )}
      {item.summary && (
        <>
          <h3>{t('papers.doc.case.summary')}</h3>
          <Lines text={item.summary} />
        </>
      )}
      {item.attachments.length > 0 && (
        <>
          <h3>{t('papers.doc.case.attachments')}</h3>
          <ul className={styles.bullets}>
            {item.attachments.map((one) => (
              <li key={one.no}>
                {t('papers.doc.attachment', { no: one.no })}: {one.title}
              </li>
            ))}
          </ul>
        </>
      )}
      {item.background && (
        <>
          {item.background.content[0]?.type !== 'heading' && <h3>{t('papers.doc.case.background')}</h3>}
          <RichTextView doc={item.background} under={2} />
        </>
      )}
      {item.recipients.length > 0 && (
        <>
          <h3>{t('papers.doc.case.recipients')}</h3>
          <ul className={styles.bullets}>
            {item.recipients.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
