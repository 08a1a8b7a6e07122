import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { InlineForm } from '#renderer/components/inline-form.tsx'
import { Menu } from '#renderer/components/menu.tsx'
import { EmptyState, ErrorNote, Loading, Note } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { SavingNumber, SavingSelect, SavingText } from '#renderer/components/saving-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton, WriteIconButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { type ItemType, itemTypes } from '#shared/domain/records/agenda-item.ts'
import { MeetingAreas } from './meeting-areas.tsx'
import styles from './meetings.module.css'
import { useBodies } from './use-bodies.ts'

type Matter = OutputOf<'agendaItems.queue'>[number]
const queueDefaults = { body: null as string | null, item: null as string | null }

/** Matters that wait for an agenda, per body, oldest first. A link to one of them opens it. */
export function QueueScreen() {
  const t = useT()
  const bodies = useBodies()
  const [{ body, item }, change] = useListState(queueDefaults)
  const bodyId = bodies.all.some(({ id }) => id === body) ? body : null
  const queue = useOperation('agendaItems.queue', { bodyId }, { keepPrevious: true })
  const groups = bodies.all
    .map((one) => ({ ...one, matters: (queue.data ?? []).filter((matter) => matter.bodyId === one.id) }))
    .filter(({ matters }) => matters.length > 0)
  const isGone = item !== null && bodyId === null && queue.data?.every(({ id }) => id !== item)
  return (
    <>
      <PageHeader
        title={t('app.areas.queue')}
        detail={queue.data && <span role="status">{t('meetings.queue.count', { count: queue.data.length })}</span>}
      />
      <MeetingAreas here="queue" />
      <div className={styles.screen}>
        {bodies.options.length > 1 && (
          <div className={styles.pair}>
            <Select
              label={t('meetings.fields.bodyId')}
              emptyLabel={t('meetings.list.allBodies')}
              options={bodies.options}
              value={bodyId}
              onChange={(next) => change({ body: next })}
            />
          </div>
        )}
        {queue.error && <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} />}
        {queue.isPending && <Loading />}
        {isGone && <Note>{t('meetings.queue.gone')}</Note>}
        {queue.data?.length === 0 && (
          <EmptyState icon="queue" title={t('meetings.queue.empty')}>
            {t('meetings.queue.emptyText')}
          </EmptyState>
        )}
        {groups.map((group) => (
          <section key={group.id} className={styles.section} aria-label={group.name}>
            <h2>{group.name}</h2>
            <ul className={styles.lines}>
              {group.matters.map((matter) => (
                <li key={matter.id} aria-current={matter.id === item ? 'true' : undefined}>
                  <QueuedMatter matter={matter} asked={matter.id === item} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {bodies.active.length > 0 && <AddMatter bodyId={bodyId} />}
      </div>
    </>
  )
}

/** `asked`: a link led here. Then it is open, in sight, and has the focus. */
function QueuedMatter({ matter, asked }: { readonly matter: Matter; readonly asked: boolean }) {
  const t = useT()
  const titleId = useId()
  const title = useRef<HTMLSpanElement>(null)
  const [editing, setEditing] = useState(asked)
  useEffect(() => {
    if (!asked) return
    setEditing(true)
    title.current?.focus()
  }, [asked])
  const remove = useCommand('agendaItems.remove', {
    done: t('meetings.item.removed', { title: matter.title }),
    problemAsToast: true,
  })
  return (
    <div className={styles.section}>
      <div className={styles.queueRow}>
        <div className={styles.two}>
          <span ref={title} id={titleId} tabIndex={-1} className={styles.main}>
            {matter.title}
          </span>
          <span className={styles.quiet}>
            {[
              t(`codes.itemType.${matter.type}`),
              matter.caseNo,
              matter.minutesPlanned !== null && t('meetings.agenda.minutes', { count: matter.minutesPlanned }),
              matter.carriedFromId !== null && t('meetings.queue.carried'),
              matter.originVisitId !== null && t('meetings.queue.fromVisit'),
              matter.originFollowUpId !== null && t('meetings.queue.fromFollowUp'),
              matter.originActionId !== null && t('meetings.queue.fromAction'),
              matter.originCommitmentId !== null && t('meetings.queue.fromCommitment'),
              matter.originProjectId !== null && t('meetings.queue.fromProject'),
              matter.status === 'withdrawn' && t('codes.itemStatus.withdrawn'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <div className={styles.buttons}>
          <PutOnMeeting matter={matter} describedBy={titleId} />
          <Button small icon="edit" describedBy={titleId} onPress={() => setEditing(!editing)}>
            {t(editing ? 'common.close' : 'meetings.queue.edit')}
          </Button>
          <WriteIconButton
            icon="remove"
            label={t('meetings.queue.remove', { title: matter.title })}
            onPress={() => void remove.run({ id: matter.id })}
          />
        </div>
      </div>
      {editing && <MatterFields matter={matter} />}
    </div>
  )
}

/** The coming meetings of the body, each a place to put the matter. */
function PutOnMeeting({ matter, describedBy }: { readonly matter: Matter; readonly describedBy: string }) {
  const t = useT()
  const format = useFormat()
  const readOnly = useReadOnly()
  const coming = useOperation('meetings.list', {
    filter: { bodyId: matter.bodyId, from: today(), statuses: ['planned', 'noticeSent'] },
    direction: 'asc',
    limit: 8,
  })
  const move = useCommand('agendaItems.move', { done: t('meetings.queue.moved'), problemAsToast: true })
  const meetings = coming.data?.rows ?? []
  return (
    <Menu
      label={t('meetings.queue.put')}
      icon="meetings"
      showLabel
      describedBy={describedBy}
      entries={
        meetings.length === 0
          ? [{ id: 'none', label: t('meetings.queue.noMeeting'), disabled: true, run: () => {} }]
          : meetings.map(({ id, startsOn, startsAt, items }) => ({
              id,
              label: `${format.dayLong(startsOn)}, ${startsAt}`,
              disabled: readOnly,
              run: () => void move.run({ id: matter.id, meetingId: id, position: items }),
            }))
      }
    />
  )
}

function MatterFields({ matter }: { readonly matter: Matter }) {
  const t = useT()
  const revise = useCommand('agendaItems.revise')
  const save = (changes: InputOf<'agendaItems.revise'>['changes']) => revise.run({ id: matter.id, changes })
  return (
    <div className={styles.section}>
      <SavingText
        label={t('meetings.item.title')}
        required
        field="title"
        draftKey={`agendaItems:${matter.id}:title`}
        value={matter.title}
        onSave={(title) => save({ title: title ?? '' })}
      />
      <div className={styles.pair}>
        <SavingSelect
          label={t('meetings.item.type')}
          field="type"
          value={matter.type}
          options={itemTypes.map((key) => ({ key, label: t(`codes.itemType.${key}`) }))}
          onSave={(type) => save(type ? { type } : {})}
        />
        <SavingText
          label={t('meetings.item.caseNo')}
          field="caseNo"
          draftKey={`agendaItems:${matter.id}:caseNo`}
          value={matter.caseNo}
          onSave={(caseNo) => save({ caseNo })}
        />
        <SavingNumber
          label={t('meetings.item.minutesPlanned')}
          field="minutesPlanned"
          draftKey={`agendaItems:${matter.id}:minutesPlanned`}
          value={matter.minutesPlanned}
          onSave={(minutesPlanned) => save({ minutesPlanned })}
        />
      </div>
      <SavingText
        label={t('meetings.item.summary')}
        multiline
        field="summary"
        value={matter.summary}
        draftKey={`agendaItems:${matter.id}:summary`}
        onSave={(summary) => save({ summary })}
      />
    </div>
  )
}

/** A new matter; Enter adds it, and the next can be typed at once. */
function AddMatter({ bodyId }: { readonly bodyId: string | null }) {
  const t = useT()
  const bodies = useBodies()
  const readOnly = useReadOnly()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<ItemType>('decision')
  const [chosen, setChosen] = useState<string | null>(null)
  useFormDraft('agendaItem:new', { title }, (kept) => setTitle(kept.title))
  const body = chosen ?? bodyId ?? bodies.active[0]?.key ?? ''
  const add = useCommand('agendaItems.add', { done: t('meetings.queue.added') })
  async function save() {
    const reply = await add.run({ bodyId: body, meetingId: null, type, title })
    if (reply.ok) setTitle('')
  }
  const wrong = add.field('title') ?? add.field('type') ?? add.field('bodyId')
  return (
    <InlineForm title={t('meetings.queue.add')}>
      <TextField
        label={t('meetings.item.title')}
        required
        disabled={readOnly}
        value={title}
        onChange={setTitle}
        onEnter={() => void save()}
        problem={add.field('title')}
      />
      <div className={styles.pair}>
        <Select
          label={t('meetings.fields.bodyId')}
          disabled={readOnly}
          options={bodies.active}
          value={body}
          onChange={setChosen}
          problem={add.field('bodyId')}
        />
        <Select
          label={t('meetings.item.type')}
          disabled={readOnly}
          options={itemTypes.map((key) => ({ key, label: t(`codes.itemType.${key}`) }))}
          value={type}
          onChange={(next) => setType(next ?? type)}
          problem={add.field('type')}
        />
      </div>
      {add.problem && !wrong && <ErrorNote error={add.problem} />}
      <div>
        <WriteButton kind="primary" icon="plus" busy={add.busy} onPress={() => void save()}>
          {t('meetings.queue.addAction')}
        </WriteButton>
      </div>
    </InlineForm>
  )
}
