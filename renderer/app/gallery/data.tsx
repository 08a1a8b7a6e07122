import { useState } from 'react'
import { Chart } from '#renderer/components/chart.tsx'
import { DataList, type Sort } from '#renderer/components/data-list.tsx'
import { byCode } from '#renderer/lib/group-by.ts'
import { groupRows } from '#renderer/lib/use-grouped.ts'
import { useSelection } from '#renderer/lib/use-selection.ts'
import styles from './gallery.module.css'

import { Part } from './part.tsx'

const rows = Array.from({ length: 100_000 }, (_, index) => ({
  id: `${index}`,
  name: `Bedrift ${index}`,
  count: index % 7,
}))
export function Charts() {
  const months = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des']
  const counts = [3, 4, 6, 5, 4, 2, 0, 3, 5, 5, null, null]
  return (
    <Part title="Charts">
      <div className={styles.grid}>
        <Chart
          kind="bar"
          title="Bars and a line"
          summary="37 of 50"
          categoryName="Month"
          categories={months}
          series={[
            { name: 'Visits', values: counts },
            { name: 'Target', values: months.map(() => 4), line: true },
          ]}
          level={3}
        />
        <Chart
          kind="bar"
          horizontal
          title="Lying bars"
          summary="Most in industry"
          categoryName="Sector"
          categories={['Industry', 'Food', 'Culture and travel']}
          series={[{ name: 'Visits', values: [12, 8, 3] }]}
          level={3}
        />
        <Chart
          kind="donut"
          title="Donut"
          summary="Most are company visits"
          categoryName="Type"
          categories={['Visit', 'Phone', 'Web']}
          series={[{ name: 'Visits', values: [20, 9, 4] }]}
          level={3}
        />
        <Chart
          kind="line"
          title="Line"
          summary="Rising"
          categoryName="Month"
          categories={months}
          series={[{ name: 'Visits', values: counts }]}
          level={3}
        />
      </div>
    </Part>
  )
}

export function Lists() {
  const [open, setOpen] = useState<string | null>('3')
  const [sort, setSort] = useState<Sort>({ by: 'name', direction: 'asc' })
  return (
    <Part title="List of 100,000">
      <div className={styles.list}>
        <DataList
          label="Companies"
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            { key: 'name', header: 'Name', sort: 'name', width: 'minmax(120px, 3fr)', cell: (row) => row.name },
            { key: 'count', header: 'Visits', sort: 'count', width: '80px', align: 'end', cell: (row) => row.count },
          ]}
          selectedKey={open}
          onOpen={(row) => setOpen(row.id)}
          sort={sort}
          onSort={setSort}
          total={rows.length}
          textOf={(row) => row.name}
          empty={null}
        />
      </div>
    </Part>
  )
}

const sizes = ['Small', 'Large'] as const
const bySize = groupRows(
  rows.slice(0, 40),
  byCode<(typeof rows)[number], (typeof sizes)[number]>(
    'size',
    'Size',
    sizes,
    (row) => (row.count < 4 ? 'Small' : 'Large'),
    (size) => size,
  ),
  (a, b) => a.localeCompare(b),
  { notStated: 'Not stated', detail: (own) => `${own.reduce((sum, row) => sum + row.count, 0)} visits` },
)
/** Groups with their sums, and boxes for choosing: what registers are made of. */
export function Registers() {
  const selection = useSelection<(typeof rows)[number]>((row) => row.id, 'all')
  return (
    <Part title="List in groups, with boxes">
      <div className={styles.list}>
        <DataList
          label="Companies by size"
          rows={bySize.rows}
          groups={bySize.groups}
          keyOf={(row) => row.id}
          columns={[
            { key: 'name', header: 'Name', width: 'minmax(120px, 3fr)', cell: (row) => row.name },
            { key: 'count', header: 'Visits', width: '80px', align: 'end', cell: (row) => row.count },
          ]}
          selectedKey={null}
          onOpen={() => {}}
          textOf={(row) => row.name}
          selection={selection}
          empty={null}
        />
      </div>
    </Part>
  )
}
