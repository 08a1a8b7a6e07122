import { Button } from '#renderer/components/button.tsx'
import { Dialog } from '#renderer/components/dialog.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { Select } from '#renderer/components/select.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { planName } from '#renderer/lib/plan-options.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './plan.module.css'
import { PlanImport } from './plan-import.tsx'
import { PlanList } from './plan-list.tsx'
import { NewPlan } from './plan-new.tsx'
import { PlanPage } from './plan-page.tsx'
import { planDefaults, shownPlan } from './plan-state.ts'
import { StrategyAreas } from './strategy-areas.tsx'

/** The plan that leads: the one in force, or all of them where that is not one. `id`: the plan in the address. */
export function StrategyScreen({ id }: { readonly id: string | null }) {
  const t = useT()
  const go = useGo()
  const readOnly = useReadOnly()
  const [state, change] = useListState(planDefaults)
  const plans = useOperation('plans.list', {})
  const all = plans.data ?? []
  const shown = id ?? (state.all ? null : shownPlan(all))
  const done = (made: string) => go('strategy', made, { search: { tab: 'tree' } })
  const importButton = (
    <WriteButton icon="folder" onPress={() => change({ dialog: 'import' })}>
      {t('strategy.import.title')}
    </WriteButton>
  )
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('app.areas.strategy')}
        actions={
          all.length > 0 && (
            <>
              {all.length > 1 && shown !== null && (
                <>
                  <Select
                    label={t('strategy.choosePlan')}
                    hideLabel
                    options={all.map((plan) => ({
                      key: plan.id,
                      label: planName(plan),
                      detail: [plan.organisation, t(`codes.planStatus.${plan.status}`)].filter(Boolean).join(' · '),
                    }))}
                    value={shown}
                    onChange={(chosen) => chosen && go('strategy', chosen)}
                  />
                  <Button onPress={() => go('strategy', null, { search: { all: true } })}>
                    {t('strategy.allPlans')}
                  </Button>
                </>
              )}
              {importButton}
              <WriteButton icon="plus" onPress={() => change({ dialog: 'new' })}>
                {t('strategy.add.title')}
              </WriteButton>
            </>
          )
        }
      />
      <StrategyAreas here="strategy" />
      {plans.isPending && <Loading lines={8} />}
      {plans.error && <ErrorNote error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.data && all.length === 0 && id === null && (
        <EmptyState
          icon="strategy"
          title={t('strategy.empty.title')}
          action={
            <div className={styles.buttons}>
              <WriteButton kind="primary" icon="plus" onPress={() => change({ dialog: 'new' })}>
                {t('strategy.empty.write')}
              </WriteButton>
              {importButton}
            </div>
          }
        >
          {t('strategy.empty.text')}
        </EmptyState>
      )}
      {plans.data && shown === null && all.length > 0 && <PlanList plans={all} />}
      {plans.data && shown !== null && <PlanPage key={shown} id={shown} state={state} change={change} />}
      <Dialog
        open={state.dialog === 'new' && !readOnly}
        onClose={() => change({ dialog: null })}
        title={t('strategy.add.title')}
        closeOutside={false}
      >
        <NewPlan first={all.length === 0} onDone={done} onCancel={() => change({ dialog: null })} />
      </Dialog>
      <Dialog
        open={state.dialog === 'import' && !readOnly}
        onClose={() => change({ dialog: null })}
        title={t('strategy.import.title')}
        size="large"
        closeOutside={false}
      >
        <PlanImport
          onDone={(ids) =>
            ids.length === 1 ? go('strategy', ids[0] ?? null) : go('strategy', null, { search: { all: true } })
          }
        />
      </Dialog>
    </div>
  )
}
