import { useState } from 'react'
import { useGo } from '#renderer/lib/navigation.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { Button } from './button.tsx'
import styles from './escalate.module.css'
import { InlineForm } from './inline-form.tsx'
import { ItemLink } from './item-link.tsx'
import { ErrorNote, Note } from './notes.tsx'
import { Select } from './select.tsx'
import { TextField } from './text-field.tsx'
import { WriteButton } from './write-button.tsx'

interface Props {
  readonly from: InputOf<'agendaItems.escalate'>['from']
  /** What the item is called unless another title is typed. */
  readonly title: string
  /** Asks at once: for where the button was pressed elsewhere. */
  readonly startOpen?: boolean
}

/** Puts a visit, follow-up, action item, commitment or project on an agenda or in a body's queue; once it stands there, says where. */
export function Escalate({ from, title, startOpen = false }: Props) {
  const t = useT()
  const format = useFormat()
  const [asking, setAsking] = useState(startOpen)
  const where = useOperation('agendaItems.escalated', { from })
  const item = where.data
  if (item) {
    return (
      <Note>
        {item.meetingOn === null
          ? t('decisions.escalate.inQueue', { body: item.bodyName })
          : t('decisions.escalate.onAgenda', { body: item.bodyName, day: format.day(item.meetingOn) })}{' '}
        <ItemLink itemId={item.id} meetingId={item.meetingId}>
          {item.title}
        </ItemLink>
      </Note>
    )
  }
  if (asking) return <EscalateForm from={from} title={title} onClose={() => setAsking(false)} />
  return (
    <div>
      <WriteButton icon="meetings" disabled={where.isPending} onPress={() => setAsking(true)}>
        {t('decisions.escalate.open')}
      </WriteButton>
    </div>
  )
}

const queue = 'queue'
const longestTitle = 200
const meetingsOffered = 100

function EscalateForm({ from, title: proposed, onClose }: Omit<Props, 'startOpen'> & { readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const bodies = useOperation('bodies.list', {})
  const [title, setTitle] = useState(proposed.replaceAll(/\s+/g, ' ').slice(0, longestTitle))
  const [chosenBody, setBody] = useState<string | null>(null)
  const [chosenMeeting, setMeeting] = useState<string | null>(null)
  const active = (bodies.data ?? []).filter((body) => body.activeTo === null || body.activeTo >= today())
  const coming = useOperation('meetings.list', {
    filter: { from: today(), statuses: ['planned', 'noticeSent'] },
    direction: 'asc',
    cursor: null,
    limit: meetingsOffered,
  })
  const meetings = coming.data?.rows ?? []
  // The body that meets next is what one most often means.
  const bodyId = chosenBody ?? meetings[0]?.bodyId ?? active[0]?.id ?? null
  const escalate = useCommand('agendaItems.escalate', { done: t('decisions.escalate.done') })
  const ofBody = meetings.filter((meeting) => meeting.bodyId === bodyId)
  const options = ofBody.map((meeting) => ({
    key: meeting.id,
    label: [format.day(meeting.startsOn), meeting.title].filter(Boolean).join(' · '),
    detail: t(`codes.meetingStatus.${meeting.status}`),
  }))
  // With no meeting planned, the queue waits for it.
  const meetingId = chosenMeeting ?? options[0]?.key ?? queue
  if (bodies.data && active.length === 0) {
    return (
      <Note tone="warning" action={<Button onPress={() => go('bodies')}>{t('decisions.escalate.toBodies')}</Button>}>
        {t('decisions.escalate.noBody')}
      </Note>
    )
  }
  async function submit() {
    if (bodyId === null) return
    const reply = await escalate.run({ from, bodyId, meetingId: meetingId === queue ? null : meetingId, title })
    if (reply.ok) onClose()
  }
  return (
    <InlineForm title={t('decisions.escalate.title')}>
      <TextField
        label={t('decisions.escalate.itemTitle')}
        required
        autoFocus
        value={title}
        onChange={setTitle}
        onEnter={() => void submit()}
        problem={escalate.field('title')}
      />
      <div className={styles.row}>
        <Select
          label={t('decisions.escalate.body')}
          options={active.map((body) => ({ key: body.id, label: body.name }))}
          value={bodyId}
          onChange={(id) => {
            setBody(id)
            setMeeting(null)
          }}
          problem={escalate.field('bodyId')}
        />
        <Select
          label={t('decisions.escalate.meeting')}
          options={[...options, { key: queue, label: t('decisions.escalate.queue') }]}
          value={meetingId}
          onChange={setMeeting}
          problem={escalate.field('meetingId')}
        />
      </div>
      {(from.entity === 'visits' || from.entity === 'commitments' || from.entity === 'projects') && (
        <p className={styles.quiet}>{t(`decisions.escalate.follows.${from.entity}`)}</p>
      )}
      {escalate.problem && !escalate.problem.fields && <ErrorNote error={escalate.problem} />}
      <div className={styles.buttons}>
        <Button kind="primary" busy={escalate.busy} onPress={() => void submit()}>
          {t('decisions.escalate.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </InlineForm>
  )
}
