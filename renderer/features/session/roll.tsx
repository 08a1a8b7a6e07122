import { type KeyboardEvent, useRef, useState } from 'react'
import { Icon } from '#renderer/components/icon.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { AttendanceRow } from '#shared/contract/meetings.ts'
import { isForVacantSeat } from '#shared/domain/seats.ts'
import { CallDeputy } from './call-deputy.tsx'
import styles from './people-panel.module.css'
import { RollDetails } from './roll-details.tsx'
import { rollKeys, useAnswer } from './use-answer.ts'
import { isThere, useSession } from './use-session.ts'

/**
 * The roll. One Tab stop: the arrows walk the names, 1–4 answer and go on to the next, Enter opens what else can be said of a
 * person.
 */
export function Roll({ label, rows }: { readonly label: string; readonly rows: readonly AttendanceRow[] }) {
  const t = useT()
  const { locked } = useSession()
  const readOnly = useReadOnly()
  const answer = useAnswer()
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const stop = rows.some(({ id }) => id === current) ? current : (rows[0]?.id ?? null)

  function onKeyDown(event: KeyboardEvent, row: AttendanceRow) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const status = rollKeys[Number(event.key) - 1]
    const step = status || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || (status && (locked || readOnly))) return
    event.preventDefault()
    if (status) void answer(row, status)
    const names = [...(list.current?.querySelectorAll<HTMLElement>('[data-name]') ?? [])]
    names[names.indexOf(event.currentTarget as HTMLElement) + step]?.focus()
  }
  if (rows.length === 0) return <p className={styles.quiet}>{t('session.people.none')}</p>
  return (
    <ul ref={list} className={styles.roll} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            data-name
            className={styles.person}
            aria-expanded={open === row.id}
            tabIndex={row.id === stop ? 0 : -1}
            onFocus={() => setCurrent(row.id)}
            onKeyDown={(event) => onKeyDown(event, row)}
            onClick={() => setOpen(open === row.id ? null : row.id)}
          >
            <PersonLine row={row} />
          </button>
          <CallDeputy row={row} />
          {open === row.id && <RollDetails row={row} onGone={() => setOpen(null)} />}
        </li>
      ))}
    </ul>
  )
}

function PersonLine({ row }: { readonly row: AttendanceRow }) {
  const t = useT()
  const { item } = useSession()
  const unfit = item?.disqualifications.some(
    ({ personId, outcome }) => personId === row.personId && outcome === 'disqualified',
  )
  const votes = item?.voterIds.includes(row.personId) ?? false
  const there = isThere(row)
  const who = [
    row.role === 'member' ? null : t(`codes.attendanceRole.${row.role}`),
    row.party ?? row.organisation,
    row.replacesName && t('session.roll.servesFor', { name: row.replacesName }),
    isForVacantSeat(row) && t('session.roll.servesVacant'),
  ]
    .filter(Boolean)
    .join(' · ')
  const times = [
    row.arrivedAt && t('session.roll.arrived', { time: row.arrivedAt }),
    row.leftAt && t('session.roll.left', { time: row.leftAt }),
  ].filter(Boolean)
  return (
    <>
      <span className={styles.dot} data-status={row.status ?? 'none'}>
        {there ? <Icon name="check" size={12} /> : row.status === null ? null : <Icon name="close" size={12} />}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{row.personName}</span>
        <span className={styles.status}>
          {row.status === null ? t('session.roll.notCalled') : t(`codes.attendanceStatus.${row.status}`)}
          {row.validReason && ` (${row.validReason})`}
          {times.length > 0 && `, ${times.join(', ')}`}
          {who && <span className={styles.who}> · {who}</span>}
        </span>
        {unfit && <span className={styles.unfit}>{t('session.roll.disqualified')}</span>}
        {!unfit && there && row.votes && !votes && <span className={styles.unfit}>{t('session.roll.notVoting')}</span>}
      </span>
    </>
  )
}
