import { Dialog } from '#renderer/components/dialog.tsx'
import { MasterDetail } from '#renderer/components/master-detail.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterEmpty } from '#renderer/components/register-empty.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { ActivityDetail } from './activity-detail.tsx'
import { activityFilterOf, activityListDefaults, activitySorts } from './activity-filter.ts'
import { ActivityFilters } from './activity-filters.tsx'
import { NewActivity } from './activity-new.tsx'
import { useActivityColumns, useActivityRegister } from './activity-register.tsx'
import { ActivityTotals } from './goal-totals.tsx'
import { StrategyAreas } from './strategy-areas.tsx'

const ofTheOpenOne = ['tab'] as const

/** Every activity of every plan. `id`: the open one, from the address. */
export function ActivitiesScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const readOnly = useReadOnly()
  const [state, change] = useListState(activityListDefaults)
  const filter = activityFilterOf(state)
  const sort = activitySorts.find((one) => one === state.sort) ?? 'code'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const totals = useOperation('activities.totals', { filter }, { keepPrevious: true })
  const all = useOperation('activities.totals', { filter: {} })
  const { groups, bulk } = useActivityRegister()
  const columns = useActivityColumns()
  const register = useRegister({
    register: 'activities',
    area: 'activities',
    openId: id,
    operation: 'activities.list',
    input: { filter, sort, direction },
    order: { sort, direction },
    total: totals.data?.count,
    change,
    groups,
    without: ofTheOpenOne,
  })
  const close = () => go('activities', null, { keepSearch: true, without: ofTheOpenOne })
  const add = (primary: boolean) => (
    <WriteButton
      {...(primary ? { kind: 'primary' as const } : {})}
      icon="plus"
      onPress={() => change({ adding: true })}
    >
      {t('goals.activities.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('goals.activities.activity')}
        onClose={close}
        detail={
          id ? (
            <ActivityDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={close} />
          ) : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.activities')}
              detail={
                totals.data && (
                  <span role="status">
                    {t('goals.activities.count', {
                      count: totals.data.count,
                      shown: format.number(totals.data.count),
                    })}
                  </span>
                )
              }
              actions={add(true)}
            />
            <StrategyAreas here="activities" />
            <ActivityFilters
              state={state}
              change={change}
              tools={<RegisterTools register={register} columns={columns} />}
            />
            <RegisterList
              register={register}
              label={t('app.areas.activities')}
              columns={columns}
              nameOf={(row) => [row.code, row.title].filter(Boolean).join(' ')}
              bulk={bulk}
              sums={totals.data && <ActivityTotals totals={totals.data} />}
              empty={
                <RegisterEmpty
                  count={all.data?.count}
                  icon="activities"
                  none={{ title: t('goals.activities.empty'), text: t('goals.activities.emptyText') }}
                  action={add(true)}
                  noMatch={{ title: t('goals.activities.noMatch'), text: t('goals.list.noMatchText') }}
                  onShowAll={() => change(activityListDefaults)}
                />
              }
            />
          </>
        }
      />
      <Dialog
        open={state.adding && !readOnly}
        onClose={() => change({ adding: false })}
        title={t('goals.activities.add')}
        closeOutside={false}
      >
        <NewActivity
          planId={filter.planId}
          onDone={(made) => go('activities', made)}
          onCancel={() => change({ adding: false })}
        />
      </Dialog>
    </>
  )
}
