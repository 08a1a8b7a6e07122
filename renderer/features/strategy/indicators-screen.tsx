import { Button } from '#renderer/components/button.tsx'
import { RegisterScreen } from '#renderer/components/register-screen.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useIndicatorColumns } from './indicator-columns.tsx'
import { IndicatorDetail } from './indicator-detail.tsx'
import { filterOf, indicatorListDefaults, indicatorSorts } from './indicator-filter.ts'
import { IndicatorFilters } from './indicator-filters.tsx'
import { NewIndicator } from './indicator-new.tsx'
import { useIndicatorRegister } from './indicator-register.ts'
import { IndicatorTotals } from './indicator-totals.tsx'
import { StrategyAreas } from './strategy-areas.tsx'

const ofTheOpenOne = ['tab'] as const

/** Every indicator. `id`: the open one, from the address. */
export function IndicatorsScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const go = useGo()
  const [state, change] = useListState(indicatorListDefaults)
  const filter = filterOf(state)
  const sort = indicatorSorts.find((one) => one === state.sort) ?? 'code'
  const direction = state.direction === 'desc' ? 'desc' : 'asc'
  const totals = useOperation('indicators.totals', { filter }, { keepPrevious: true })
  const all = useOperation('indicators.totals', { filter: {} })
  const { groups, bulk } = useIndicatorRegister()
  const columns = useIndicatorColumns()
  const register = useRegister({
    register: 'indicators',
    area: 'indicators',
    openId: id,
    operation: 'indicators.list',
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
      sums={totals.data && <IndicatorTotals totals={totals.data} />}
      countWords={(count) => t('indicators.list.count', count)}
      areas={<StrategyAreas here="indicators" />}
      filters={(tools) => <IndicatorFilters state={state} change={change} tools={tools} />}
      empty={{
        count: all.data?.count,
        icon: 'chart',
        none: { title: t('indicators.list.empty'), text: t('indicators.list.emptyText') },
        noMatch: { title: t('indicators.list.noMatch'), text: t('indicators.list.noMatchText') },
        onShowAll: () => change(indicatorListDefaults),
      }}
      actions={
        <Button icon="table" onPress={() => go('figures')}>
          {t('indicators.enter')}
        </Button>
      }
      adding={{
        label: t('indicators.add'),
        open: state.adding,
        onOpenChange: (adding) => change({ adding }),
        form: (
          <NewIndicator
            goalId={filter.goalId}
            planId={filter.planId}
            onDone={(made) => go('indicators', made, { search: { tab: 'fields' } })}
            onCancel={() => change({ adding: false })}
          />
        ),
      }}
      detailLabel={t('indicators.one')}
      detail={
        id ? (
          <IndicatorDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={register.close} />
        ) : null
      }
    />
  )
}
