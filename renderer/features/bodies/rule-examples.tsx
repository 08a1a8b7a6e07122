import type { ReactNode } from 'react'
import { today, useFormat } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { addDays } from '#shared/domain/days.ts'
import { adjustmentDueOn } from '#shared/domain/minutes-rules.ts'
import { noticeDueOn } from '#shared/domain/notice-rules.ts'
import { formatNumber } from '#shared/domain/numbering.ts'
import { quorumOf } from '#shared/domain/presence.ts'
import type { Body } from '#shared/domain/records/body.ts'
import { seatsOf } from '#shared/domain/seats.ts'
import styles from './bodies.module.css'

interface Props {
  readonly body: Body
}

function Example({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.example} aria-live="polite">
      {children}
    </p>
  )
}

export function NumberExample({ body }: Props) {
  const t = useT()
  return (
    <Example>{t('bodies.rules.numberExample', { text: formatNumber(body, 12, Number(today().slice(0, 4))) })}</Example>
  )
}

/** The quorum for the seats of today: "5 of 9". */
export function QuorumExample({ body }: Props) {
  const t = useT()
  const members = useOperation('bodyMembers.list', { bodyId: body.id, on: null })
  if (body.quorumRule === 'none') return <Example>{t('bodies.rules.quorumNoRule')}</Example>
  const seats = seatsOf(body, members.data ?? [], today())
  if (seats === 0) return <Example>{t('bodies.rules.quorumNoSeats')}</Example>
  return (
    <Example>{t('bodies.rules.quorumExample', { needed: quorumOf(body, seats, seats).needed, count: seats })}</Example>
  )
}

const exampleDays = 28

/** The body's next meeting, so that the example is one that counts; a day four weeks ahead where none is planned. */
function useExampleDay(bodyId: string): string {
  const next = useOperation('meetings.list', {
    filter: { bodyId, from: today(), statuses: ['planned', 'noticeSent'] },
    direction: 'asc',
    cursor: null,
    limit: 1,
  })
  return next.data?.rows[0]?.startsOn ?? addDays(today(), exampleDays)
}

export function NoticeExample({ body }: Props) {
  const t = useT()
  const format = useFormat()
  const startsOn = useExampleDay(body.id)
  return (
    <Example>
      {t('bodies.rules.noticeExample', {
        day: format.day(startsOn),
        due: format.day(noticeDueOn(body, { startsOn })),
        count: body.noticeDays,
      })}
    </Example>
  )
}

export function MinutesExample({ body }: Props) {
  const t = useT()
  const format = useFormat()
  const startsOn = useExampleDay(body.id)
  const dueOn = adjustmentDueOn(body, { startsOn, endsOn: null, adjournedOn: null })
  if (dueOn === null) return <Example>{t('bodies.rules.adjustmentNext')}</Example>
  const day = format.day(startsOn)
  return (
    <Example>
      {dueOn === startsOn
        ? t('bodies.rules.adjustmentSameDay', { day })
        : t('bodies.rules.adjustmentExample', { day, due: format.day(dueOn) })}
    </Example>
  )
}
