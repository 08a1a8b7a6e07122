import { useState } from 'react'
import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Loading } from '#renderer/components/notes.tsx'
import styles from '#renderer/components/parts.module.css'
import { RecordLink } from '#renderer/components/record-link.tsx'
import {
  SavingComboBox,
  SavingDay,
  SavingParsed,
  SavingSelect,
  SavingText,
} from '#renderer/components/saving-field.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { activityStatuses } from '#shared/domain/records/goal.ts'
import { ActivityDropped } from './activity-dropped.tsx'
import { ActivityStatusMark } from './goal-status-mark.tsx'
import { type ActivityChanges, type ActivityRow, useGoalChoice, usePlanOptions } from './goal-use.ts'

const tabs = ['fields', 'history'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}

/** One activity: what is to be done, for what, by whom and by when, and what came of it. */
export function ActivityDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const readOnly = useReadOnly()
  const query = useOperation('activities.open', { id })
  const remove = useCommand('activities.remove', { done: t('goals.activities.removed'), problemAsToast: true })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const { activity } = query.data
  return (
    <DetailPage>
      <DetailHeader
        title={[activity.code, activity.title].filter(Boolean).join(' ')}
        subtitle={
          <>
            <RecordLink area="strategy" id={activity.planId}>
              {activity.planTitle}
            </RecordLink>
            {activity.areaTitle && ` · ${activity.areaTitle}`}
          </>
        }
        onClose={onClose}
        tools={
          <Menu
            label={t('common.more')}
            entries={[
              {
                id: 'remove',
                label: t('goals.activities.remove'),
                icon: 'remove',
                danger: true,
                disabled: readOnly,
                run: () =>
                  void remove.run({ id }).then((reply) => {
                    if (reply.ok) onClose()
                  }),
              },
            ]}
          />
        }
      >
        <div className={styles.badges}>
          <ActivityStatusMark activity={activity} />
          {activity.goalId && (
            <RecordLink area="goals" id={activity.goalId} search={{ tab: 'thread' }}>
              {t('goals.activities.ofGoal', { code: activity.goalCode ?? '' })}
            </RecordLink>
          )}
        </div>
      </DetailHeader>
      <Tabs<Tab>
        label={t('goals.activities.parts')}
        selected={tabs.find((one) => one === tab) ?? 'fields'}
        onSelect={onTab}
        items={[
          { key: 'fields', label: t('goals.tabs.fields'), content: <Fields activity={activity} /> },
          {
            key: 'history',
            label: t('common.history'),
            content: <HistoryPanel entity="activities" id={id} {...names} />,
          },
        ]}
      />
    </DetailPage>
  )
}

