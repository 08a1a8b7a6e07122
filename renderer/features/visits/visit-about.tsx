import { GoalLinks } from '#renderer/components/goal-links.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import {
  SavingComboBox,
  SavingDay,
  SavingMultiSelect,
  SavingSelect,
  SavingText,
  SavingTime,
} from '#renderer/components/saving-field.tsx'
import { useClient } from '#renderer/lib/client.ts'
import { useVisitOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './visit-detail.module.css'
import type { PartProps } from './visit-detail.tsx'
import { OurParticipants, TheirParticipants } from './visit-participants.tsx'
import { VisitPosition } from './visit-position.tsx'

/** What was said first, then when, where and with whom. */
export function VisitAbout({ open, save }: PartProps) {
  const t = useT()
  const client = useClient()
  const { types, flags, themes } = useVisitOptions()
  const { visit } = open
  const draftKey = (field: string) => `visit:${visit.id}:${field}`
  return (
    <div className={styles.part}>
      <section className={styles.section} aria-label={t('visits.sections.notes')}>
        <SavingText
          label={t('visits.fields.notes')}
          field="notes"
          multiline
          rows={5}
          draftKey={draftKey('notes')}
          value={visit.notes}
          onSave={(notes) => save({ notes })}
        />
        <SavingText
          label={t('visits.fields.purpose')}
          field="purpose"
          multiline
          rows={1}
          draftKey={draftKey('purpose')}
          value={visit.purpose}
          onSave={(purpose) => save({ purpose })}
        />
        <SavingMultiSelect
          label={t('visits.fields.flags')}
          field="flags"
          options={flags}
          value={visit.flags}
          onSave={(chosen) => save({ flags: [...chosen] })}
        />
        <SavingMultiSelect
          label={t('visits.fields.themes')}
          field="themes"
          options={themes}
          value={visit.themes}
          onSave={(chosen) => save({ themes: [...chosen] })}
        />
      </section>

      <section className={styles.section} aria-labelledby={`${visit.id}-when`}>
        <h3 id={`${visit.id}-when`}>{t('visits.sections.when')}</h3>
        <div className={styles.pair}>
          <SavingDay
            label={t('visits.fields.visitedOn')}
            field="visitedOn"
            draftKey={`visit:${visit.id}:visitedOn`}
            required
            value={visit.visitedOn}
            onSave={(visitedOn) => save({ visitedOn: visitedOn ?? '' })}
          />
          <div className={styles.times}>
            <SavingTime
              label={t('visits.fields.startsAt')}
              field="startsAt"
              draftKey={`visit:${visit.id}:startsAt`}
              value={visit.startsAt}
              onSave={(startsAt) => save({ startsAt })}
            />
            <SavingTime
              label={t('visits.fields.endsAt')}
              field="endsAt"
              draftKey={`visit:${visit.id}:endsAt`}
              value={visit.endsAt}
              onSave={(endsAt) => save({ endsAt })}
            />
          </div>
          <SavingSelect
            label={t('visits.fields.type')}
            field="type"
            options={types}
            value={visit.type}
            onSave={(type) => save(type ? { type } : {})}
          />
          <SavingText
            label={t('visits.fields.place')}
            field="place"
            draftKey={`visit:${visit.id}:place`}
            value={visit.place}
            onSave={(place) => save({ place })}
          />
        </div>
        <VisitPosition open={open} save={save} />
        <SavingDay
          label={t('visits.fields.nextVisitBy')}
          hint={t('visits.detail.nextVisitHint')}
          field="nextVisitBy"
          draftKey={`visit:${visit.id}:nextVisitBy`}
          yearless="future"
          value={visit.nextVisitBy}
          onSave={(nextVisitBy) => save({ nextVisitBy })}
        />
      </section>

      <section className={styles.section} aria-labelledby={`${visit.id}-who`}>
        <h3 id={`${visit.id}-who`}>{t('visits.sections.who')}</h3>
        <OurParticipants open={open} save={save} />
        <TheirParticipants key={visit.companyId} open={open} save={save} />
        <SavingComboBox
          label={t('visits.fields.companyId')}
          hint={t('visits.detail.companyHint')}
          field="companyId"
          value={{ key: visit.companyId, label: open.companyName }}
          suggest={async (text) => {
            const reply = await client.ask('companies.suggest', { text })
            return reply.ok
              ? reply.value.map((one) => ({ key: one.id, label: one.name, detail: one.place ?? undefined }))
              : []
          }}
          onSave={(option) => save(option ? { companyId: option.key } : { companyId: '' })}
        />
        <p className={styles.quiet}>
          <RecordLink area="companies" id={visit.companyId}>
            {t('visits.detail.openCompany', { company: open.companyName })}
          </RecordLink>
          {visit.device && <> · {t('visits.detail.device', { device: visit.device })}</>}
        </p>
      </section>
      <GoalLinks kind="visit" recordId={visit.id} />
    </div>
  )
}
