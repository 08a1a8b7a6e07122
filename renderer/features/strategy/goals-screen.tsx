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
  const format = useFormat()
  const go = useGo()
  const readOnly = useReadOnly()
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
  const close = () => go('goals', null, { keepSearch: true, without: ofTheOpenOne })
  const add = (primary: boolean) => (
    <WriteButton
      {...(primary ? { kind: 'primary' as const } : {})}
      icon="plus"
      onPress={() => change({ adding: true })}
    >
      {t('goals.add')}
    </WriteButton>
  )
  return (
    <>
      <MasterDetail
        detailLabel={t('goals.detail')}
        onClose={close}
        detail={
          id ? (
            <GoalDetail
              key={id}
              id={id}
              tab={state.tab}
              edit={state.edit}
              onTab={(tab, edit = null) => change({ tab, edit })}
              onClose={close}
            />
          ) : null
        }
        list={
          <>
            <PageHeader
              title={t('app.areas.goals')}
              detail={
                totals.data && (
                  <span role="status">
                    {t('goals.list.count', { count: totals.data.count, shown: format.number(totals.data.count) })}
                  </span>
                )
              }
              actions={add(true)}
            />
            <StrategyAreas here="goals" />
            <GoalFilters
              state={state}
              change={change}
              tools={<RegisterTools register={register} columns={columns} />}
            />
            <RegisterList
              register={register}
              label={t('app.areas.goals')}
              columns={columns}
              nameOf={(row) => `${row.code} ${row.title}`}
              bulk={bulk}
              sums={totals.data && <GoalTotals totals={totals.data} />}
              empty={
                <RegisterEmpty
                  count={all.data?.count}
                  icon="goals"
                  none={{ title: t('goals.list.empty'), text: t('goals.list.emptyText') }}
                  action={add(true)}
                  noMatch={{ title: t('goals.list.noMatch'), text: t('goals.list.noMatchText') }}
                  onShowAll={() => change(goalListDefaults)}
                />
              }
            />
          </>
        }
      />
      <Dialog
        open={state.adding && !readOnly}
        onClose={() => change({ adding: false })}
        title={t('goals.add')}
        closeOutside={false}
      >
        <NewGoal
          planId={filter.planId}
          onDone={(made) => go('goals', made, { search: { edit: 'target' } })}
          onCancel={() => change({ adding: false })}
        />
      </Dialog>
    </>
  )
}
