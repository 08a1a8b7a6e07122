import { useState } from 'react'
import { CloseFollowUp } from '#renderer/components/close-follow-up.tsx'
import { DetailHeader, DetailPage, UnreadableDetail } from '#renderer/components/detail-page.tsx'
import { Escalate } from '#renderer/components/escalate.tsx'
import { FollowUpState } from '#renderer/components/follow-up-state.tsx'
import { GoalLinks } from '#renderer/components/goal-links.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { Loading } from '#renderer/components/notes.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { SavingDay, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { usePartnerOptions, usePersonOptions, useVisitOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { isUnfinished } from '#shared/domain/follow-up-rules.ts'
import { FollowUpHistory } from './follow-up-history.tsx'
import styles from './follow-ups.module.css'

type OpenFollowUp = OutputOf<'followUps.open'>

/** One follow-up: what was promised, to whom, by when, and how it ended. */
export function FollowUpDetail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useT()
  const query = useOperation('followUps.open', { id })
  if (query.isPending) return <Loading lines={6} />
  if (query.error) {
    return <UnreadableDetail error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />
  }
  const followUp = query.data
  return (
    <DetailPage>
      <Header followUp={followUp} onClose={onClose} />
      <Tabs
        label={t('followUps.detail.region')}
        items={[
          { key: 'fields', label: t('followUps.detail.tab'), content: <Fields followUp={followUp} /> },
          { key: 'history', label: t('common.history'), content: <FollowUpHistory followUp={followUp} /> },
        ]}
      />
    </DetailPage>
  )
}

function Header({ followUp, onClose }: { readonly followUp: OpenFollowUp; readonly onClose: () => void }) {
  const t = useT()
  const readOnly = useReadOnly()
  const format = useFormat()
  const remove = useCommand('followUps.remove', { done: t('followUps.removed'), problemAsToast: true })
  return (
    <DetailHeader
      title={followUp.description}
      onClose={onClose}
      tools={
        <Menu
          label={t('common.more')}
          entries={[
            {
              id: 'remove',
              label: t('followUps.detail.remove'),
              icon: 'remove',
              danger: true,
              disabled: readOnly,
              run: () =>
                void remove.run({ id: followUp.id }).then((reply) => {
                  if (reply.ok) onClose()
                }),
            },
          ]}
        />
      }
    >
      <p className={styles.quiet}>
        <RecordLink area="companies" id={followUp.companyId}>
          {followUp.companyName}
        </RecordLink>
        {' · '}
        <RecordLink area="visits" id={followUp.visitId}>
          {t('followUps.detail.visit', { day: format.day(followUp.visitedOn) })}
        </RecordLink>
      </p>
      <div className={styles.badges}>
        <FollowUpState followUp={followUp} />
        {followUp.responseDays !== null && (
          <span className={styles.quiet}>
            {t('followUps.response', { count: followUp.responseDays, days: format.number(followUp.responseDays) })}
          </span>
        )}
      </div>
    </DetailHeader>
  )
}

function Fields({ followUp }: { readonly followUp: OpenFollowUp }) {
  const t = useT()
  const [closing, setClosing] = useState(false)
  const { themes } = useVisitOptions()
  const persons = usePersonOptions([followUp.ownerId])
  const partners = usePartnerOptions()
  const revise = useCommand('followUps.revise')
  const reopen = useCommand('followUps.revise', { done: t('followUps.reopened'), problemAsToast: true })
  const save = (changes: InputOf<'followUps.revise'>['changes']) => revise.run({ id: followUp.id, changes })
  const unfinished = isUnfinished(followUp.status)
  return (
    <div className={styles.part}>
      {closing ? (
        <CloseFollowUp
          followUp={followUp}
          visitedOn={followUp.visitedOn}
          onDone={() => setClosing(false)}
          onCancel={() => setClosing(false)}
        />
      ) : (
        <div>
          {unfinished ? (
            <WriteButton kind="primary" icon="check" onPress={() => setClosing(true)}>
              {t('followUps.close.open')}
            </WriteButton>
          ) : (
            <WriteButton
              icon="undo"
              busy={reopen.busy}
              onPress={() =>
                void reopen.run({
                  id: followUp.id,
                  changes: { status: followUp.answeredCompanyOn ? 'answered' : 'open' },
                })
              }
            >
              {t('followUps.detail.reopen')}
            </WriteButton>
          )}
        </div>
      )}
      <SavingText
        label={t('followUps.fields.description')}
        field="description"
        required
        multiline
        rows={2}
        draftKey={`followUp:${followUp.id}:description`}
        value={followUp.description}
        onSave={(description) => save({ description: description ?? '' })}
      />
      <div className={styles.pair}>
        <SavingDay
          label={t('followUps.fields.dueOn')}
          field="dueOn"
          draftKey={`followUp:${followUp.id}:dueOn`}
          required
          yearless="future"
          value={followUp.dueOn}
          onSave={(dueOn) => save({ dueOn: dueOn ?? '' })}
        />
        <SavingSelect
          label={t('followUps.fields.ownerId')}
          field="ownerId"
          options={persons.options}
          value={followUp.ownerId}
          onSave={(ownerId) => save(ownerId ? { ownerId } : {})}
        />
        <SavingSelect
          label={t('followUps.fields.theme')}
          field="theme"
          options={themes}
          value={followUp.theme}
          onSave={(theme) => save(theme ? { theme } : {})}
        />
        <SavingSelect
          label={t('followUps.fields.forwardedToId')}
          field="forwardedToId"
          options={partners.options}
          emptyLabel={t('followUps.detail.notForwarded')}
          value={followUp.forwardedToId}
          onSave={(forwardedToId) => save({ forwardedToId })}
        />
      </div>
      <SavingDay
        label={t('followUps.fields.answeredCompanyOn')}
        hint={t('followUps.detail.answeredHint')}
        field="answeredCompanyOn"
        draftKey={`followUp:${followUp.id}:answeredCompanyOn`}
        value={followUp.answeredCompanyOn}
        onSave={(answeredCompanyOn) =>
          // The state follows the day: told = answered, and no longer told = open again. An ended one keeps its end.
          save(
            unfinished ? { answeredCompanyOn, status: answeredCompanyOn ? 'answered' : 'open' } : { answeredCompanyOn },
          )
        }
      />
      {(!unfinished || followUp.result !== null) && (
        <SavingText
          label={t('followUps.fields.result')}
          field="result"
          multiline
          rows={3}
          draftKey={`followUp:${followUp.id}:result`}
          value={followUp.result}
          onSave={(result) => save({ result })}
        />
      )}
      <GoalLinks kind="followUp" recordId={followUp.id} />
      <Escalate from={{ entity: 'followUps', id: followUp.id }} title={followUp.description} />
    </div>
  )
}
