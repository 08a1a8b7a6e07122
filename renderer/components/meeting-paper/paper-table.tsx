import type { ReactNode } from 'react'
import styles from './meeting-paper.module.css'

interface Props {
  readonly columns: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly ReactNode[])[]
  /** Rows to be signed: high, with empty cells. */
  readonly form?: boolean
}

/** A table of a paper; wider than the page it scrolls by itself. */
export function PaperTable({ columns, rows, form = false }: Props) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-form={form}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed table has no other order than its own
            <tr key={row}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[at]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Labels with their values; those without a value are left out. */
export function PaperFacts({ facts }: { readonly facts: readonly (readonly [label: string, value: string | null])[] }) {
  const told = facts.filter(([, value]) => value !== null && value !== '')
  if (told.length === 0) return null
  return (
    <dl className={styles.facts}>
      {told.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A plain text of several lines. */
export function Lines({ text, className }: { readonly text: string; readonly className?: string | undefined }) {
  return <p className={`${styles.lines} ${className ?? ''}`}>{text}</p>
}
