import type { ReactNode } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import styles from './packages.module.css'

type Changes = NonNullable<Snapshot['changes']>

/** What is new, changed, closed and gone since the body's package before. */
export function PackageChanges({ changes }: { readonly changes: Snapshot['changes'] }) {
  const t = useT()
  const format = useFormat()
  if (!changes) {
    return (
      <section className={styles.section}>
        <h3>{t('packages.changes.title')}</h3>
        <p className={styles.quiet}>{t('packages.changes.first')}</p>
      </section>
    )
  }
  return (
    <section className={styles.section}>
      <h3>{t('packages.changes.title')}</h3>
      <p className={styles.quiet}>
        {t('packages.changes.since', {
          version: changes.previousVersion,
          when: format.instant(changes.previousDataAsOf),
        })}
      </p>
      <Groups changes={changes} />
    </section>
  )
}

function Groups({ changes }: { readonly changes: Changes }) {
  const t = useT()
  const format = useFormat()
  const unnamed = t('packages.changes.unnamed')
  const name = (companyName: string | null) => companyName ?? unnamed
  const named = (one: { numberText: string | null; title: string }) =>
    [one.numberText, one.title].filter((part) => part !== null).join(' ')
  const groups = [
    { key: 'newDecisions', lines: changes.newDecisions.map(named) },
    { key: 'doneDecisions', lines: changes.doneDecisions.map(named) },
    {
      key: 'newActions',
      lines: changes.newActions.map((one) => `${one.title} · ${one.responsible} · ${format.day(one.dueOn)}`),
    },
    { key: 'doneActions', lines: changes.doneActions.map(({ title }) => title) },
    {
      key: 'newVisits',
      lines: changes.newVisits.map((one) => `${format.day(one.visitedOn)} · ${name(one.companyName)}`),
    },
    {
      key: 'changedVisits',
      lines: changes.changedVisits.map((one) => `${format.day(one.visitedOn)} · ${name(one.companyName)}`),
    },
    {
      key: 'newFollowUps',
      lines: changes.newFollowUps.map((one) => `${one.description} · ${name(one.companyName)}`),
    },
    {
      key: 'closedFollowUps',
      lines: changes.closedFollowUps.map((one) => `${one.description} · ${name(one.companyName)}`),
    },
    { key: 'newCompanies', lines: changes.newCompanies },
  ] as const
  const filled = groups.filter((group) => group.lines.length > 0)
  const nothing = filled.length === 0 && changes.removedVisits === 0 && changes.confidential === 0
  if (nothing) return <p>{t('packages.changes.nothing')}</p>
  return (
    <>
      {filled.map((group) => (
        <Group key={group.key} title={t(`packages.changes.${group.key}`, { count: group.lines.length })}>
          {group.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list; two lines may read the same
            <li key={index}>{line}</li>
          ))}
        </Group>
      ))}
      {changes.removedVisits > 0 && <p>{t('packages.changes.removedVisits', { count: changes.removedVisits })}</p>}
      {changes.confidential > 0 && <p>{t('packages.changes.confidential', { count: changes.confidential })}</p>}
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={styles.group}>
      <summary>{title}</summary>
      <ul className={styles.lines}>{children}</ul>
    </details>
  )
}
