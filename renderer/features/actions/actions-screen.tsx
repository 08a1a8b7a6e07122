import { useMemo, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { ActionState } from '#renderer/components/due-state.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { NewAction } from '#renderer/components/new-action.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { ActionDetail } from './action-detail.tsx'
import { actionListDefaults, actionSorts, filterOf } from './action-filter.ts'
import { ActionFilters } from './action-filters.tsx'
import { useActionRegister } from './action-register.ts'
import styles from './actions.module.css'

type Row = OutputOf<'actions.list'>['rows'][number]

/** What people are to do, from meetings, decisions and visits; the nearest day first, so that what is overdue leads. */
export function ActionsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [adding, setAdding] = useState(false)
  const [state, change] = useListState(actionListDefaults)
  const filter = filterOf(state)
  const sort = actionSorts.find((one) => one === state.sort) ?? 'dueOn'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const count = useOperation('actions.count', { filter }, { keepPrevious: true })
  const overdue = useOperation('actions.count', { filter: { state: 'overdue' } })
  const all = useOperation('actions.count', { filter: { state: 'all' } })
  const columns = useColumns()
  const { groups, bulk } = useActionRegister()
  const register = useRegister({
    register: 'actions',
    area: 'actions',
    openId: id,
    operation: 'actions.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: count.data,
    change,
    groups,
  })
  const close = () => go('actions', null, { keepSearch: true, without: ['tab'] })
  const late = overdue.data ?? 0
  const add = (primary: boolean) => (
    <WriteButton {...(primary ? { kind: 'primary' as const } : {})} icon="plus" onPress={() => setAdding(true)}>
      {t('decisions.actions.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('decisions.actions.region')}
        onClose={close}
        detail={
          id ? <ActionDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={close} /> : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.actions')}
              detail={
                count.data === undefined ? null : (
                  <span role="status">
                    {t('decisions.actions.list.count', { count: count.data, shown: format.number(count.data) })}
                    {late > 0 && (
                      <>
                        {' · '}
                        <span className={styles.late}>
                          {t('decisions.list.overdue', { count: late, shown: format.number(late) })}
                        </span>
                      </>
                    )}
                  </span>
                )
              }
              actions={add(false)}
            />
            <ActionFilters
              state={state}
              change={change}
              tools={<RegisterTools register={register} columns={columns} />}
            />
            <RegisterList
              register={register}
              label={t('app.areas.actions')}
              columns={columns}
              nameOf={(row) => (sort === 'owner' ? row.ownerName : row.title)}
              bulk={bulk}
              empty={
                all.data ? (
                  <EmptyState
                    icon="check"
                    title={t(
                      filter.state === 'overdue'
                        ? 'decisions.actions.list.noneOverdue'
                        : 'decisions.actions.list.noMatch',
                    )}
                    action={
                      <Button onPress={() => change({ ...actionListDefaults, state: 'all' })}>
                        {t('decisions.actions.list.showAll')}
                      </Button>
                    }
                  >
                    {t('decisions.actions.list.noMatchText')}
                  </EmptyState>
                ) : (
                  <EmptyState icon="actions" title={t('decisions.actions.list.empty')} action={add(true)}>
                    {t('decisions.actions.list.emptyText')}
                  </EmptyState>
                )
              }
            />
          </>
        }
      />
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('decisions.actions.add')} closeOutside={false}>
        <NewAction onAdded={(made) => go('actions', made, { keepSearch: true })} onClose={() => setAdding(false)} />
      </Dialog>
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'dueOn',
        header: t('decisions.actions.dueOn'),
        sort: 'dueOn',
        width: '156px',
        cell: (row) => (
          <div className={styles.two}>
            <span>{format.day(row.dueOn)}</span>
            <span>
              <ActionState action={row} />
            </span>
          </div>
        ),
      },
      {
        key: 'title',
        header: t('decisions.actions.list.title'),
        width: 'minmax(200px, 3fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>{row.title}</span>
            <span className={styles.quiet}>{row.originTitle ?? t('decisions.actions.freely')}</span>
          </div>
        ),
      },
      {
        key: 'owner',
        header: t('decisions.actions.owner'),
        sort: 'owner',
        width: 'minmax(120px, 1fr)',
        show: 'wide',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.cut}>{row.ownerName}</span>
            {row.organisation && <span className={styles.quiet}>{row.organisation}</span>}
          </div>
        ),
      },
      {
        key: 'body',
        header: t('app.fields.bodyId'),
        width: 'minmax(120px, 1fr)',
        show: 'wide',
        cell: (row) => <span className={styles.cut}>{row.bodyName ?? '–'}</span>,
      },
      {
        key: 'priority',
        header: t('app.fields.priority'),
        width: '88px',
        show: 'wide',
        cell: (row) => t(`codes.actionPriority.${row.priority}`),
      },
    ],
    [t, format],
  )
}
