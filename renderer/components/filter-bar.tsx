import type { ReactNode } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import { FilterChips } from './filter-chips.tsx'
import { ListSearch } from './list-search.tsx'
import { Popover } from './menu.tsx'
import styles from './parts.module.css'

interface Props {
  /** Names the search field. */
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What else stands beside the search: saved views, groups, export. */
  readonly tools: ReactNode
  readonly chips: Parameters<typeof FilterChips>[0]['chips']
  /** Takes every filter off but the words. */
  readonly onClear: () => void
  /** The choices in the panel. */
  readonly children: ReactNode
}

/** What narrows a register: words in sight, the rest in a panel, each shown with a way to take it off. */
export function FilterBar({ label, text, onText, tools, chips, onClear, children }: Props) {
  const t = useT()
  return (
    <div className={styles.filters}>
      <div className={styles.searchRow}>
        <ListSearch label={label} value={text} onChange={onText} />
        <Popover label={t('common.filter')} icon="filter" showLabel>
          <div className={styles.panel}>{children}</div>
        </Popover>
        {tools}
      </div>
      <FilterChips chips={chips} onClear={onClear} />
    </div>
  )
}
