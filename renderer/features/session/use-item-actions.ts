import { useMemo, useRef } from 'react'
import { useScreenActions } from '#renderer/lib/shell.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { timeNow } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { isNumbered } from '#shared/domain/numbering.ts'
import { clockKey, type useClock } from './item-clock.tsx'
import { type FormKind, type Forms, formKinds } from './use-forms.ts'
import { isRunning, useSession } from './use-session.ts'

/** The keys that add something to the item without leaving its text. */
export const formShortcuts: Readonly<Record<FormKind, string>> = {
  proposal: 'alt+p',
  vote: 'alt+v',
  decision: 'alt+d',
  dissent: 'alt+r',
  note: 'alt+n',
  action: 'alt+a',
  disqualification: 'alt+j',
}

/** The keys of the item shown, for the shortcuts and the keyboard help; and "finished, next item" for its button. */
export function useItemActions(open: ItemDetail, forms: Forms, clock: ReturnType<typeof useClock>) {
  const t = useT()
  const readOnly = useReadOnly()
  const { detail, show, locked } = useSession()
  const settle = useCommand('agendaItems.settle', { problemAsToast: true })
  const startClock = useCommand('agendaItems.clock', { problemAsToast: true })
  const { item } = open

  const matters = detail.items.filter((one) => one.item.type !== 'heading')
  const here = matters.findIndex((one) => one.item.id === item.id)
  function step(by: 1 | -1) {
    const next = matters[here + by]
    if (next) show(next.item.id)
  }
  /** Treated: its clock ends, the next item is shown, and its clock starts where this one's ran. */
  async function finish() {
    const ran = isRunning(item)
    if (item.status === 'pending' && item.type !== 'break') {
      const reply = await settle.run({ id: item.id, status: 'treated' })
      if (!reply.ok) return
    }
    const next = matters[here + 1]
    if (ran) {
      const at = timeNow()
      await startClock.run(next ? { id: next.item.id, at, does: 'start' } : { id: item.id, at, does: 'end' })
    }
    if (next) show(next.item.id)
  }

  const doors = useRef({ step, finish, forms, clock })
  doors.current = { step, finish, forms, clock }
  const off = locked || readOnly
  const isMatter = isNumbered(item.type)
  const actions = useMemo(
    () => [
      ...formKinds.map((kind) => ({
        id: `session.${kind}`,
        label: t(`session.add.${kind}`),
        shortcut: formShortcuts[kind],
        inTextFields: true,
        disabled: off || !isMatter,
        run: () => doors.current.forms.open(kind),
      })),
      {
        id: 'session.finish',
        label: t('session.item.finish'),
        shortcut: 'alt+enter',
        inTextFields: true,
        disabled: off,
        run: () => void doors.current.finish(),
      },
      {
        id: 'session.clock',
        label: t('session.clock.toggle'),
        shortcut: clockKey,
        inTextFields: true,
        disabled: off,
        run: () => void doors.current.clock.toggle(),
      },
      {
        id: 'session.next',
        label: t('session.item.next'),
        shortcut: 'alt+arrowdown',
        inTextFields: true,
        run: () => doors.current.step(1),
      },
      {
        id: 'session.previous',
        label: t('session.item.previous'),
        shortcut: 'alt+arrowup',
        inTextFields: true,
        run: () => doors.current.step(-1),
      },
    ],
    [t, off, isMatter],
  )
  useScreenActions(actions)
  return { finish: () => void finish() }
}
