import { useEffect, useRef, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail, MeetingDetail } from '#shared/contract/meetings.ts'
import { isInSession } from '#shared/domain/meeting-states.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { isRunning, presence, useSession } from './use-session.ts'

interface Shown {
  readonly detail: MeetingDetail
  readonly item: ItemDetail | null
}

/**
 * For those who hear the screen: the item that one came to, and what has happened since, in a few words. The focus goes back to
 * the text after each form, so nothing else would say that it was saved.
 */
export function Spoken() {
  const t = useT()
  const { detail, item } = useSession()
  const before = useRef<Shown>({ detail, item })
  const [text, setText] = useState('')
  useEffect(() => {
    const said = whatHappened(t, before.current, { detail, item })
    before.current = { detail, item }
    if (said.length > 0) setText(said.join(' '))
  }, [t, detail, item])
  return (
    <VisuallyHidden>
      <p role="status">{text}</p>
    </VisuallyHidden>
  )
}

function whatHappened(t: Translate, before: Shown, now: Shown): string[] {
  const opened = !isInSession(before.detail.meeting) && isInSession(now.detail.meeting)
  return [
    ...(opened ? [t('session.said.opened')] : []),
    ...roll(t, before.detail, now.detail),
    ...ofItem(t, before, now),
  ]
}

/** One answer is told with its name; many at once only as the number of those present. */
function roll(t: Translate, before: MeetingDetail, now: MeetingDetail): string[] {
  const earlier = new Map(before.attendances.map(({ id, status }) => [id, status]))
  const changed = now.attendances.filter(({ id, status }) => status !== null && earlier.get(id) !== status)
  if (changed.length === 0) return []
  const there = t('session.people.there', presence(now))
  const [one] = changed
  return changed.length === 1 && one?.status
    ? [`${one.personName}: ${t(`codes.attendanceStatus.${one.status}`)}. ${there}.`]
    : [`${there}.`]
}

const kinds = ['proposals', 'votes', 'decisions', 'statements', 'actions', 'disqualifications'] as const

function ofItem(t: Translate, { item: before }: Shown, { item: now }: Shown): string[] {
  if (!now) return []
  if (before?.item.id !== now.item.id) return [[now.numberText, now.item.title].filter(Boolean).join(' ')]
  const grown = kinds.filter((kind) => now[kind].length > before[kind].length)
  return [
    ...grown.map((kind) => t(`session.said.${kind}`, { number: now[kind].length })),
    ...(isRunning(before.item) === isRunning(now.item)
      ? []
      : [t(isRunning(now.item) ? 'session.said.clockRuns' : 'session.said.clockStopped')]),
  ]
}
