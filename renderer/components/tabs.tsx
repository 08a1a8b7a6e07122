import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import styles from './tabs.module.css'

export interface TabItem<K extends string = string> {
  readonly key: K
  readonly label: string
  /** A number beside the label: how many lie there. */
  readonly count?: number | undefined
  readonly content: ReactNode
}
interface Props<K extends string> {
  readonly label: string
  readonly items: readonly TabItem<K>[]
  /** Both or neither; without them the tabs remember by themselves. */
  readonly selected?: K
  readonly onSelect?: (key: K) => void
  /** The panel takes the height that is left and scrolls by itself. */
  readonly fill?: boolean
}

export function Tabs<K extends string>({ label, items, selected, onSelect, fill = false }: Props<K>) {
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      data-fill={fill}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => {
        const item = items.find((one) => one.key === key)
        if (item) onSelect?.(item.key)
      }}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {items.map((item) => (
          <Tab key={item.key} id={item.key} className={styles.tab ?? ''}>
            {item.label}
            {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.key} id={item.key} className={styles.panel ?? ''}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
