import { useState } from 'react'
import { Dialog } from '#renderer/components/dialog.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Select } from '#renderer/components/select.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { planName } from '#renderer/lib/plan-options.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './plan.module.css'
import { AdoptPlan, NewVersion } from './plan-adopt.tsx'
import { PlanCompare } from './plan-compare.tsx'
import type { StateProps } from './plan-state.ts'
import { PlanStatusMark } from './plan-status-mark.tsx'
import type { OpenPlan } from './plan-use.ts'

/** The versions of a plan: the way to the next one, and two of them side by side. */
export function PlanVersions({ open, state, change }: StateProps & { readonly open: OpenPlan }) {
  const t = useT()
  const go = useGo()
  const readOnly = useReadOnly()
  const { plan, versions } = open
  // Remembered while the dialog goes away, so that its words stay.
  const [inForce] = useState(() => versions.find(({ id, status }) => status === 'inForce' && id !== plan.id) ?? null)
  const others = versions.filter(({ id }) => id !== plan.id)
  const at = versions.findIndex(({ id }) => id === plan.id)
  const usual = versions[at - 1] ?? versions[at + 1]
  const compared = others.find(({ id }) => id === state.compare) ?? usual ?? null
  // The older one stands first, whichever is open.
  const older = compared && versions.indexOf(compared) < at
  const close = () => change({ dialog: null })
  return (
    <div className={styles.stack}>
      <section className={styles.section} aria-label={t('strategy.versions.title')}>
        <h3>{t('strategy.versions.title')}</h3>
        <p className={styles.quiet}>{t('strategy.versions.text')}</p>
        <ol className={styles.lines}>
          {versions.map((one) => (
            <li key={one.id} className={styles.buttons}>
              {one.id === plan.id ? (
                <strong aria-current="true">
                  {planName(one)} ({t('strategy.versions.this')})
                </strong>
              ) : (
                <RecordLink area="strategy" id={one.id} search={{ tab: 'versions' }}>
                  {planName(one)}
                </RecordLink>
              )}
              <PlanStatusMark status={one.status} />
            </li>
          ))}
        </ol>
        <div className={styles.buttons}>
          {plan.status !== 'inForce' && !plan.hasNewer && (
            <WriteButton kind="primary" icon="check" onPress={() => change({ dialog: 'adopt' })}>
              {t('strategy.versions.adopt')}
            </WriteButton>
          )}
          {!plan.hasNewer && (
            <WriteButton icon="plus" onPress={() => change({ dialog: 'version' })}>
              {t('strategy.versions.add')}
            </WriteButton>
          )}
        </div>
      </section>
      <section className={styles.section} aria-label={t('strategy.versions.compare')}>
        <h3>{t('strategy.versions.compare')}</h3>
        {compared === null ? (
          <p className={styles.quiet}>{t('strategy.versions.onlyOne')}</p>
        ) : (
          <>
            {others.length > 1 && (
              <div className={styles.pair}>
                <Select
                  label={t('strategy.versions.compareWith')}
                  options={others.map((one) => ({ key: one.id, label: planName(one) }))}
                  value={compared.id}
                  onChange={(compare) => change({ compare })}
                />
              </div>
            )}
            <PlanCompare
              fromId={older ? compared.id : plan.id}
              toId={older ? plan.id : compared.id}
              onlyChanges={state.onlyChanges}
              onOnlyChanges={(onlyChanges) => change({ onlyChanges })}
            />
          </>
        )}
      </section>
      <Dialog
        open={state.dialog === 'version' && !readOnly}
        onClose={close}
        title={t('strategy.versions.add')}
        closeOutside={false}
      >
        <NewVersion plan={plan} onDone={(id) => go('strategy', id, { search: { tab: 'tree' } })} onCancel={close} />
      </Dialog>
      <Dialog
        open={state.dialog === 'adopt' && !readOnly}
        onClose={close}
        title={t('strategy.versions.adoptTitle', { title: planName(plan) })}
        closeOutside={false}
      >
        <AdoptPlan plan={plan} supersedes={inForce ? planName(inForce) : null} onDone={close} onCancel={close} />
      </Dialog>
    </div>
  )
}
