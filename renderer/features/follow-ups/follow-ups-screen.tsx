import { useMemo } from 'react'
import { Button } from '#renderer/components/button.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { FollowUpState } from '#renderer/components/follow-up-state.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { FollowUpDetail } from './follow-up-detail.tsx'
import { filterOf, followUpListDefaults, followUpSorts } from './follow-up-filter.ts'
import { FollowUpFilters } from './follow-up-filters.tsx'
import { useFollowUpRegister } from './follow-up-register.ts'
import styles from './follow-ups.module.css'

type FollowUpRow = OutputOf<'followUps.list'>['rows'][number]

/** `id`: the open record, from the address; null shows the list alone. */
export function FollowUpsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const [state, change] = useListState(followUpListDefaults)
  const filter = filterOf(state)
  const sort = followUpSorts.find((one) => one === state.sort) ?? 'dueOn'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const count = useOperation('followUps.count', { filter }, { keepPrevious: true })
  const overdue = useOperation('followUps.count', { filter: { state: 'overdue' } })
  const all = useOperation('followUps.count', { filter: { state: 'all' } })
  const columns = useColumns()
  const { groups, bulk } = useFollowUpRegister()
  const register = useRegister({
    register: 'followUps',
    area: 'followUps',
    openId: id,
    operation: 'followUps.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: count.data,
    change,
    groups,
  })
  const close = () => go('followUps', null, { keepSearch: true })
  const late = overdue.data ?? 0

  return (
    <MasterDetail
      detailLabel={t('followUps.detail.region')}
      onClose={close}
      detail={id ? <FollowUpDetail key={id} id={id} onClose={close} /> : null}
      list={
        <>
          <PageHeader
            title={t('app.areas.followUps')}
            detail={
              count.data === undefined ? null : (
                <span role="status">
                  {t('followUps.list.count', { count: count.data, shown: format.number(count.data) })}
                  {late > 0 && (
                    <>
                      {' · '}
                      <span className={styles.late}>
                        {t('followUps.list.overdue', { count: late, shown: format.number(late) })}
                      </span>
                    </>
                  )}
                </span>
              )
            }
          />
          <FollowUpFilters
            state={state}
            change={change}
            tools={<RegisterTools register={register} columns={columns} />}
          />
          <RegisterList
            register={register}
            label={t('app.areas.followUps')}
            columns={columns}
            nameOf={(row) => (sort === 'owner' ? row.ownerName : row.companyName)}
            bulk={bulk}
            empty={
              all.data ? (
                <EmptyState
                  icon="check"
                  title={filter.state === 'overdue' ? t('followUps.list.noneOverdue') : t('followUps.list.noMatch')}
                  action={
                    <Button onPress={() => change({ ...followUpListDefaults, state: 'all' })}>
                      {t('followUps.list.showAll')}
                    </Button>
                  }
                >
                  {t('followUps.list.noMatchText')}
                </EmptyState>
              ) : (
                <EmptyState
                  icon="followUps"
                  title={t('followUps.list.empty')}
                  action={
                    <Button kind="primary" onPress={() => go('visits')}>
                      {t('followUps.list.toVisits')}
                    </Button>
                  }
                >
                  {t('followUps.list.emptyText')}
                </EmptyState>
              )
            }
          />
        </>
      }
    />
  )
}

function useColumns(): readonly Column<FollowUpRow>[] {
  const t = useT()
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'dueOn',
        header: t('followUps.fields.dueOn'),
        sort: 'dueOn',
        width: '156px',
        cell: (row) => (
          <div className={styles.two}>
            <span>{format.day(row.dueOn)}</span>
            <span>
              <FollowUpState followUp={row} />
            </span>
          </div>
        ),
      },
      {
        key: 'company',
        header: t('followUps.list.promise'),
        sort: 'company',
        width: 'minmax(200px, 3fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>{row.description}</span>
            <span className={styles.quiet}>{row.companyName}</span>
          </div>
        ),
      },
      {
        key: 'theme',
        header: t('followUps.fields.theme'),
        width: 'minmax(140px, 1.4fr)',
        show: 'wide',
        cell: (row) => t(`codes.theme.${row.theme}`),
      },
      {
        key: 'owner',
        header: t('followUps.fields.ownerId'),
        sort: 'owner',
        width: 'minmax(120px, 1fr)',
        show: 'wide',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.cut}>{row.ownerName}</span>
            {row.forwardedToName && (
              <span className={styles.quiet}>{t('followUps.list.at', { partner: row.forwardedToName })}</span>
            )}
          </div>
        ),
      },
    ],
    [t, format],
  )
}
