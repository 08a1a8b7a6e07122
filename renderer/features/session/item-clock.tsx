import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { timeNow } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import styles from './item-panel.module.css'
import { isRunning, minutesUsed, useSession, useTimeNow } from './use-session.ts'

export const clockKey = 'f9'

/** Starts the item's clock, or ends it where it runs. */
export function useClock({ item }: ItemDetail) {
  const clock = useCommand('agendaItems.clock', { problemAsToast: true })
  return {
    busy: clock.busy,
    toggle: () => clock.run({ id: item.id, at: timeNow(), does: isRunning(item) ? 'end' : 'start' }),
  }
}

/** How long the item has taken against its plan; an overrun is told in words and colour. */
export function ClockTime({ open: { item } }: { readonly open: ItemDetail }) {
  const t = useT()
  const now = useTimeNow()
  const used = minutesUsed(item, now)
  const planned = item.minutesPlanned
  const over = used !== null && planned !== null ? used - planned : 0
  return (
    <span className={styles.time} data-over={over > 0}>
      {used === null
        ? planned === null
          ? t('session.clock.notStarted')
          : t('session.clock.planned', { planned })
        : planned === null
          ? t('session.clock.used', { used })
          : t('session.clock.usedOf', { used, planned })}
      {over > 0 && ` · ${t('session.clock.overrun', { count: over })}`}
    </span>
  )
}

/** Starts and stops it. */
export function ClockButton({
  open: { item },
  clock,
}: {
  readonly open: ItemDetail
  readonly clock: ReturnType<typeof useClock>
}) {
  const t = useT()
  const { locked } = useSession()
  if (locked) return null
  return (
    <WriteButton small icon="clock" shortcut={clockKey} busy={clock.busy} onPress={() => void clock.toggle()}>
      {isRunning(item)
        ? t('session.clock.end')
        : item.endedAt === null
          ? t('session.clock.start')
          : t('session.clock.restart')}
    </WriteButton>
  )
}
