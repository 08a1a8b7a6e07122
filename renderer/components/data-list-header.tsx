// biome-ignore-all lint/a11y/useSemanticElements: a table element can't hold rows placed by transform
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in the headers take the focus

import styles from './data-list.module.css'
import type { Column, Sort } from './data-list.tsx'
import { Icon } from './icon.tsx'

interface Props<Row> {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
}

/** The head of a column; where its rows can be put in order by it, a button that asks for that. */
export function HeaderCell<Row>({ column, sort, onSort }: Props<Row>) {
  const by = column.sort
  if (!by || !onSort) {
    return (
      <div role="columnheader" className={styles.header} data-align={column.align}>
        {column.header}
      </div>
    )
  }
  const direction = sort?.by === by ? sort.direction : null
  const words = direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : 'none'
  return (
    <div role="columnheader" aria-sort={words} className={styles.header} data-align={column.align}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ by, direction: direction === 'asc' ? 'desc' : 'asc' })}
      >
        {column.header}
        {direction && <Icon name={direction === 'asc' ? 'up' : 'down'} size={12} />}
      </button>
    </div>
  )
}
