import type { ReactNode } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { changeLines, countsLine } from '#shared/documents/change-lines.ts'
import { inside } from '#shared/documents/change-words.ts'
import { countKinds } from '#shared/documents/section-changes.ts'
import type { Snapshot } from '#shared/documents/snapshot.ts'
import styles from './packages.module.css'

type Changes = NonNullable<Snapshot['changes']>

/** What is new, changed, closed and gone since the body's package before, section by section. */
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
  const sections = changes.sections.filter((one) => one.changes.length + one.withheld > 0)
  const goals = changes.goalStatuses
  const others = changes.removedVisits + changes.confidential + goals.length
  if (filled.length + sections.length + others === 0) return <p>{t('packages.changes.nothing')}</p>
  return (
    <>
      {sections.map((one) => (
        <Section key={one.section} told={one} />
      ))}
      {goals.length > 0 && (
        <Group title={`${t('documents.strategy.changes.heading')} (${format.number(goals.length)})`}>
          {goals.map(({ code, title, from, to }) => (
            <li key={code}>
              {t('documents.strategy.changes.line', { code, title, from: statusName(from, t), to: statusName(to, t) })}
            </li>
          ))}
        </Group>
      )}
      {filled.map((group) => (
        <Group key={group.key} title={t(`packages.changes.${group.key}`, { count: group.lines.length })}>
          <Lines lines={group.lines} />
        </Group>
      ))}
      {changes.removedVisits > 0 && <p>{t('packages.changes.removedVisits', { count: changes.removedVisits })}</p>}
      {changes.confidential > 0 && <p>{t('packages.changes.confidential', { count: changes.confidential })}</p>}
      <Unchanged changes={changes} />
    </>
  )
}

/** One section's changes in the words of the paper, in the language of the screen. */
function Section({ told }: { readonly told: Changes['sections'][number] }) {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { section, changes, withheld } = told
  return (
    <Group
      title={`${t(`documents.sectionChanges.sections.${section}`)} (${format.number(changes.length + withheld)})`}
      before={changes.length > 0 && <p className={styles.quiet}>{countsLine(countKinds(changes), language)}</p>}
    >
      <Lines lines={changes.map(changeLines(language))} />
      {withheld > 0 && (
        <li>{t('documents.sectionChanges.withheld', { count: withheld, number: format.number(withheld) })}</li>
      )}
    </Group>
  )
}

/** Sections that the package prints and in which nothing is other than it was. */
function Unchanged({ changes: { sections } }: { readonly changes: Changes }) {
  const t = useT()
  const names = sections
    .filter(({ changes, withheld }) => changes.length + withheld === 0)
    .map(({ section }) => inside(t(`documents.sectionChanges.sections.${section}`)))
  if (names.length === 0) return null
  return <p className={styles.quiet}>{t('documents.sectionChanges.unchanged', { sections: names.join(', ') })}</p>
}

function statusName(status: Changes['goalStatuses'][number]['from'], t: ReturnType<typeof useT>): string {
  return status === null ? t('documents.strategy.changes.none') : inside(t(`codes.goalStatus.${status}`))
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list; two lines may read the same
  return lines.map((line, index) => <li key={index}>{line}</li>)
}

function Group({
  title,
  before,
  children,
}: {
  readonly title: string
  readonly before?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <details className={styles.group}>
      <summary>{title}</summary>
      {before}
      <ul className={styles.lines}>{children}</ul>
    </details>
  )
}
