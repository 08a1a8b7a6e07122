import { type Column, DataList } from '#renderer/components/data-list.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import type { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import styles from './packages.module.css'

type Row = OutputOf<'packages.list'>[number]
const defaults = { body: null as string | null, sort: 'madeOn' as string, direction: 'desc' as string }

interface Props {
  readonly packages: ReturnType<typeof useOperation<'packages.list'>>
  readonly openId: string | null
}

/** All packages made, newest first unless sorted otherwise. There are few, so they are sorted here. */
export function PackageList({ packages, openId }: Props) {
  const t = useT()
  const go = useGo()
  const { compare } = useFormat()
  const [view, change] = useListState(defaults)
  const all = packages.data ?? []
  const bodies = [...new Map(all.map((one) => [one.bodyId, one.bodyName]))].map(([key, label]) => ({ key, label }))
  const rows = sorted(
    all.filter((one) => view.body === null || one.bodyId === view.body),
    view.sort,
    compare,
  )
  return (
    <>
      {bodies.length > 1 && (
        <search className={styles.filters} aria-label={t('common.filter')}>
          <Select
            label={t('packages.fields.body')}
            hideLabel
            emptyLabel={t('packages.list.allBodies')}
            options={bodies}
            value={view.body}
            onChange={(body) => change({ body })}
          />
        </search>
      )}
      <DataList
        label={t('app.areas.packages')}
        rows={view.direction === 'desc' ? rows.toReversed() : rows}
        keyOf={(row) => row.id}
        columns={useColumns()}
        selectedKey={openId}
        onOpen={(row) => go('packages', row.id, { keepSearch: true })}
        sort={{ by: view.sort, direction: view.direction === 'asc' ? 'asc' : 'desc' }}
        onSort={({ by, direction }) => change({ sort: by, direction })}
        loading={packages.isPending}
        error={packages.error}
        onRetry={() => void packages.refetch()}
        textOf={(row) => row.bodyName}
        empty={
          <EmptyState
            icon="packages"
            title={t('packages.list.none')}
            action={
              <WriteButton kind="primary" icon="plus" onPress={() => go('packages', 'new', { keepSearch: true })}>
                {t('packages.new.action')}
              </WriteButton>
            }
          >
            {t('packages.list.noneText')}
          </EmptyState>
        }
      />
    </>
  )
}

function sorted(rows: readonly Row[], by: string, compare: (a: string, b: string) => number): Row[] {
  const text = (row: Row) => (by === 'body' ? row.bodyName : by === 'period' ? row.periodTo : row.madeOn)
  return rows.toSorted((a, b) => compare(text(a), text(b)) || compare(a.madeOn, b.madeOn))
}

function useColumns(): Column<Row>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      key: 'body',
      header: t('packages.fields.body'),
      sort: 'body',
      width: 'minmax(110px, 1.4fr)',
      cell: (row) => <span className={styles.strong}>{row.bodyName}</span>,
    },
    {
      key: 'period',
      header: t('packages.fields.period'),
      sort: 'period',
      width: 'minmax(216px, 1.6fr)',
      cell: (row) => `${format.day(row.periodFrom)} – ${format.day(row.periodTo)}`,
    },
    {
      key: 'version',
      header: t('packages.fields.version'),
      width: '56px',
      cell: (row) => format.number(row.version),
    },
    {
      key: 'madeOn',
      header: t('packages.fields.madeOn'),
      sort: 'madeOn',
      width: 'minmax(148px, 1fr)',
      show: 'wide',
      cell: (row) => format.instant(row.madeOn),
    },
    {
      key: 'sentOn',
      header: t('packageSending.sentOn'),
      width: '96px',
      show: 'wide',
      cell: (row) => (row.sentOn === null ? '–' : format.day(row.sentOn)),
    },
    {
      key: 'madeBy',
      header: t('packages.fields.madeBy'),
      width: 'minmax(100px, 1fr)',
      show: 'wide',
      cell: (row) => row.madeBy ?? '–',
    },
    {
      key: 'language',
      header: t('packages.fields.language'),
      width: 'minmax(80px, 0.8fr)',
      show: 'wide',
      cell: (row) => t(`codes.language.${row.language}`),
    },
    {
      key: 'hash',
      header: t('packages.fields.hash'),
      width: '88px',
      show: 'wide',
      cell: (row) => <code className={styles.hash}>{row.snapshotSha256.slice(0, 8)}</code>,
    },
  ]
}
