import { useEffect, useMemo, useRef, useState } from 'react'
import { Badge, ErrorNote, Loading } from '#renderer/components/notes.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { Tabs } from '#renderer/components/tabs.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useListState } from '#renderer/lib/use-list-state.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { usePersonOptions } from '#renderer/lib/use-record-options.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { MeetingDetail } from '#shared/contract/meetings.ts'
import { isInSession, isSealed } from '#shared/domain/meeting-states.ts'
import { focusWriting } from './focus-writing.ts'
import { MeetingPanel } from './meeting-panel.tsx'
import { MinutesPanel } from './minutes-panel.tsx'
import { OpenOrClose } from './open-or-close.tsx'
import { PapersPanel } from './papers-panel.tsx'
import styles from './session.module.css'
import { Spoken } from './spoken.tsx'
import { type Session, SessionProvider } from './use-session.ts'

const start = { panel: 'meeting', item: null as string | null }
const panels = ['meeting', 'minutes', 'papers'] as const

/** A meeting while it is held, its minutes until they are final, and its papers: one screen, all from the keyboard. */
export function SessionScreen({ id }: { readonly id: string }) {
  const opened = useOperation('meetings.open', { id })
  if (opened.isPending) return <Loading lines={8} />
  if (opened.error) return <ErrorNote error={opened.error} onRetry={() => void opened.refetch()} />
  return <Opened key={id} detail={opened.data} />
}

function Opened({ detail }: { readonly detail: MeetingDetail }) {
  const t = useT()
  const [view, change] = useListState(start)
  const session = useSessionOf(detail, view.item, (item) => change({ item, panel: 'meeting' }))
  const panel = panels.find((one) => one === view.panel) ?? 'meeting'
  return (
    <SessionProvider value={session}>
      <div className={styles.session}>
        <Header detail={detail} />
        <Spoken />
        <Tabs
          fill
          label={t('session.title')}
          selected={panel}
          onSelect={(next) => change({ panel: next })}
          items={[
            { key: 'meeting', label: t('session.panels.meeting'), content: <MeetingPanel /> },
            { key: 'minutes', label: t('session.panels.minutes'), content: <MinutesPanel /> },
            { key: 'papers', label: t('session.panels.papers'), content: <PapersPanel /> },
          ]}
        />
      </div>
    </SessionProvider>
  )
}

function useSessionOf(detail: MeetingDetail, wanted: string | null, go: (item: string) => void): Session {
  const { nameOf } = usePersonOptions()
  const goTo = useRef(go)
  goTo.current = go
  const asked = useRef(false)
  // Who is not led elsewhere stays where the screen began: a decision that settles the item must not turn the page.
  const [began] = useState(() => firstToTreat(detail)?.item.id ?? null)
  const shown = (id: string | null) => detail.items.find((one) => one.item.id === id)
  const item = shown(wanted) ?? shown(began) ?? firstToTreat(detail)
  const itemId = item?.item.id
  // The focus follows once the item that was asked for is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another item is shown
  useEffect(() => {
    if (!asked.current) return
    asked.current = false
    return focusWriting()
  }, [itemId])
  return useMemo(() => {
    const names = new Map(detail.attendances.map((one) => [one.personId, one.personName]))
    return {
      detail,
      item: detail.items.find((one) => one.item.id === itemId) ?? null,
      show: (next: string) => {
        if (next === itemId) return void focusWriting()
        asked.current = true
        goTo.current(next)
      },
      inSession: isInSession(detail.meeting),
      locked: isSealed(detail.meeting.status),
      nameOf: (personId) => (personId ? (names.get(personId) ?? nameOf(personId) ?? '') : ''),
    }
  }, [detail, itemId, nameOf])
}

/** The item whose clock runs, else the first that is not treated, else the first. */
function firstToTreat({ items }: MeetingDetail) {
  return (
    items.find(({ item }) => item.startedAt !== null && item.endedAt === null) ??
    items.find(({ item }) => item.status === 'pending' && item.type !== 'heading' && item.type !== 'break') ??
    items[0]
  )
}

function Header({ detail }: { readonly detail: MeetingDetail }) {
  const t = useT()
  const format = useFormat()
  const { meeting, body } = detail
  const number = meeting.number === null ? null : t('session.number', { number: meeting.number })
  return (
    <PageHeader
      dense
      title={[body.name, meeting.title ?? number].filter(Boolean).join(' · ')}
      detail={
        <span className={styles.facts}>
          <RecordLink area="meetings" id={meeting.id}>
            {t('session.toMeeting')}
          </RecordLink>
          <span className={styles.when} title={meeting.place ?? undefined}>
            {t('session.when', { day: format.dayLong(meeting.startsOn), time: meeting.startsAt })}
            {meeting.place && ` · ${meeting.place}`}
          </span>
          <Badge
            tone={isInSession(meeting) ? 'success' : 'neutral'}
            {...(isInSession(meeting) ? { icon: 'clock' } : {})}
          >
            {isInSession(meeting)
              ? t('session.openedAt', { time: meeting.openedAt ?? '' })
              : t(`codes.meetingStatus.${meeting.status}`)}
          </Badge>
        </span>
      }
      actions={<OpenOrClose />}
    />
  )
}
