import { useMemo, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { type Column, DataList } from '#renderer/components/data-list.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ListSearch } from '#renderer/components/list-search.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { Badge, EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { formatNumber } from '#shared/domain/numbering.ts'
import type { Body } from '#shared/domain/records/body.ts'
import styles from './bodies.module.css'
import { BodyDetail } from './body-detail.tsx'
import { NewBody } from './new-body.tsx'

const defaults = { text: '', tab: 'members' as string, sort: 'name', direction: 'asc' }

/** `id`: the open body, from the address; null shows the list alone. */
export function BodiesScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [state, change] = useListState(defaults)
  const [adding, setAdding] = useState(false)
  const query = useOperation('bodies.list', {})
  const columns = useColumns()
  const rows = useMemo(() => {
    const words = state.text.trim().toLocaleLowerCase()
    const found = (query.data ?? []).filter((body) => body.name.toLocaleLowerCase().includes(words))
    const order = (a: Body, b: Body) =>
      state.sort === 'kind' ? format.compare(t(`codes.bodyKind.${a.kind}`), t(`codes.bodyKind.${b.kind}`)) : 0
    const sorted = found.sort((a, b) => order(a, b) || format.compare(a.name, b.name))
    return state.direction === 'desc' ? sorted.reverse() : sorted
  }, [query.data, state.text, state.sort, state.direction, format, t])
  const close = () => go('bodies', null, { keepSearch: true, without: ['tab'] })
  const addButton = (
    <WriteButton kind="primary" icon="plus" onPress={() => setAdding(true)}>
      {t('bodies.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('bodies.detail.region')}
        onClose={close}
        detail={
          id ? <BodyDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={close} /> : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.bodies')}
              detail={
                query.data && (
                  <span role="status">
                    {t('bodies.list.count', { count: rows.length, shown: format.number(rows.length) })}
                  </span>
                )
              }
              actions={addButton}
            />
            <div className={styles.filters}>
              <ListSearch label={t('bodies.list.search')} value={state.text} onChange={(text) => change({ text })} />
            </div>
            <DataList
              label={t('app.areas.bodies')}
              rows={rows}
              keyOf={(body) => body.id}
              columns={columns}
              selectedKey={id}
              onOpen={(body) => go('bodies', body.id, { keepSearch: true })}
              sort={{ by: state.sort, direction: state.direction === 'desc' ? 'desc' : 'asc' }}
              onSort={(sort) => change({ sort: sort.by, direction: sort.direction })}
              total={rows.length}
              loading={query.isPending}
              error={query.error}
              onRetry={() => void query.refetch()}
              textOf={(body) => body.name}
              rowHeight={58}
              empty={
                query.data && query.data.length > 0 ? (
                  <EmptyState
                    icon="search"
                    title={t('bodies.list.noMatch')}
                    action={<Button onPress={() => change({ text: '' })}>{t('bodies.list.showAll')}</Button>}
                  >
                    {t('bodies.list.noMatchText')}
                  </EmptyState>
                ) : (
                  <EmptyState icon="bodies" title={t('bodies.list.empty')} action={addButton}>
                    {t('bodies.list.emptyText')}
                  </EmptyState>
                )
              }
            />
          </>
        }
      />
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('bodies.add')} closeOutside={false}>
        <NewBody
          onDone={(made) => {
            setAdding(false)
            go('bodies', made, { keepSearch: true })
          }}
          onCancel={() => setAdding(false)}
        />
      </Dialog>
    </>
  )
}

function useColumns(): readonly Column<Body>[] {
  const t = useT()
  return useMemo(() => {
    const year = Number(today().slice(0, 4))
    return [
      {
        key: 'name',
        header: t('app.fields.name'),
        sort: 'name',
        width: 'minmax(180px, 2fr)',
        cell: (body) => (
          <div className={styles.two}>
            <span className={styles.main}>{body.name}</span>
            <span className={styles.quiet}>
              {t(`codes.bodyKind.${body.kind}`)}
              {body.activeTo !== null && body.activeTo < today() && (
                <>
                  {' '}
                  <Badge>{t('bodies.ended')}</Badge>
                </>
              )}
            </span>
          </div>
        ),
      },
      {
        key: 'number',
        header: t('bodies.list.number'),
        width: '104px',
        cell: (body) => formatNumber(body, 12, year),
      },
      {
        key: 'rules',
        header: t('bodies.tabs.rules'),
        width: 'minmax(160px, 1.4fr)',
        show: 'wide',
        cell: (body) => t(`codes.bodyRules.${body.rules}`),
      },
      {
        key: 'adjustment',
        header: t('bodies.rules.minutes'),
        width: 'minmax(180px, 1.6fr)',
        show: 'wide',
        cell: (body) => t(`codes.adjustmentRule.${body.adjustmentRule}`),
      },
    ]
  }, [t])
}
