import { DayField, TimeField } from '#renderer/components/checked-field.tsx'
import { Select } from '#renderer/components/select.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Meeting, meetingKinds } from '#shared/domain/records/meeting.ts'
import styles from './meetings.module.css'
import { useBodies } from './use-bodies.ts'

export const emptyForm = {
  bodyId: '',
  title: '',
  kind: 'ordinary' as Meeting['kind'],
  startsOn: null as string | null,
  startsAt: '09:00' as string | null,
  endsAt: null as string | null,
  place: '',
  remoteLink: '',
  templateId: null as string | null,
  /** Something was typed: presets stay away. */
  touched: false as boolean,
  step: 1 as number | null,
  every: 'month' as 'week' | 'month',
  nth: '1',
  weekday: '3',
  from: null as string | null,
  until: null as string | null,
  /** Days of the series that are left out. */
  struck: [] as string[],
}
export type MeetingForm = typeof emptyForm

/** What a new meeting takes from one before it. */
export function presetsOf(meeting: Meeting, withTitle: boolean): Partial<MeetingForm> {
  return {
    ...(withTitle ? { bodyId: meeting.bodyId, title: meeting.title ?? '' } : {}),
    kind: meeting.kind,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.place ?? '',
    remoteLink: meeting.remoteLink ?? '',
  }
}

interface Props {
  readonly form: MeetingForm
  readonly several: boolean
  readonly put: (changes: Partial<MeetingForm>) => void
  readonly problem: (field: string) => string | undefined
  readonly onEnter: () => void
}

export function NewMeetingFields({ form, several, put, problem, onEnter }: Props) {
  const t = useT()
  const bodies = useBodies()
  const templates = useOperation('agendaTemplates.list', {})
  const fitting = (templates.data ?? []).filter(
    ({ bodyId, standing }) => !standing && (bodyId === null || bodyId === form.bodyId),
  )
  return (
    <section className={styles.section}>
      <div className={styles.pair}>
        <Select
          label={t('meetings.fields.bodyId')}
          options={bodies.active}
          value={form.bodyId || null}
          onChange={(bodyId) => put({ bodyId: bodyId ?? form.bodyId, templateId: null })}
          problem={problem('bodyId')}
        />
        <Select
          label={t('meetings.fields.kind')}
          options={meetingKinds.map((key) => ({ key, label: t(`codes.meetingKind.${key}`) }))}
          value={form.kind}
          onChange={(kind) => put({ kind: kind ?? form.kind })}
          problem={problem('kind')}
        />
      </div>
      <div className={styles.times}>
        {!several && (
          <DayField
            label={t('meetings.fields.startsOn')}
            required
            autoFocus
            yearless="future"
            value={form.startsOn}
            onChange={(startsOn) => put({ startsOn })}
            onEnter={onEnter}
            problem={problem('startsOn')}
          />
        )}
        <TimeField
          label={t('meetings.fields.startsAt')}
          required
          value={form.startsAt}
          onChange={(startsAt) => put({ startsAt })}
          onEnter={onEnter}
          problem={problem('startsAt')}
        />
        <TimeField
          label={t('meetings.fields.endsAt')}
          value={form.endsAt}
          onChange={(endsAt) => put({ endsAt })}
          onEnter={onEnter}
          problem={problem('endsAt')}
        />
      </div>
      {!several && (
        <TextField
          label={t('meetings.fields.title')}
          hint={t('meetings.hints.title')}
          value={form.title}
          onChange={(title) => put({ title })}
          onEnter={onEnter}
          problem={problem('title')}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={t('meetings.fields.place')}
          value={form.place}
          onChange={(place) => put({ place })}
          onEnter={onEnter}
          problem={problem('place')}
        />
        <TextField
          label={t('meetings.fields.remoteLink')}
          type="url"
          value={form.remoteLink}
          onChange={(remoteLink) => put({ remoteLink })}
          onEnter={onEnter}
          problem={problem('remoteLink')}
        />
      </div>
      {fitting.length > 0 && (
        <Select
          label={t('meetings.new.template')}
          hint={t('meetings.new.templateHint')}
          emptyLabel={t('meetings.new.noTemplate')}
          options={fitting.map(({ id, name }) => ({ key: id, label: name }))}
          value={form.templateId}
          onChange={(templateId) => put({ templateId })}
          problem={problem('templateId')}
        />
      )}
    </section>
  )
}
