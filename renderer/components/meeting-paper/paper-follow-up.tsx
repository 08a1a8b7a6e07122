import { isClosed } from '#shared/documents/meeting/paper-facts.ts'
import styles from './meeting-paper.module.css'
import type { PaperPart } from './meeting-paper-view.tsx'
import { PaperTable } from './paper-table.tsx'

/** Decisions and actions with what has become of them: overdue first, then open, then done. */
export function FollowUpTables({ paper, words }: PaperPart) {
  const { t, number } = words
  const rows = paper.followUps
  if (rows.length === 0) return <p>{t('papers.doc.followUp.empty')}</p>
  const groups = [
    [t('papers.doc.followUp.overdue'), rows.filter((row) => row.daysOverdue > 0)],
    [t('papers.doc.followUp.open'), rows.filter((row) => row.daysOverdue === 0 && !isClosed(row))],
    [t('papers.doc.followUp.done'), rows.filter((row) => row.daysOverdue === 0 && isClosed(row))],
  ] as const
  return groups.map(([name, of]) =>
    of.length === 0 ? null : (
      <section key={name}>
        <h2>
          {name} ({number(of.length)})
        </h2>
        <Group paper={{ ...paper, followUps: of }} words={words} />
      </section>
    ),
  )
}

function Group({ paper, words: { t, day, number } }: PaperPart) {
  return (
    <PaperTable
      columns={[
        t('papers.doc.followUp.case'),
        t('papers.doc.followUp.decision'),
        t('papers.doc.followUp.responsible'),
        t('papers.doc.followUp.due'),
        t('papers.doc.followUp.status'),
        t('papers.doc.followUp.result'),
      ]}
      rows={paper.followUps.map((row) => [
        row.numberText ?? row.origin ?? '',
        <span key="what">
          {row.title}
          {row.text && <span className={styles.below}>{row.text}</span>}
        </span>,
        [row.responsible, row.organisation].filter(Boolean).join(', '),
        row.dueOn ? day(row.dueOn) : '',
        <span key="status">
          {row.daysOverdue > 0 && (
            <strong className={styles.below}>
              {t('papers.doc.followUp.daysOverdue', { count: row.daysOverdue, number: number(row.daysOverdue) })}
            </strong>
          )}
          {row.decisionStatus
            ? t(`codes.decisionStatus.${row.decisionStatus}`)
            : row.actionStatus && t(`codes.actionStatus.${row.actionStatus}`)}
        </span>,
        [row.doneOn && day(row.doneOn), row.result].filter(Boolean).join(' '),
      ])}
    />
  )
}
