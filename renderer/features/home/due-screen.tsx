import { Button, IconButton } from '#renderer/components/button.tsx'
import { DayField } from '#renderer/components/checked-field.tsx'
import { type Column, DataList } from '#renderer/components/data-list.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useShell } from '#renderer/lib/shell.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { type RowOf, useInfiniteOperation } from '#renderer/lib/use-infinite-operation.ts'
import { useNames, usePartnership } from '#renderer/lib/use-names.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { addMonths } from '#shared/domain/days.ts'
import { isDay } from '#shared/domain/values.ts'
import styles from './home.module.css'
import { useHomeView } from './view.ts'
import { Why } from './why.tsx'

type Row = RowOf<'visits.due'>

/** Every active company not visited since a day: agreed visits first, then those never visited, then the longest ago. */
export function DueScreen() {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const { view, change } = useHomeView()
  const partnership = usePartnership()
  const proposed = addMonths(today(), -(partnership?.notVisitedMonths ?? 24))
  const since = isDay(view.since) ? view.since : proposed
  const list = useInfiniteOperation('visits.due', {
    notVisitedSince: since,
    sectorId: view.sector,
    municipalityCode: view.municipality,
  })
  return (
    <div className={styles.full}>
      <PageHeader
        title={t('home.next.screen')}
        detail={t('home.next.order')}
        actions={
          <Button icon="left" onPress={() => change({ show: 'overview' })}>
            {t('home.back')}
          </Button>
        }
      />
      <Filters since={since} />
      <DataList
        label={t('home.next.screen')}
        rows={list.rows}
        keyOf={(row) => row.id}
        columns={useColumns()}
        selectedKey={null}
        onOpen={(row) => go('companies', row.id)}
        hasMore={list.hasMore}
        onLoadMore={list.loadMore}
        onSight={list.onSight}
        loading={list.loading}
        error={list.error}
        onRetry={list.retry}
        textOf={(row) => row.name}
        empty={
          <EmptyState icon="check" title={t('home.next.none')}>
            {t('home.next.noneSince', { day: format.day(since) })}
          </EmptyState>
        }
      />
    </div>
  )
}

function Filters({ since }: { readonly since: string }) {
  const t = useT()
  const names = useNames()
  const { view, change } = useHomeView()
  return (
    <search className={styles.filters} aria-label={t('common.filter')}>
      <DayField label={t('home.next.since')} value={since} onChange={(day) => change({ since: day ?? '' })} />
      <Select
        label={t('home.coverage.sector')}
        emptyLabel={t('home.next.allSectors')}
        options={names.sectorOptions}
        value={view.sector}
        onChange={(sector) => change({ sector })}
      />
      <Select
        label={t('home.coverage.municipality')}
        emptyLabel={t('home.next.allMunicipalities')}
        options={names.regionOptions}
        value={view.municipality}
        onChange={(municipality) => change({ municipality })}
      />
    </search>
  )
}

function useColumns(): Column<Row>[] {
  const t = useT()
  const format = useFormat()
  const names = useNames()
  const { logVisit } = useShell()
  return [
    { key: 'name', header: t('home.next.company'), width: 'minmax(160px, 2fr)', cell: (row) => row.name },
    { key: 'why', header: t('home.next.why'), width: 'minmax(208px, 1.4fr)', cell: (row) => <Why company={row} /> },
    {
      key: 'last',
      header: t('home.next.lastVisit'),
      width: '136px',
      cell: (row) => format.day(row.lastVisitedOn) || '–',
    },
    {
      key: 'place',
      header: t('home.coverage.municipality'),
      width: 'minmax(100px, 1fr)',
      show: 'wide',
      cell: (row) => names.municipality(row.municipalityCode) ?? row.place ?? '–',
    },
    {
      key: 'sector',
      header: t('home.coverage.sector'),
      width: 'minmax(110px, 1.2fr)',
      show: 'wide',
      cell: (row) => names.sector(row.sectorId) ?? '–',
    },
    {
      key: 'log',
      header: t('app.actions.logVisit'),
      width: '88px',
      align: 'end',
      cell: (row) => (
        // The press is for the button; the row would open the company.
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the row from hearing the press
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <span onClick={(event) => event.stopPropagation()}>
          <IconButton icon="plus" label={t('home.next.log', { name: row.name })} onPress={() => logVisit(row.id)} />
        </span>
      ),
    },
  ]
}