function Fields({ activity }: { readonly activity: ActivityRow }) {
  const t = useT()
  const [dropping, setDropping] = useState(false)
  const revise = useCommand('activities.revise')
  const { id, status } = activity
  const save = (changes: ActivityChanges) => revise.run({ id, changes })
  return (
    <div className={styles.part}>
      <SavingText
        label={t('app.fields.title')}
        required
        field="title"
        draftKey={`activity:${activity.id}:title`}
        value={activity.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      {dropping ? (
        <ActivityDropped activity={activity} onClose={() => setDropping(false)} />
      ) : (
        <div className={styles.pair}>
          <SavingSelect
            label={t('app.fields.status')}
            field="status"
            value={status}
            options={activityStatuses.map((key) => ({ key, label: t(`codes.activityStatus.${key}`) }))}
            onSave={async (next) => {
              // Dropped without a word says nothing: why is asked first, and both are saved together.
              if (next === 'dropped' && activity.statusComment === null) {
                setDropping(true)
                return { ok: true, value: activity, change: null }
              }
              return save(next ? { status: next } : {})
            }}
          />
          <SavingDay
            label={t('app.fields.statusOn')}
            field="statusOn"
            draftKey={`activity:${activity.id}:statusOn`}
            value={activity.statusOn}
            onSave={(statusOn) => save({ statusOn })}
          />
        </div>
      )}
      <SavingText
        label={t('goals.activities.comment')}
        field="statusComment"
        multiline
        rows={2}
        value={activity.statusComment}
        draftKey={`activity:${id}:statusComment`}
        onSave={(statusComment) => save({ statusComment })}
      />
      <WhenAndWho activity={activity} />
      <Place activity={activity} />
    </div>
  )
}

function WhenAndWho({ activity }: { readonly activity: ActivityRow }) {
  const t = useT()
  const format = useFormat()
  const revise = useCommand('activities.revise')
  const save = (changes: ActivityChanges) => revise.run({ id: activity.id, changes })
  const persons = usePersonOptions(activity.responsibleId ? [activity.responsibleId] : [])
  return (
    <div className={styles.pair}>
      <SavingSelect
        label={t('app.fields.responsibleId')}
        emptyLabel={t('goals.nobody')}
        field="responsibleId"
        value={activity.responsibleId}
        options={persons.options}
        onSave={(responsibleId) => save({ responsibleId })}
      />
      <SavingParsed<number>
        label={t('app.fields.year')}
        hint={t('goals.activities.yearHint')}
        field="year"
        draftKey={`activity:${activity.id}:year`}
        value={activity.year}
        // A year has no thousands sign.
        format={(year) => (year === null ? '' : String(year))}
        parse={format.parseCount}
        onSave={(year) => save({ year })}
      />
      <SavingDay
        label={t('app.fields.dueOn')}
        yearless="future"
        field="dueOn"
        draftKey={`activity:${activity.id}:dueOn`}
        value={activity.dueOn}
        onSave={(dueOn) => save({ dueOn })}
      />
      <SavingText
        label={t('app.fields.dependsOn')}
        field="dependsOn"
        draftKey={`activity:${activity.id}:dependsOn`}
        value={activity.dependsOn}
        onSave={(dependsOn) => save({ dependsOn })}
      />
    </div>
  )
}

function Place({ activity }: { readonly activity: ActivityRow }) {
  const t = useT()
  const revise = useCommand('activities.revise')
  const save = (changes: ActivityChanges) => revise.run({ id: activity.id, changes })
  const { areas, plans } = usePlanOptions(activity.planId)
  const goals = useGoalChoice(activity.planId, null)
  const open = useOperation('goals.open', { id: activity.goalId ?? '' }, { enabled: activity.goalId !== null })
  const strategies = activity.goalId === null ? [] : (open.data?.strategies ?? [])
  const goal = activity.goalId === null ? null : (open.data?.goal ?? null)
  const label = plans.find(({ id }) => id === activity.planId)?.areaLabel
  return (
    <div className={styles.pair}>
      <SavingText
        label={t('app.fields.code')}
        field="code"
        draftKey={`activity:${activity.id}:code`}
        value={activity.code}
        onSave={(code) => save({ code })}
      />
      <SavingComboBox
        label={t('app.fields.goalId')}
        placeholder={t('goals.activities.noGoal')}
        field="goalId"
        value={goal && { key: goal.id, label: `${goal.code} ${goal.title}` }}
        suggest={goals.suggest}
        // An activity lies in the area of its goal, and carries out a strategy of that goal.
        onSave={(option) => {
          const [goalId, chosen] = [option?.key ?? null, goals.rowOf(option?.key ?? null)]
          return save({ goalId, strategyId: null, ...(chosen?.focusAreaId ? { focusAreaId: chosen.focusAreaId } : {}) })
        }}
      />
      <SavingSelect
        label={label ?? t('goals.list.area')}
        emptyLabel={t('goals.noArea')}
        field="focusAreaId"
        value={activity.focusAreaId}
        options={areas}
        onSave={(focusAreaId) => save({ focusAreaId })}
      />
      {strategies.length > 0 && (
        <SavingSelect
          label={t('app.fields.strategyId')}
          emptyLabel={t('goals.activities.noStrategy')}
          field="strategyId"
          value={activity.strategyId}
          options={strategies.map(({ id, text }) => ({
            key: id,
            label: text.length > 80 ? `${text.slice(0, 80)} …` : text,
          }))}
          onSave={(strategyId) => save({ strategyId })}
        />
      )}
    </div>
  )
}
