import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { exceptionsOf, tellsExceptions } from '#shared/documents/exceptions.ts'
import { nameOf } from '#shared/documents/project-words.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import styles from './packages.module.css'

/** What does not go as planned, by kind, as the package prints it. Nothing for packages made before it was told. */
export function PackageExceptions({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useT()
  if (!tellsExceptions(snapshot)) return null
  return (
    <section className={styles.section}>
      <h3>{t('packages.exceptions.title')}</h3>
      <Kinds snapshot={snapshot} />
    </section>
  )
}

function Kinds({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useT()
  const format = useFormat()
  const found = exceptionsOf(snapshot)
  if (found.count === 0) return <p>{t('packages.exceptions.none')}</p>
  const overdue = (count: number) => t('packages.meeting.daysOverdue', { count })
  const join = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')
  const kinds = [
    {
      key: 'projects',
      withheld: 0,
      lines: found.projects.map((row) =>
        join(nameOf(row), row.light && t(`codes.light.${row.light}`), row.lightComment, row.lead),
      ),
    },
    {
      key: 'milestones',
      withheld: 0,
      lines: found.milestones.map(({ project, milestone: { title, owner, daysOverdue, slipDays } }) =>
        join(
          title,
          nameOf(project),
          owner,
          daysOverdue > 0 ? overdue(daysOverdue) : t('packages.exceptions.daysLate', { count: slipDays ?? 0 }),
        ),
      ),
    },
    {
      key: 'goals',
      withheld: 0,
      lines: found.goals.map(({ goal }) =>
        join(
          `${goal.code} ${goal.title}`,
          goal.status && t('documents.strategy.byHand', { status: t(`codes.goalStatus.${goal.status}`) }),
          t('documents.strategy.byFigures', { status: t(`codes.goalStatus.${goal.statusByFigures}`) }),
          goal.statusComment ?? t('documents.projects.commentMissing'),
          goal.responsible,
        ),
      ),
    },
    {
      key: 'indicators',
      withheld: 0,
      lines: found.indicators.map(({ code, title, responsible, daysOverdue }) =>
        join(`${code} ${title}`, responsible, overdue(daysOverdue)),
      ),
    },
    {
      key: 'activities',
      withheld: 0,
      lines: found.activities.map(({ code, title, responsible, daysOverdue }) =>
        join(code, title, responsible, overdue(daysOverdue)),
      ),
    },
    {
      key: 'commitments',
      withheld: found.commitments.withheld,
      lines: found.commitments.rows.map(({ title, partner, daysOverdue }) =>
        join(title, partner, overdue(daysOverdue)),
      ),
    },
    {
      key: 'decisions',
      withheld: found.decisions.withheld,
      lines: found.decisions.rows.map(({ numberText, title, responsible, daysOverdue }) =>
        join(numberText, title, responsible, overdue(daysOverdue)),
      ),
    },
    {
      key: 'agreements',
      withheld: 0,
      lines: found.agreements.map(({ partner, validTo }) =>
        join(partner, t('packages.exceptions.validTo', { day: format.day(validTo) })),
      ),
    },
  ] as const
  const titleOf = (key: (typeof kinds)[number]['key'] | 'followUps') =>
    key === 'goals' || key === 'indicators' || key === 'activities'
      ? t(`documents.strategy.exceptions.${key}`)
      : t(`packages.exceptions.${key}`)
  const group = (key: (typeof kinds)[number]['key'] | 'followUps', count: number) =>
    t('packages.exceptions.group', { title: titleOf(key), number: format.number(count) })
  return (
    <>
      {kinds
        .filter(({ lines, withheld }) => lines.length + withheld > 0)
        .map(({ key, lines, withheld }) => (
          <details key={key} className={styles.group}>
            <summary>{group(key, lines.length + withheld)}</summary>
            <ul className={styles.lines}>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list; two lines may read the same
                <li key={index}>{line}</li>
              ))}
              {withheld > 0 && <li>{t('packages.exceptions.unnamed', { count: withheld })}</li>}
            </ul>
          </details>
        ))}
      {found.followUps.overdue > 0 && <p>{group('followUps', found.followUps.overdue)}</p>}
    </>
  )
}
