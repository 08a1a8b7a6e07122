import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { nameOf, nextMilestone } from '#shared/documents/project-words.ts'
import type { Snapshot, SnapshotProject } from '#shared/documents/snapshot.ts'
import { standsOn } from '#shared/domain/milestone-rules.ts'
import styles from './packages.module.css'

/** The projects that the package prints, each on a line: status, light, milestones reached, what is next. */
export function PackageProjects({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useT()
  const format = useFormat()
  const rows = snapshot.projects?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>{t('packages.projects.title')}</h3>
      <details className={styles.group}>
        <summary>{t('packages.projects.list', { number: format.number(rows.length) })}</summary>
        <ul className={styles.lines}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list; two rows may read the same
            <Line key={index} row={row} />
          ))}
        </ul>
      </details>
    </section>
  )
}

function Line({ row }: { readonly row: SnapshotProject }) {
  const t = useT()
  const format = useFormat()
  const next = nextMilestone(row)
  const reached = row.milestones.filter(({ actualOn }) => actualOn !== null).length
  const told = [
    t(`codes.projectStatus.${row.status}`),
    row.light && t(`codes.light.${row.light}`),
    row.lightIsStale && t('packages.projects.stale'),
    row.milestones.length > 0 &&
      t('packages.projects.milestones', {
        reached: format.number(reached),
        number: format.number(row.milestones.length),
      }),
    next && t('packages.projects.next', { title: next.title, day: format.day(standsOn(next)) }),
  ]
  return (
    <li>
      <span className={styles.strong}>{nameOf(row)}</span>
      {` · ${told.filter(Boolean).join(' · ')}`}
    </li>
  )
}
