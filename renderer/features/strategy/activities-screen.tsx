import { RegisterScreen } from '#renderer/components/register-screen.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
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
  const go = useGo()
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
  return (
    <RegisterScreen
      register={register}
      columns={columns}
      nameOf={(row) => [row.code, row.title].filter(Boolean).join(' ')}
      bulk={bulk}
      sums={totals.data && <ActivityTotals totals={totals.data} />}
      countWords={(count) => t('goals.activities.count', count)}
      areas={<StrategyAreas here="activities" />}
      filters={(tools) => <ActivityFilters state={state} change={change} tools={tools} />}
      empty={{
        count: all.data?.count,
        icon: 'activities',
        none: { title: t('goals.activities.empty'), text: t('goals.activities.emptyText') },
        noMatch: { title: t('goals.activities.noMatch'), text: t('goals.list.noMatchText') },
        onShowAll: () => change(activityListDefaults),
      }}
      adding={{
        label: t('goals.activities.add'),
        open: state.adding,
        onOpenChange: (adding) => change({ adding }),
        form: (
          <NewActivity
            planId={filter.planId}
            onDone={(made) => go('activities', made)}
            onCancel={() => change({ adding: false })}
          />
        ),
      }}
      detailLabel={t('goals.activities.activity')}
      detail={
        id ? (
          <ActivityDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={register.close} />
        ) : null
      }
    />
  )
}
