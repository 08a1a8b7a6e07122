import { Button, IconButton } from '#renderer/components/button.tsx'
import { RadioGroup } from '#renderer/components/choices.tsx'
import { EmptyState, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Select } from '#renderer/components/select.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import { localeOf } from '#shared/i18n/translator.ts'
import { MeetingAreas } from './meeting-areas.tsx'
import { MeetingStatusBadge } from './meeting-status.tsx'
import { useMeetingWords } from './meeting-words.ts'
import { useBodies } from './use-bodies.ts'
import styles from './year-plan.module.css'
import { type YearEntry, yearEntries } from './year-plan.ts'

const planDefaults = { year: '', body: null as string | null, view: 'months' }

/** The year of all bodies (årshjul): meetings and what is due for them, by month or as a list. */
export function YearPlanScreen() {
  const t = useT()
  const go = useGo()
  const bodies = useBodies()
  const [state, change] = useListState(planDefaults)
  const thisYear = Number(today().slice(0, 4))
  const year = /^(19|20|21)\d\d$/.test(state.year) ? Number(state.year) : thisYear
  const bodyId = bodies.all.some(({ id }) => id === state.body) ? state.body : null
  const plan = useOperation('meetings.yearPlan', { year, bodyId }, { keepPrevious: true })
  // The deadlines of a January meeting lie in December before, and its minutes may fall due in the year after.
  const before = useOperation('meetings.yearPlan', { year: year - 1, bodyId }, { keepPrevious: true })
  const after = useOperation('meetings.yearPlan', { year: year + 1, bodyId }, { keepPrevious: true })
  const rows = [before, plan, after].flatMap(({ data }) => data ?? [])
  const entries = yearEntries(rows, bodies.all).filter(({ day }) => day.startsWith(`${year}-`))
  const goTo = (next: number) => change({ year: next === thisYear ? '' : String(next) })
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('meetings.yearPlan.title', { year: String(year) })}
        detail={plan.data && <span role="status">{t('meetings.yearPlan.count', { count: plan.data.length })}</span>}
        actions={
          <>
            <Button icon="print" onPress={() => window.print()}>
              {t('meetings.yearPlan.print')}
            </Button>
            <WriteButton kind="primary" icon="plus" onPress={() => go('meetings', 'series')}>
              {t('meetings.series.action')}
            </WriteButton>
          </>
        }
      />
      <div className={styles.tools}>
        <MeetingAreas here="yearPlan" />
        <div className={styles.controls}>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and takes a legend; this is a row of two buttons */}
          <div role="group" aria-label={t('meetings.list.year')} className={styles.years}>
            <IconButton
              icon="left"
              label={t('meetings.yearPlan.before', { year: String(year - 1) })}
              onPress={() => goTo(year - 1)}
            />
            <span className={styles.year} aria-live="polite">
              {year}
            </span>
            <IconButton
              icon="right"
              label={t('meetings.yearPlan.after', { year: String(year + 1) })}
              onPress={() => goTo(year + 1)}
            />
          </div>
          <Select
            label={t('meetings.fields.bodyId')}
            hideLabel
            emptyLabel={t('meetings.list.allBodies')}
            options={bodies.options}
            value={bodyId}
            onChange={(body) => change({ body })}
          />
          <RadioGroup
            label={t('meetings.yearPlan.view')}
            hideLabel
            look="segments"
            options={[
              { key: 'months', label: t('meetings.yearPlan.months') },
              { key: 'list', label: t('meetings.yearPlan.list') },
            ]}
            value={state.view === 'list' ? 'list' : 'months'}
            onChange={(view) => change({ view })}
          />
        </div>
      </div>
      {plan.error && <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isPending && <Loading lines={6} />}
      {plan.data && entries.length === 0 && (
        <EmptyState
          icon="yearPlan"
          title={t('meetings.yearPlan.empty', { year: String(year) })}
          action={
            <WriteButton kind="primary" icon="plus" onPress={() => go('meetings', 'series')}>
              {t('meetings.series.action')}
            </WriteButton>
          }
        >
          {t('meetings.yearPlan.emptyText')}
        </EmptyState>
      )}
      {plan.data &&
        entries.length > 0 &&
        (state.view === 'list' ? <AsList entries={entries} /> : <Months year={year} entries={entries} />)}
    </div>
  )
}

function Months({ year, entries }: { readonly year: number; readonly entries: readonly YearEntry[] }) {
  const t = useT()
  const language = useLanguage()
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  const names = new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: 'UTC' })
  const now = today().slice(0, 7)
  return (
    <div className={styles.months}>
      {months.map((month) => {
        const own = entries.filter(({ day }) => day.startsWith(month))
        return (
          <section key={month} className={styles.month} data-now={month === now} aria-labelledby={`month-${month}`}>
            <h2 id={`month-${month}`}>{names.format(new Date(`${month}-01T00:00:00Z`))}</h2>
            {own.length === 0 ? (
              <p className={styles.quiet}>{t('meetings.yearPlan.nothing')}</p>
            ) : (
              <ul>
                {own.map((entry) => (
                  <li key={`${entry.kind} ${entry.meeting.id}`} data-kind={entry.kind} className={styles.entry}>
                    <span className={styles.day}>{Number(entry.day.slice(8))}.</span>
                    <EntryWords entry={entry} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

function EntryWords({ entry: { kind, meeting } }: { readonly entry: YearEntry }) {
  const t = useT()
  const words = useMeetingWords()
  const name = words.name(meeting.bodyName, meeting)
  if (kind !== 'meeting') {
    return (
      <span className={styles.quiet}>
        {t(`meetings.yearPlan.kinds.${kind}`)}:{' '}
        <RecordLink area="meetings" id={meeting.id}>
          {name}
        </RecordLink>
      </span>
    )
  }
  return (
    <span className={styles.meeting} data-cancelled={meeting.status === 'cancelled'}>
      <RecordLink area="meetings" id={meeting.id}>
        {name}
      </RecordLink>{' '}
      <span className={styles.quiet}>{meeting.startsAt}</span>
      {meeting.status === 'cancelled' && <span className={styles.quiet}> · {t('codes.meetingStatus.cancelled')}</span>}
    </span>
  )
}

/** The same as a table: one line a day, in order. */
function AsList({ entries }: { readonly entries: readonly YearEntry[] }) {
  const t = useT()
  const format = useFormat()
  const words = useMeetingWords()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('meetings.list.day')}</th>
          <th scope="col">{t('meetings.yearPlan.what')}</th>
          <th scope="col">{t('meetings.list.meeting')}</th>
          <th scope="col">{t('meetings.fields.place')}</th>
          <th scope="col">{t('meetings.fields.status')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ day, kind, meeting }) => (
          <tr key={`${kind} ${meeting.id}`} data-kind={kind}>
            <td>{format.dayLong(day)}</td>
            <td>
              {t(`meetings.yearPlan.kinds.${kind}`)}
              {kind === 'meeting' && <span className={styles.quiet}> {meeting.startsAt}</span>}
            </td>
            <td>
              <RecordLink area="meetings" id={meeting.id}>
                {words.name(meeting.bodyName, meeting)}
              </RecordLink>
            </td>
            <td>{kind === 'meeting' ? meeting.place : ''}</td>
            <td>
              {kind === 'meeting' && <MeetingStatusBadge status={meeting.status} inSession={meeting.inSession} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
