import { Button } from '#renderer/components/button.tsx'
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
  const format = useFormat()
  const go = useGo()
  const readOnly = useReadOnly()
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
  const close = () => go('indicators', null, { keepSearch: true, without: ofTheOpenOne })
  const add = (primary: boolean) => (
    <WriteButton
      {...(primary ? { kind: 'primary' as const } : {})}
      icon="plus"
      onPress={() => change({ adding: true })}
    >
      {t('indicators.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('indicators.one')}
        onClose={close}
        detail={
          id ? (
            <IndicatorDetail key={id} id={id} tab={state.tab} onTab={(tab) => change({ tab })} onClose={close} />
          ) : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.indicators')}
              detail={
                totals.data && (
                  <span role="status">
                    {t('indicators.list.count', { count: totals.data.count, shown: format.number(totals.data.count) })}
                  </span>
                )
              }
              actions={
                <>
                  <Button icon="table" onPress={() => go('figures')}>
                    {t('indicators.enter')}
                  </Button>
                  {add(true)}
                </>
              }
            />
            <StrategyAreas here="indicators" />
            <IndicatorFilters
              state={state}
              change={change}
              tools={<RegisterTools register={register} columns={columns} />}
            />
            <RegisterList
              register={register}
              label={t('app.areas.indicators')}
              columns={columns}
              nameOf={(row) => `${row.code} ${row.title}`}
              bulk={bulk}
              sums={totals.data && <IndicatorTotals totals={totals.data} />}
              empty={
                <RegisterEmpty
                  count={all.data?.count}
                  icon="chart"
                  none={{ title: t('indicators.list.empty'), text: t('indicators.list.emptyText') }}
                  action={add(true)}
                  noMatch={{ title: t('indicators.list.noMatch'), text: t('indicators.list.noMatchText') }}
                  onShowAll={() => change(indicatorListDefaults)}
                />
              }
            />
          </>
        }
      />
      <Dialog
        open={state.adding && !readOnly}
        onClose={() => change({ adding: false })}
        title={t('indicators.add')}
        closeOutside={false}
      >
        <NewIndicator
          goalId={filter.goalId}
          planId={filter.planId}
          onDone={(made) => go('indicators', made, { search: { tab: 'fields' } })}
          onCancel={() => change({ adding: false })}
        />
      </Dialog>
    </>
  )
}
