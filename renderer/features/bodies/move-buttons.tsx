import type { KeyboardEvent } from 'react'
import type { Place } from '#renderer/components/sortable-list.tsx'
import { WriteIconButton } from '#renderer/components/write-button.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'

/** Moves a row one place up or down without dragging. */
export function MoveButtons({ name, place }: { readonly name: string; readonly place: Place }) {
  const t = useT()
  return (
    <>
      <WriteIconButton
        icon="up"
        label={t('common.move.up', { name })}
        disabled={place.isFirst}
        onPress={() => place.moveBy(-1)}
      />
      <WriteIconButton
        icon="down"
        label={t('common.move.down', { name })}
        disabled={place.isLast}
        onPress={() => place.moveBy(1)}
      />
    </>
  )
}

/** Alt with an arrow moves the row whose title has the focus, as on the agenda. */
export function useMoveKeys({ moveBy }: Place) {
  const readOnly = useReadOnly()
  return {
    'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown',
    onKeyDown: (event: KeyboardEvent) => {
      const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
      if (!event.altKey || by === undefined || readOnly) return
      event.preventDefault()
      moveBy(by)
    },
  }
}
