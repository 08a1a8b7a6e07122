import { useRef, useState } from 'react'
import { NumberField } from '#renderer/components/checked-field.tsx'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormDraft } from '#renderer/lib/use-form-draft.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { type ItemType, itemTypes } from '#shared/domain/records/agenda-item.ts'
import styles from './agenda.module.css'

/** A new item at the end: Enter adds it, and the next can be typed at once. */
export function AgendaAdd({ open }: { readonly open: MeetingDetail }) {
  const t = useT()
  const readOnly = useReadOnly()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<ItemType>('decision')
  const [minutes, setMinutes] = useState<number | null>(null)
  useFormDraft(`meeting:${open.meeting.id}:agendaItem`, { title, minutes }, (kept) => {
    setTitle(kept.title)
    setMinutes(kept.minutes)
  })
  const field = useRef<HTMLInputElement>(null)
  const add = useCommand('agendaItems.add', { done: (item) => t('meetings.agenda.added', { title: item.title }) })
  async function save() {
    // An opening or a break needs no other words than its own.
    const words = title.trim() || (type === 'decision' ? '' : t(`codes.itemType.${type}`))
    const reply = await add.run({
      bodyId: open.meeting.bodyId,
      meetingId: open.meeting.id,
      type,
      title: words,
      minutesPlanned: minutes,
    })
    field.current?.focus()
    if (!reply.ok) return
    setTitle('')
    setMinutes(null)
  }
  const wrong = add.field('title') ?? add.field('type') ?? add.field('minutesPlanned')
  return (
    <>
      <div className={styles.add}>
        <TextField
          ref={field}
          label={t('meetings.agenda.newItem')}
          placeholder={t('meetings.agenda.newItemHint')}
          value={title}
          disabled={readOnly}
          onChange={(text) => {
            add.reset()
            setTitle(text)
          }}
          onEnter={() => void save()}
          problem={add.field('title')}
        />
        <Select
          label={t('meetings.item.type')}
          disabled={readOnly}
          options={itemTypes.map((key) => ({ key, label: t(`codes.itemType.${key}`) }))}
          value={type}
          onChange={(next) => setType(next ?? type)}
          problem={add.field('type')}
        />
        <NumberField
          label={t('meetings.item.minutesPlanned')}
          disabled={readOnly}
          value={minutes}
          onChange={setMinutes}
          onEnter={() => void save()}
          problem={add.field('minutesPlanned')}
        />
      </div>
      {add.problem && !wrong && <ErrorNote error={add.problem} />}
      <div>
        <WriteButton icon="plus" busy={add.busy} onPress={() => void save()}>
          {t('meetings.agenda.add')}
        </WriteButton>
      </div>
    </>
  )
}
