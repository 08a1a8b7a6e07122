import {
  SavingComboBox,
  SavingDay,
  SavingSelect,
  SavingSwitch,
  SavingText,
  SavingTime,
} from '#renderer/components/saving-field.tsx'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Meeting, meetingKinds, openness } from '#shared/domain/records/meeting.ts'
import type { PartProps, SaveMeeting } from './meeting-detail.tsx'
import styles from './meetings.module.css'
import { suggestFrom } from './suggest.ts'

/** Every field of the meeting itself; each saves itself. */
export function MeetingFields({ open, sealed, save }: PartProps & { readonly save: SaveMeeting }) {
  const t = useT()
  const { meeting } = open
  const persons = usePersonOptions([meeting.chairId, meeting.secretaryId].filter((one) => one !== null))
  /** What a field takes, by its name. */
  const field = <K extends keyof Meeting & keyof Parameters<SaveMeeting>[0]>(name: K) => ({
    label: t(`meetings.fields.${name as 'title'}`),
    field: name,
    value: meeting[name],
    readOnly: sealed,
    draftKey: `meetings:${meeting.id}:${name}`,
  })
  const person = (name: 'chairId' | 'secretaryId') => {
    const id = meeting[name]
    return (
      <SavingComboBox
        label={t(`meetings.fields.${name}`)}
        field={name}
        readOnly={sealed}
        value={id === null ? null : { key: id, label: persons.nameOf(id) ?? id }}
        suggest={suggestFrom(persons.options)}
        onSave={(option) => save({ [name]: option?.key ?? null })}
      />
    )
  }
  return (
    <div className={styles.sections}>
      <section className={styles.section}>
        <h3>{t('meetings.sections.when')}</h3>
        <div className={styles.times}>
          <SavingDay
            {...field('startsOn')}
            required={!sealed}
            yearless="future"
            onSave={(startsOn) => save({ startsOn: startsOn ?? '' })}
          />
          <SavingTime
            {...field('startsAt')}
            required={!sealed}
            onSave={(startsAt) => save({ startsAt: startsAt ?? '' })}
          />
          <SavingTime {...field('endsAt')} onSave={(endsAt) => save({ endsAt })} />
        </div>
        <div className={styles.pair}>
          <SavingDay {...field('endsOn')} yearless="future" onSave={(endsOn) => save({ endsOn })} />
          <SavingDay {...field('papersDueOn')} yearless="future" onSave={(papersDueOn) => save({ papersDueOn })} />
        </div>
      </section>
      <section className={styles.section}>
        <h3>{t('meetings.sections.what')}</h3>
        <SavingText {...field('title')} hint={t('meetings.hints.title')} onSave={(title) => save({ title })} />
        <div className={styles.pair}>
          <SavingSelect
            {...field('kind')}
            options={meetingKinds.map((key) => ({ key, label: t(`codes.meetingKind.${key}`) }))}
            onSave={(kind) => save(kind ? { kind } : {})}
          />
          <SavingSelect
            {...field('openness')}
            options={openness.map((key) => ({ key, label: t(`codes.openness.${key}`) }))}
            onSave={(value) => save(value ? { openness: value } : {})}
          />
          <SavingText {...field('place')} onSave={(place) => save({ place })} />
          <SavingText {...field('remoteLink')} type="url" onSave={(remoteLink) => save({ remoteLink })} />
        </div>
        {meeting.kind === 'remote' && (
          <SavingSwitch
            label={t('meetings.fields.allSeeAndHear')}
            hint={t('meetings.hints.allSeeAndHear')}
            field="allSeeAndHear"
            value={meeting.allSeeAndHear}
            disabled={sealed}
            onSave={(allSeeAndHear) => save({ allSeeAndHear })}
          />
        )}
      </section>
      <section className={styles.section}>
        <h3>{t('meetings.sections.who')}</h3>
        <div className={styles.pair}>
          {person('chairId')}
          {person('secretaryId')}
        </div>
        <SavingText
          {...field('noticeText')}
          multiline
          hint={t('meetings.hints.noticeText')}
          onSave={(noticeText) => save({ noticeText })}
        />
      </section>
      {(meeting.openedAt !== null || meeting.status === 'held') && (
        <section className={styles.section}>
          <h3>{t('meetings.sections.after')}</h3>
          <div className={styles.pair}>
            <SavingTime {...field('openedAt')} onSave={(openedAt) => save({ openedAt })} />
            <SavingTime {...field('adjournedAt')} onSave={(adjournedAt) => save({ adjournedAt })} />
            <SavingDay {...field('adjournedOn')} onSave={(adjournedOn) => save({ adjournedOn })} />
            {open.body.country === 'SE' && (
              <SavingDay {...field('announcedOn')} onSave={(announcedOn) => save({ announcedOn })} />
            )}
          </div>
        </section>
      )}
    </div>
  )
}
