import { createContext, useContext, useEffect, useState } from 'react'
import { timeNow } from '#renderer/lib/use-format.ts'
import type { ItemDetail, MeetingDetail } from '#shared/contract/meetings.ts'
import { minutesADay, minutesOf } from '#shared/domain/times.ts'

export interface Session {
  readonly detail: MeetingDetail
  readonly item: ItemDetail | null
  /** Goes to an item and takes the focus to where its minutes are written. */
  readonly show: (itemId: string) => void
  /** Opened and not yet closed. */
  readonly inSession: boolean
  /** The minutes are frozen or the meeting is over for good: nothing in it may change. */
  readonly locked: boolean
  readonly nameOf: (personId: string | null) => string
}
const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext.Provider

/** The meeting that this screen is about. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('No SessionProvider above this component')
  return session
}

/** How many of the seats are taken at the table: members there, and deputies who serve for one who is not. */
export function presence({ attendances, seats }: MeetingDetail): { there: number; of: number } {
  return { there: attendances.filter((one) => one.votes && isThere(one)).length, of: seats }
}
export const isThere = ({ status }: { readonly status: string | null }) =>
  status === 'present' || status === 'remote' || status === 'partlyPresent'

const tickMs = 5000
/** What the clock on the wall shows, kept current. */
export function useTimeNow(): string {
  const [now, setNow] = useState(timeNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(timeNow()), tickMs)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Minutes from one time of day to a later one, past midnight where the later one is the smaller. */
function minutesBetween(from: string, to: string): number {
  return (minutesOf(to) - minutesOf(from) + minutesADay) % minutesADay
}

/** Minutes an item has taken so far; null where its clock was never started. */
export function minutesUsed({ startedAt, endedAt }: ItemDetail['item'], now: string): number | null {
  return startedAt === null ? null : minutesBetween(startedAt, endedAt ?? now)
}
export const isRunning = ({ startedAt, endedAt }: ItemDetail['item']) => startedAt !== null && endedAt === null
