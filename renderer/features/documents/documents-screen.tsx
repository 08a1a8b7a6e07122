import { useMemo, useState } from 'react'
import { AddFiles } from '#renderer/components/add-files.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterEmpty } from '#renderer/components/register-empty.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { byCode, byYear } from '#renderer/lib/group-by.ts'
import { useGo } from '#renderer/lib/navigation.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { GroupBy } from '#renderer/lib/use-grouped.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { archiveStatuses, documentKinds, publicities } from '#shared/domain/records/document.ts'
import type { GroupKey } from '#shared/domain/register-groups.ts'
import { DocumentDetail } from './document-detail.tsx'
import { documentListDefaults, documentSorts, filterOf } from './document-filter.ts'
import { DocumentFilters } from './document-filters.tsx'
import styles from './documents.module.css'
import { useHomeWords } from './home-link.tsx'
import { useBulk } from './use-bulk.ts'

type Row = OutputOf<'documents.list'>['rows'][number]

/** Every document of the partnership: uploaded files, papers that Fyr made, board packages. `id`: the open one, from the address. */
export function DocumentsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const toasts = useToasts()
  const [adding, setAdding] = useState(false)
  const [state, change] = useListState(documentListDefaults)
  const filter = filterOf(state)
  const sort = documentSorts.find((one) => one === state.sort) ?? 'madeOn'
  const direction = state.direction === 'asc' ? 'asc' : 'desc'
  const count = useOperation('documents.count', { filter }, { keepPrevious: true })
  const due = useOperation('documents.count', { filter: { disposalDueOnly: true, withSuperseded: true } })
  const all = useOperation('documents.count', { filter: { withSuperseded: true } })
  const columns = useColumns()
  const bulk = useBulk()
  const register = useRegister({
    register: 'documents',
    area: 'documents',
    openId: id,
    operation: 'documents.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: count.data,
    change,
    groups: useGroups(),
  })
  const close = () => go('documents', null, { keepSearch: true, without: ['tab'] })
  const toDispose = due.data ?? 0
  const addButton = (
    <WriteButton kind="primary" icon="plus" onPress={() => setAdding(true)}>
      {t('archive.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('archive.detail')}
        onClose={close}
        detail={
          id ? (
            <DocumentDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={close} />
          ) : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.documents')}
              detail={
                count.data === undefined ? null : (
                  <span role="status">
                    {t('archive.count', { count: count.data, shown: format.number(count.data) })}
                    {toDispose > 0 && (
                      <>
                        {' · '}
                        <span className={styles.late}>
                          {t('archive.due', { count: toDispose, shown: format.number(toDispose) })}
                        </span>
                      </>
                    )}
                  </span>
                )
              }
              actions={addButton}
            />
            <DocumentFilters
              state={state}
              change={change}
              tools={<RegisterTools register={register} columns={columns} />}
            />
            <RegisterList
              register={register}
              label={t('app.areas.documents')}
              columns={columns}
              nameOf={(row) => row.title}
              bulk={bulk}
              empty={
                <RegisterEmpty
                  count={all.data}
                  icon="documents"
                  none={{ title: t('archive.empty'), text: t('archive.emptyText') }}
                  action={addButton}
                  noMatch={{ title: t('archive.noMatch'), text: t('archive.noMatchText') }}
                  onShowAll={() => change(documentListDefaults)}
                />
              }
            />
          </>
        }
      />
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('archive.add')}>
        <div className={styles.part}>
          <p>{t('archive.addText')}</p>
          <AddFiles
            home={{}}
            used={0}
            isEmpty
            takesPaste
            onAdded={(made) => {
              setAdding(false)
              toasts.show({ text: t('archive.added', { name: made.title }) })
              go('documents', made.id, { keepSearch: true })
            }}
          />
        </div>
      </Dialog>
    </>
  )
}

function useGroups(): readonly GroupBy<Row>[] {
  const t = useT()
  return useMemo(() => {
    const key = (one: GroupKey<'documents'>) => one
    return [
      byCode(
        key('kind'),
        t('archive.columns.kind'),
        documentKinds,
        (row: Row) => row.kind,
        (code) => t(`codes.documentKind.${code}`),
      ),
      byYear(key('year'), t('archive.year'), (row: Row) => row.madeOn),
      byCode(
        key('publicity'),
        t('archive.columns.publicity'),
        publicities,
        (row: Row) => row.publicity,
        (code) => t(`codes.publicity.${code}`),
      ),
      byCode(
        key('archiveStatus'),
        t('app.fields.archiveStatus'),
        archiveStatuses,
        (row: Row) => row.archiveStatus,
        (code) => t(`codes.archiveStatus.${code}`),
      ),
    ]
  }, [t])
}

function useColumns(): readonly Column<Row>[] {
  const t = useT()
  const format = useFormat()
  const homeWords = useHomeWords()
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('archive.columns.title'),
        sort: 'title',
        width: 'minmax(140px, 2.4fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>
              {row.publicity !== 'public' && (
                <>
                  <Icon name="lock" size={14} label={t(`codes.publicity.${row.publicity}`)} />{' '}
                </>
              )}
              {row.title}
            </span>
            <span className={styles.quiet}>
              {[
                t(`codes.documentKind.${row.kind}`),
                row.superseded && t('archive.superseded'),
                row.disposedOn && t('archive.disposed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        ),
      },
      {
        key: 'home',
        header: t('archive.columns.home'),
        width: 'minmax(120px, 1.6fr)',
        show: 'wide',
        cell: (row) => <span className={styles.cut}>{homeWords(row.home)}</span>,
      },
      {
        key: 'madeOn',
        header: t('archive.columns.madeOn'),
        sort: 'madeOn',
        width: '104px',
        cell: (row) => format.day(row.madeOn),
      },
      {
        key: 'version',
        header: t('archive.columns.version'),
        width: '76px',
        align: 'end',
        show: 'wide',
        cell: (row) => format.number(row.version),
      },
      {
        key: 'publicity',
        header: t('archive.columns.publicity'),
        width: 'minmax(96px, 1fr)',
        show: 'wide',
        cell: (row) => <span className={styles.cut}>{t(`codes.publicity.${row.publicity}`)}</span>,
      },
      {
        key: 'format',
        header: t('archive.columns.format'),
        width: '84px',
        cell: (row) => t(`codes.documentFormat.${row.format}`),
      },
    ],
    [t, format, homeWords],
  )
}
