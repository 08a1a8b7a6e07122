import { useMemo } from 'react'
import { Button } from '#renderer/components/button.tsx'
import type { Column } from '#renderer/components/data-list.tsx'
import { EmptyState } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RegisterList } from '#renderer/components/register-list.tsx'
import { RegisterTools } from '#renderer/components/register-tools.tsx'
import { WriteButton } from '#renderer/components/write-button.tsx'
import { useGo } from '#renderer/lib/navigation.ts'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useRegister } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { MeetingAreas } from './meeting-areas.tsx'
import { directionOf, filterOf, type MeetingListState, meetingListDefaults, whenOf } from './meeting-filter.ts'
import { MeetingFilters } from './meeting-filters.tsx'
import { useMeetingRegister } from './meeting-register.ts'
import { MeetingStatusBadge } from './meeting-status.tsx'
import { type MeetingRow, nextDue, useMeetingWords } from './meeting-words.ts'
import styles from './meetings.module.css'

interface Props {
  readonly openId: string | null
  readonly state: MeetingListState
  readonly change: (changes: Partial<MeetingListState>) => void
}

export function MeetingList({ openId, state, change }: Props) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const filter = filterOf(state, today())
  const direction = directionOf(state)
  const count = useOperation('meetings.count', { filter }, { keepPrevious: true })
  const all = useOperation('meetings.count', {})
  const columns = useColumns()
  const { groups, bulk } = useMeetingRegister()
  const register = useRegister({
    register: 'meetings',
    area: 'meetings',
    openId,
    operation: 'meetings.list',
    input: { filter, direction },
    order: { sort: 'startsOn', direction },
    total: count.data,
    change,
    groups,
  })
  return (
    <>
      <PageHeader
        title={t('app.areas.meetings')}
        detail={
          count.data === undefined ? null : (
            <span role="status">
              {count.data === all.data
                ? t('meetings.list.count', { count: count.data, shown: format.number(count.data) })
                : t('meetings.list.countOf', {
                    count: count.data,
                    shown: format.number(count.data),
                    all: format.number(all.data ?? 0),
                  })}
            </span>
          )
        }
        actions={
          <>
            <WriteButton onPress={() => go('meetings', 'series', { keepSearch: true })}>
              {t('meetings.series.action')}
            </WriteButton>
            <WriteButton kind="primary" icon="plus" onPress={() => go('meetings', 'new', { keepSearch: true })}>
              {t('meetings.new.action')}
            </WriteButton>
          </>
        }
      />
      <MeetingAreas here="meetings" />
      <MeetingFilters state={state} change={change} tools={<RegisterTools register={register} columns={columns} />} />
      <RegisterList
        register={register}
        label={t('app.areas.meetings')}
        columns={columns}
        // Many meetings bear the name of their body alone: the day tells them apart.
        nameOf={(row) => `${row.bodyName}, ${format.day(row.startsOn)}`}
        bulk={bulk}
        empty={
          all.data ? (
            <EmptyState
              icon="filter"
              title={t(whenOf(state) === 'coming' ? 'meetings.list.noneComing' : 'meetings.list.noMatch')}
              action={
                <Button onPress={() => change({ ...meetingListDefaults, tab: state.tab, when: 'all' })}>
                  {t('meetings.list.showAll')}
                </Button>
              }
            >
              {t('meetings.list.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState
              icon="meetings"
              title={t('meetings.list.empty')}
              action={
                <WriteButton kind="primary" icon="plus" onPress={() => go('meetings', 'new')}>
                  {t('meetings.list.planFirst')}
                </WriteButton>
              }
            >
              {t('meetings.list.emptyText')}
            </EmptyState>
          )
        }
      />
    </>
  )
}

function useColumns(): readonly Column<MeetingRow>[] {
  const t = useT()
  const format = useFormat()
  const words = useMeetingWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow `t` and `format`
  return useMemo(
    () => [
      {
        key: 'startsOn',
        header: t('meetings.list.day'),
        sort: 'startsOn',
        width: '104px',
        cell: (row) => (
          <div className={styles.two}>
            <span>{format.day(row.startsOn)}</span>
            <span className={styles.quiet}>{row.startsAt}</span>
          </div>
        ),
      },
      {
        key: 'meeting',
        header: t('meetings.list.meeting'),
        width: 'minmax(132px, 4fr)',
        cell: (row) => (
          <div className={styles.two}>
            <span className={styles.main}>{row.bodyName}</span>
            <span className={styles.quiet}>
              {[
                row.number !== null && `${row.number}/${row.numberYear}`,
                row.title ?? (row.kind === 'ordinary' ? null : t(`codes.meetingKind.${row.kind}`)),
                row.place,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
        ),
      },
      {
        key: 'items',
        header: t('meetings.list.items'),
        width: '64px',
        align: 'end',
        show: 'wide',
        cell: (row) => format.number(row.items),
      },
      {
        key: 'status',
        header: t('meetings.fields.status'),
        width: 'minmax(150px, 2fr)',
        cell: (row) => {
          const due = nextDue(row, words.today)
          return (
            <div className={styles.two}>
              <span>
                <MeetingStatusBadge status={row.status} inSession={row.inSession} />
              </span>
              {due && <span className={due.days < 0 ? styles.late : styles.quiet}>{words.due(due)}</span>}
            </div>
          )
        },
      },
    ],
    [t, format],
  )
}
