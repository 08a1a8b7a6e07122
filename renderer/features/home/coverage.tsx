import { RadioGroup } from '#renderer/components/choices.tsx'
import { ErrorNote, Loading, Meter } from '#renderer/components/notes.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useNames } from '#renderer/lib/use-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { employeeBands } from '#shared/domain/records/company.ts'
import styles from './home.module.css'
import { Panel } from './panel.tsx'
import { useHomeView } from './view.ts'

const groupings = ['sector', 'municipality', 'band'] as const
type Row = OutputOf<'visits.coverage'>[number]

/** Which share of the companies was visited in the year, group by group: a bar and its numbers. */
export function Coverage({ year }: { readonly year: number }) {
  const t = useT()
  const format = useFormat()
  const { view, change } = useHomeView()
  const by = groupings.find((one) => one === view.coverage) ?? 'sector'
  const coverage = useOperation(
    'visits.coverage',
    { from: `${year}-01-01`, to: `${year}-12-31`, by },
    { keepPrevious: true },
  )
  const label = useLabel(by)
  const rows = inOrder(coverage.data ?? [], by, label, format.compare)
  return (
    <Panel
      title={t('home.coverage.title', { year })}
      span={12}
      action={
        <RadioGroup
          label={t('home.coverage.by')}
          hideLabel
          look="segments"
          options={groupings.map((key) => ({ key, label: t(`home.coverage.${key}`) }))}
          value={by}
          onChange={(next) => change({ coverage: next })}
        />
      }
    >
      {coverage.isPending && <Loading lines={5} />}
      {coverage.error && <ErrorNote error={coverage.error} onRetry={() => void coverage.refetch()} />}
      {coverage.data && rows.length === 0 && <p className={styles.quiet}>{t('home.coverage.none')}</p>}
      <ul className={styles.meters}>
        {rows.map((row) => (
          <li key={row.key ?? 'none'}>
            <Meter label={label(row.key)} value={row.visited} max={row.companies} text={wordsOf(row, t, format)} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** "12 of 40 · 30 %", and how many of them never had a visit. */
function wordsOf(row: Row, t: ReturnType<typeof useT>, format: ReturnType<typeof useFormat>): string {
  const share = row.companies === 0 ? 0 : Math.round((row.visited / row.companies) * 100)
  const words = [
    t('common.ofMany', { part: format.number(row.visited), whole: format.number(row.companies) }),
    format.share(share),
  ]
  if (row.neverVisited > 0) words.push(t('home.coverage.never', { count: row.neverVisited }))
  return words.join(' · ')
}

function useLabel(by: (typeof groupings)[number]): (key: string | null) => string {
  const t = useT()
  const names = useNames()
  return (key) => {
    if (key === null) return t('common.notStated')
    if (by === 'sector') return names.sector(key) ?? t('common.notStated')
    if (by === 'municipality') return names.municipality(key) ?? key
    const band = employeeBands.find((one) => one === key)
    return band ? t(`codes.employeesBand.${band}`) : key
  }
}

/** Sizes stand in their own order; sectors and municipalities by the alphabet. Not stated comes last. */
function inOrder(
  rows: readonly Row[],
  by: (typeof groupings)[number],
  label: (key: string | null) => string,
  compare: (a: string, b: string) => number,
): Row[] {
  const place = (row: Row) => (employeeBands as readonly (string | null)[]).indexOf(row.key)
  return rows.toSorted(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) ||
      (by === 'band' ? place(a) - place(b) : compare(label(a.key), label(b.key))),
  )
}
