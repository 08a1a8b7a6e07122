import { type ReactNode, useRef } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { mostGrouped, type RegisterView } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Bulk, BulkBar } from './bulk-bar.tsx'
import { type Column, DataList } from './data-list.tsx'
import { Note, ProgressBar } from './notes.tsx'
import styles from './register.module.css'

interface Props<Row> {
  readonly register: RegisterView<Row>
  /** Names the list for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** What a row is called: typing jumps by it, and the boxes say it. */
  readonly nameOf: (row: Row) => string
  readonly empty: ReactNode
  readonly rowHeight?: number
  /** What can be changed for many at once; absent = rows can't be chosen. */
  readonly bulk?: Bulk
  /** What all that is shown comes to, besides its number. */
  readonly sums?: ReactNode
}

/** A register's list with its groups, what it comes to, and the bar for changing many. Takes what `useRegister` gave. */
export function RegisterList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { register, label, columns, nameOf, empty, rowHeight = 58, bulk, sums } = props
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly()
  const { list, selection, grouping, total } = register
  const grid = useRef<HTMLDivElement>(null)
  const offered = bulk && !readOnly && list.rows.length > 0
  return (
    <>
      {grouping.state === 'tooMany' && (
        <div className={styles.remark} role="status">
          <Note>
            {t('registers.group.tooMany', { most: format.number(mostGrouped), shown: format.number(total ?? null) })}
          </Note>
        </div>
      )}
      {grouping.state === 'loading' && total !== undefined && (
        <div className={styles.remark}>
          <ProgressBar
            label={t('registers.group.loading', {
              shown: format.number(grouping.loaded),
              all: format.number(total),
            })}
            progress={total > 0 ? Math.min(1, grouping.loaded / total) : 0}
          />
        </div>
      )}
      <DataList
        {...list}
        ref={grid}
        label={label}
        columns={columns}
        textOf={nameOf}
        rowHeight={rowHeight}
        empty={empty}
        {...(offered ? { selection } : {})}
      />
      {selection.count === 0 && total !== undefined && total > 0 && (
        <section className={styles.foot} aria-label={t('registers.total.label')}>
          <span>{t('registers.total.count', { count: total, shown: format.number(total) })}</span>
          {sums}
        </section>
      )}
      {bulk && !readOnly && <BulkBar register={register} bulk={bulk} onGone={() => grid.current?.focus()} />}
    </>
  )
}
