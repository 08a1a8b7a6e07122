import { DayField, NumberField } from '#renderer/components/checked-field.tsx'
import { MultiSelect, RadioGroup } from '#renderer/components/choices.tsx'
import { Select } from '#renderer/components/select.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { addDays } from '#shared/domain/days.ts'
import { occurrences, type Weekday } from '#shared/domain/series.ts'
import { localeOf } from '#shared/i18n/translator.ts'
import styles from './meetings.module.css'
import type { MeetingForm } from './new-meeting-fields.tsx'

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const places = [
  { key: '1', name: 'first' },
  { key: '2', name: 'second' },
  { key: '3', name: 'third' },
  { key: '4', name: 'fourth' },
  { key: '-1', name: 'last' },
] as const

/** The days that the rule proposes, those struck out among them. */
function proposedDays({ from, until, step, every, nth, weekday }: MeetingForm): string[] {
  if (from === null || until === null || until < from || !step) return []
  const day = Number(weekday) as Weekday
  const rule = { from, until, count: null, step, weekday: day }
  if (every === 'week') return occurrences({ ...rule, every })
  return occurrences({ ...rule, every, nth: Number(nth) as 1 | 2 | 3 | 4 | -1 })
}

/** The days that will be planned. */
export function seriesDays(form: MeetingForm): string[] {
  return proposedDays(form).filter((day) => !form.struck.includes(day))
}

interface Props {
  readonly form: MeetingForm
  readonly put: (changes: Partial<MeetingForm>) => void
  readonly problem: string | undefined
}

/** How often, from when to when, and the days that come of it: those on a holiday are struck by hand. */
export function SeriesFields({ form, put, problem }: Props) {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const names = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' })
  const days = proposedDays(form)
  return (
    <section className={styles.section}>
      <h3>{t('meetings.series.rule')}</h3>
      <div className={styles.pair}>
        <NumberField
          label={t('meetings.series.step')}
          value={form.step}
          onChange={(step) => put({ step })}
          problem={form.step === 0 ? t('meetings.series.stepZero') : undefined}
        />
        <RadioGroup
          label={t('meetings.series.every')}
          look="segments"
          options={[
            { key: 'week', label: t('meetings.series.week') },
            { key: 'month', label: t('meetings.series.month') },
          ]}
          value={form.every}
          onChange={(every) => put({ every })}
        />
        {form.every === 'month' && (
          <Select
            label={t('meetings.series.nth')}
            options={places.map(({ key, name }) => ({ key, label: t(`meetings.series.places.${name}`) }))}
            value={form.nth}
            onChange={(nth) => put({ nth: nth ?? form.nth })}
          />
        )}
        <Select
          label={t('meetings.series.weekday')}
          options={weekdays.map((key) => ({
            key,
            // 5 January 1970 was a Monday.
            label: names.format(new Date(`${addDays('1970-01-05', Number(key) - 1)}T00:00:00Z`)),
          }))}
          value={form.weekday}
          onChange={(weekday) => put({ weekday: weekday ?? form.weekday })}
        />
        <DayField
          label={t('meetings.series.from')}
          required
          yearless="future"
          value={form.from}
          onChange={(from) => put({ from })}
        />
        <DayField
          label={t('meetings.series.until')}
          required
          yearless="future"
          value={form.until}
          onChange={(until) => put({ until })}
          problem={
            form.from !== null && form.until !== null && form.until < form.from
              ? t('problems.field.endBeforeStart')
              : days.length === 0
                ? problem
                : undefined
          }
        />
      </div>
      {days.length > 0 && (
        <MultiSelect
          label={t('meetings.series.days')}
          hint={t('meetings.series.daysHint')}
          look="list"
          options={days.map((key) => ({ key, label: format.dayLong(key) }))}
          value={days.filter((day) => !form.struck.includes(day))}
          onChange={(kept) => put({ struck: days.filter((day) => !kept.includes(day)) })}
          problem={problem}
        />
      )}
    </section>
  )
}
