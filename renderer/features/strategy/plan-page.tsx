import { Dialog } from '#renderer/components/dialog.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { planName } from '#renderer/lib/plan-options.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './plan.module.css'
import { PlanAbout } from './plan-about.tsx'
import { Counts } from './plan-list.tsx'
import { PlanMap } from './plan-map.tsx'
import { PlanReport } from './plan-report.tsx'
import { type StateProps, statusesOf } from './plan-state.ts'
import { PlanStatusMark } from './plan-status-mark.tsx'
import { PlanTree } from './plan-tree.tsx'
import { type OpenPlan, useMessageText, usePlanYears } from './plan-use.ts'
import { PlanVersions } from './plan-versions.tsx'

const tabs = ['map', 'tree', 'about', 'versions', 'history'] as const
type PlanTab = (typeof tabs)[number]

/** One version of a plan: at a glance, as the tree it is built as, with all that is said of it, and beside its other versions. */
export function PlanPage({ id, state, change }: StateProps & { readonly id: string }) {
  const t = useT()
  const names = useFieldNames()
  const query = useOperation('plans.open', { id })
  if (query.isPending) return <Loading lines={8} />
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const open = query.data
  return (
    <div className={styles.body}>
      <Header open={open} onReport={() => change({ dialog: 'report' })} />
      <Tabs<PlanTab>
        label={t('strategy.parts')}
        selected={tabs.find((one) => one === state.tab) ?? 'map'}
        onSelect={(tab) => change({ tab })}
        items={[
          {
            key: 'map',
            label: t('strategy.tabs.map'),
            content: (
              <PlanMap
                open={open}
                filter={{ gapsOnly: state.gapsOnly, statuses: statusesOf(state) }}
                onFilter={({ gapsOnly, statuses }) => change({ gapsOnly, statuses: [...statuses] })}
                onBuild={() => change({ tab: 'tree' })}
              />
            ),
          },
          { key: 'tree', label: t('strategy.tabs.tree'), content: <PlanTree open={open} /> },
          { key: 'about', label: t('strategy.tabs.about'), content: <PlanAbout open={open} /> },
          {
            key: 'versions',
            label: t('strategy.tabs.versions'),
            count: open.versions.length > 1 ? open.versions.length : undefined,
            content: <PlanVersions open={open} state={state} change={change} />,
          },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="plans" id={id} {...names} />,
          },
        ]}
      />
      <Dialog
        open={state.dialog === 'report'}
        onClose={() => change({ dialog: null })}
        title={t('strategy.export.reportTitle')}
      >
        <PlanReport id={id} language={open.plan.language} />
      </Dialog>
    </div>
  )
}

function Header({ open, onReport }: { readonly open: OpenPlan; readonly onReport: () => void }) {
  const t = useT()
  const go = useGo()
  const readOnly = useReadOnly()
  const years = usePlanYears()
  const words = useMessageText()
  const { plan, warnings, versions } = open
  const remove = useCommand('plans.remove', { done: t('strategy.removed'), problemAsToast: true })
  const save = useCommand('plans.export', {
    done: (file) => (file ? t('strategy.export.done', { name: file.name }) : ''),
    problemAsToast: true,
  })
  const current = versions.find(({ status }) => status === 'inForce')
  return (
    <header className={styles.header}>
      <div className={styles.planTop}>
        <div className={styles.words}>
          <h2>{planName(plan)}</h2>
          <p className={styles.quiet}>
            {[plan.organisation ?? t('strategy.own'), years(plan) ?? t('strategy.noYears')].join(' · ')}
          </p>
        </div>
        <PlanStatusMark status={plan.status} />
        <Menu
          label={t('common.more')}
          entries={[
            { id: 'report', label: t('strategy.export.report'), icon: 'file', run: onReport },
            {
              id: 'export',
              label: t('strategy.export.file'),
              icon: 'download',
              run: () => void save.run({ ids: [plan.id] }),
            },
            {
              id: 'remove',
              label: t('strategy.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly,
              run: () => void remove.run({ id: plan.id }).then((reply) => reply.ok && go('strategy')),
            },
          ]}
        />
      </div>
      <Counts counts={plan.counts} />
      {plan.status === 'superseded' && (
        <Note
          tone="warning"
          action={
            current && (
              <RecordLink area="strategy" id={current.id}>
                {t('strategy.toCurrent')}
              </RecordLink>
            )
          }
        >
          {t('strategy.readSuperseded')}
        </Note>
      )}
      {plan.status === 'draft' && <Note>{t('strategy.readDraft')}</Note>}
      {warnings.length > 0 && (
        <details className={styles.warnings}>
          <summary>{t('strategy.warnings', { count: warnings.length })}</summary>
          <ul>
            {warnings.map((one) => (
              <li key={`${one.field} ${one.message.key} ${JSON.stringify(one.message.params ?? {})}`}>
                {words(one.message)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  )
}
