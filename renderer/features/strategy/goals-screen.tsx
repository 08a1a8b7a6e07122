import { RegisterScreen } from '#renderer/components/register-screen.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useGoalColumns } from './goal-columns.tsx'
import { GoalDetail } from './goal-detail.tsx'
import { filterOf, goalListDefaults, goalSorts } from './goal-filter.ts'
import { GoalFilters } from './goal-filters.tsx'
import { NewGoal } from './goal-new.tsx'
import { useGoalRegister } from './goal-register.ts'
import { GoalTotals } from './goal-totals.tsx'
import { StrategyAreas } from './strategy-areas.tsx'

const ofTheOpenOne = ['tab', 'edit'] as const

/** Every goal of every plan. `id`: the open one, from the address. */
export function GoalsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const go = useGo()
  const [state, change] = useListState(goalListDefaults)
  const filter = filterOf(state)
  const sort = goalSorts.find((one) => one === state.sort) ?? 'code'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const totals = useOperation('goals.totals', { filter }, { keepPrevious: true })
  const all = useOperation('goals.totals', { filter: {} })
  const { groups, bulk } = useGoalRegister()
  const columns = useGoalColumns()
  const register = useRegister({
    register: 'goals',
    area: 'goals',
    openId: id,
    operation: 'goals.list',
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
      nameOf={(row) => `${row.code} ${row.title}`}
      bulk={bulk}
      sums={totals.data && <GoalTotals totals={totals.data} />}
      countWords={(count) => t('goals.list.count', count)}
      areas={<StrategyAreas here="goals" />}
      filters={(tools) => <GoalFilters state={state} change={change} tools={tools} />}
      empty={{
        count: all.data?.count,
        icon: 'goals',
        none: { title: t('goals.list.empty'), text: t('goals.list.emptyText') },
        noMatch: { title: t('goals.list.noMatch'), text: t('goals.list.noMatchText') },
        onShowAll: () => change(goalListDefaults),
      }}
      adding={{
        label: t('goals.add'),
        open: state.adding,
        onOpenChange: (adding) => change({ adding }),
        form: (
          <NewGoal
            planId={filter.planId}
            onDone={(made) => go('goals', made, { search: { edit: 'target' } })}
            onCancel={() => change({ adding: false })}
          />
        ),
      }}
      detailLabel={t('goals.detail')}
      detail={
        id ? (
          <GoalDetail
            key={id}
            id={id}
            tab={state.tab}
            edit={state.edit}
            onTab={(tab, edit = null) => change({ tab, edit })}
            onClose={register.close}
          />
        ) : null
      }
    />
  )
}
