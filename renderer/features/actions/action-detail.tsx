import { useState } from 'react'
import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { ActionState } from '#renderer/components/due-state.tsx'
import { Escalate } from '#renderer/components/escalate.tsx'
import { HistoryPanel } from '#renderer/components/history-panel.tsx'
import { ItemLink } from '#renderer/components/item-link.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Badge, Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { ReportForm } from '#renderer/components/report-form.tsx'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDayWarnings } from '#renderer/lib/use-day-warnings.ts'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { usePartnerOptions, usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { isActionOpen } from '#shared/domain/action-rules.ts'
import { actionPriorities, actionStatuses } from '#shared/domain/records/decision.ts'
import styles from './actions.module.css'

type Row = OutputOf<'actions.open'>
const tabs = ['fields', 'history'] as const
type Tab = (typeof tabs)[number]

interface Props {
  readonly id: string
  readonly tab: string
  readonly onTab: (tab: Tab) => void
  readonly onClose: () => void
}

/** One action item: what, who, by when, where it came from, and how it went. */
export function ActionDetail({ id, tab, onTab, onClose }: Props) {
  const t = useT()
  const names = useFieldNames()
  const query = useOperation('actions.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const action = query.data
  return (
    <DetailPage>
      <Header action={action} onClose={onClose} />
      <Tabs<Tab>
        label={t('decisions.actions.region')}
        selected={tabs.find((one) => one === tab) ?? 'fields'}
        onSelect={onTab}
        items={[
          { key: 'fields', label: t('decisions.actions.tab'), content: <Fields action={action} /> },
          { key: 'history', label: t('common.history'), content: <HistoryPanel entity="actions" id={id} {...names} /> },
        ]}
      />
    </DetailPage>
  )
}

function Header({ action, onClose }: { readonly action: Row; readonly onClose: () => void }) {
  const t = useT()
  const readOnly = useReadOnly()
  const remove = useCommand('actions.remove', { done: t('decisions.actions.removed'), problemAsToast: true })
  return (
    <DetailHeader
      title={action.title}
      onClose={onClose}
      tools={
        <Menu
          label={t('common.more')}
          entries={[
            {
              id: 'remove',
              label: t('decisions.actions.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly,
              run: () =>
                void remove.run({ id: action.id }).then((reply) => {
                  if (reply.ok) onClose()
                }),
            },
          ]}
        />
      }
    >
      <p className={styles.quiet}>
        {t('decisions.actions.origin')}: <Origin action={action} />
        {action.bodyName && ` · ${action.bodyName}`}
      </p>
      <div className={styles.badges}>
        <ActionState action={action} />
        {action.status === 'inProgress' && <Badge tone="info">{t('codes.actionStatus.inProgress')}</Badge>}
        {action.priority === 'high' && (
          <Badge tone="warning" icon="flag">
            {t('codes.actionPriority.high')}
          </Badge>
        )}
      </div>
    </DetailHeader>
  )
}

/** The decision, the item or the visit that it came from, as a link. */
function Origin({ action }: { readonly action: Row }) {
  const t = useT()
  const { originTitle, originDecisionId, originItemId, originVisitId, originMeetingId } = action
  if (originDecisionId) {
    return (
      <RecordLink area="decisions" id={originDecisionId}>
        {originTitle ?? t('decisions.detail.region')}
      </RecordLink>
    )
  }
  if (originItemId) {
    return (
      <ItemLink itemId={originItemId} meetingId={originMeetingId}>
        {originTitle ?? t('app.entities.agendaItems')}
      </ItemLink>
    )
  }
  if (originVisitId) {
    return (
      <RecordLink area="visits" id={originVisitId}>
        {originTitle ?? t('app.entities.visits')}
      </RecordLink>
    )
  }
  return t('decisions.actions.freely')
}

function Fields({ action }: { readonly action: Row }) {
  const t = useT()
  const format = useFormat()
  const [reporting, setReporting] = useState(false)
  const persons = usePersonOptions([action.ownerId])
  const partners = usePartnerOptions()
  const warnings = useDayWarnings()
  const revise = useCommand('actions.revise')
  const report = useCommand('actions.report', {
    done: (saved) =>
      t('decisions.actions.reported', { status: t(`codes.actionStatus.${saved.status}`).toLocaleLowerCase() }),
  })
  const save = (changes: InputOf<'actions.revise'>['changes']) => revise.run({ id: action.id, changes })
  return (
    <div className={styles.part}>
      {action.doneOn && <p>{t('decisions.detail.doneOn', { day: format.day(action.doneOn) })}</p>}
      {action.result && !reporting && <p className={styles.result}>{action.result}</p>}
      {reporting ? (
        <ReportForm
          given={action}
          statuses={actionStatuses.map((key) => ({ key, label: t(`codes.actionStatus.${key}`) }))}
          bodyId={null}
          draftKey={`action:${action.id}:report`}
          onSave={(told) => report.run({ id: action.id, ...told })}
          onClose={() => setReporting(false)}
        />
      ) : (
        <div>
          <WriteButton
            icon="check"
            {...(isActionOpen(action.status) ? { kind: 'primary' as const } : {})}
            onPress={() => setReporting(true)}
          >
            {t('decisions.report.actionOpen')}
          </WriteButton>
        </div>
      )}
      <SavingText
        label={t('decisions.actions.what')}
        field="title"
        required
        draftKey={`action:${action.id}:title`}
        value={action.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <div className={styles.pair}>
        <SavingSelect
          label={t('decisions.actions.owner')}
          field="ownerId"
          options={persons.options}
          value={action.ownerId}
          onSave={(ownerId) => save(ownerId ? { ownerId } : {})}
        />
        <SavingDay
          label={t('decisions.actions.dueOn')}
          field="dueOn"
          draftKey={`action:${action.id}:dueOn`}
          required
          yearless="future"
          hint={warnings.ofAction(action.dueOn, action.arisenOn).dueOn}
          value={action.dueOn}
          onSave={(dueOn) => save({ dueOn: dueOn ?? '' })}
        />
        <SavingSelect
          label={t('app.fields.organisation')}
          field="organisationId"
          emptyLabel={t('decisions.actions.noOrganisation')}
          options={partners.options}
          value={action.organisationId}
          onSave={(organisationId) => save({ organisationId })}
        />
        <SavingSelect
          label={t('app.fields.priority')}
          field="priority"
          options={actionPriorities.map((key) => ({ key, label: t(`codes.actionPriority.${key}`) }))}
          value={action.priority}
          onSave={(priority) => save(priority ? { priority } : {})}
        />
      </div>
      <Escalate from={{ entity: 'actions', id: action.id }} title={action.title} />
    </div>
  )
}
