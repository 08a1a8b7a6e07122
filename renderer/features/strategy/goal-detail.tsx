import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge, Loading } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { statusOf } from '#shared/domain/goal-gaps.ts'
import { GoalFields } from './goal-fields.tsx'
import { GoalOverview } from './goal-overview.tsx'
import { GoalStatusMark } from './goal-status-mark.tsx'
import { GoalStrategies } from './goal-strategies.tsx'
import type { OpenGoal } from './goal-use.ts'
import { GoalWordings } from './goal-wordings.tsx'
import { RedThread } from './red-thread.tsx'

const tabs = ['overview', 'thread', 'words', 'fields', 'history'] as const
export type GoalTab = (typeof tabs)[number]
/** Goes to a part of the page, and opens a form there. */
export type ToTab = (tab: GoalTab, edit?: string | null) => void

interface Props {
  readonly id: string
  readonly tab: string
  /** The form that is open; null = none. */
  readonly edit: string | null
  readonly onTab: ToTab
  readonly onClose: () => void
}

/** One goal: the red thread at one of its knots. What it aims at and how it stands, what serves it, and what is missing. */
export function GoalDetail({ id, tab, edit, onTab, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const query = useOperation('goals.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const open = query.data
  const { serving } = open.goal
  const tied = Object.values(serving).reduce((sum, count) => sum + count, 0) + open.activities.length
  return (
    <DetailPage>
      <Header open={open} onClose={onClose} />
      <Tabs<GoalTab>
        label={t('goals.parts')}
        selected={tabs.find((one) => one === tab) ?? 'overview'}
        onSelect={(next) => onTab(next)}
        items={[
          {
            key: 'overview',
            label: t('goals.tabs.overview'),
            content: <GoalOverview open={open} edit={edit} onTab={onTab} />,
          },
          {
            key: 'thread',
            label: t('goals.tabs.thread'),
            count: tied || undefined,
            content: <RedThread open={open} edit={edit} />,
          },
          {
            key: 'words',
            label: t('goals.tabs.words'),
            content: (
              <div className={styles.part}>
                <GoalWordings open={open} />
                <GoalStrategies open={open} />
              </div>
            ),
          },
          { key: 'fields', label: t('goals.tabs.fields'), content: <GoalFields open={open} /> },
          {
            key: 'history',
            label: t('common.history'),
            content: (
              <div className={styles.part}>
                <Versions open={open} />
                <HistoryPanel entity="goals" id={id} {...names} />
              </div>
            ),
          },
        ]}
      />
    </DetailPage>
  )
}

function Header({ open, onClose }: { readonly open: OpenGoal; readonly onClose: () => void }) {
  const t = useT()
  const readOnly = useReadOnly()
  const remove = useCommand('goals.remove', { done: t('goals.removed'), problemAsToast: true })
  const { goal, plan, parent } = open
  const label = (parent ? plan.subGoalLabel : plan.goalLabel) ?? t(parent ? 'goals.subGoal' : 'goals.goal')
  return (
    <DetailHeader
      title={`${goal.code} ${goal.title}`}
      subtitle={
        <>
          {label} ·{' '}
          <RecordLink area="strategy" id={plan.id}>
            {[plan.title, plan.versionLabel].filter(Boolean).join(', ')}
          </RecordLink>
          {goal.areaTitle && (
            <>
              {' '}
              · {plan.areaLabel ?? t('goals.list.area')} {goal.areaNumber}: {goal.areaTitle}
            </>
          )}
        </>
      }
      onClose={onClose}
      tools={
        <Menu
          label={t('common.more')}
          entries={[
            {
              id: 'remove',
              label: t('goals.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly,
              run: () =>
                void remove.run({ id: goal.id }).then((reply) => {
                  if (reply.ok) onClose()
                }),
            },
          ]}
        />
      }
    >
      {parent && (
        <p>
          {t('goals.under')}{' '}
          <RecordLink area="goals" id={parent.id}>
            {parent.code} {parent.title}
          </RecordLink>
        </p>
      )}
      <div className={styles.badges}>
        <GoalStatusMark status={statusOf(goal, goal.figures)} />
        <Badge>{t(`codes.targetKind.${goal.targetKind}`)}</Badge>
        <span className={styles.quiet}>
          {goal.responsibleName ? t('goals.responsibleIs', { name: goal.responsibleName }) : t('goals.nobody')}
        </span>
      </div>
    </DetailHeader>
  )
}

/** The same goal in the plan's other versions, and what it was called there. */
function Versions({ open: { versions, goal } }: { readonly open: OpenGoal }) {
  const t = useT()
  if (versions.length < 2) return null
  return (
    <section className={styles.section} aria-label={t('goals.versions')}>
      <h3>{t('goals.versions')}</h3>
      <ol className={styles.lines}>
        {versions.map(({ id, versionLabel, title }, index) => {
          const name = versionLabel ?? t('goals.versionNo', { number: index + 1 })
          return (
            <li key={id} className={styles.words}>
              <span className={styles.quiet}>{name}</span>
              {id === goal.id ? (
                <span className={styles.name}>{t('goals.thisVersion', { title })}</span>
              ) : (
                <RecordLink area="goals" id={id}>
                  {title}
                </RecordLink>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
