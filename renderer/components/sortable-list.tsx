import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { Icon } from './icon.tsx'
import styles from './sortable-list.module.css'

/** Where a row stands, for rows with buttons of their own that move it. */
export interface Place {
  readonly isFirst: boolean
  readonly isLast: boolean
  /** The focus stays on what was pressed; where that is no more to be pressed, it goes to the handle. */
  readonly moveBy: (by: -1 | 1) => void
}

interface Props<Item> {
  /** Names the list for screen readers. */
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** What the item is called where it is moved: "Kari Berg". */
  readonly nameOf: (item: Item) => string
  /** Puts an item at a place of this list, 0 first; false = refused, and the list goes back. */
  readonly onMove: (item: Item, to: number) => Promise<boolean>
  readonly children: (item: Item, place: Place) => ReactNode
}

/**
 * A short list in an order that people choose. Each row has a handle: drag it, or focus it and press arrow up, arrow down,
 * Home or End. The new order shows at once and is said aloud; the handle keeps the focus.
 */
export function SortableList<Item>({ label, items, keyOf, nameOf, onMove, children }: Props<Item>) {
  const t = useT()
  const hintId = useId()
  const readOnly = useReadOnly()
  const given = items.map(keyOf)
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const running = useRef(0)
  const refocus = useRef<{ readonly key: string; readonly pressed: Element | null } | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const byKey = new Map(items.map((item) => [keyOf(item), item]))
  // What came or went since counts; the order that was asked for holds for the rest.
  const fits = wanted && wanted.length === given.length && wanted.every((key) => byKey.has(key))
  const order = fits ? wanted : given

  const now = given.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the record has caught up, it is the truth again
  useEffect(() => {
    if (wanted && (wanted.join() === now || running.current === 0)) setWanted(null)
  }, [now])
  // Moving a row in the page takes the focus from its handle, or from the button that moved it.
  useEffect(() => {
    if (!refocus.current) return
    const { key, pressed } = refocus.current
    refocus.current = null
    const button = pressed instanceof HTMLButtonElement && pressed.isConnected && !pressed.disabled ? pressed : null
    ;(button ?? list.current?.querySelector<HTMLElement>(`[data-handle="${key}"]`))?.focus()
  })

  function move(key: string, to: number) {
    const from = order.indexOf(key)
    const place = Math.max(0, Math.min(order.length - 1, to))
    const item = byKey.get(key)
    if (from < 0 || place === from || !item) return
    const next = order.filter((one) => one !== key)
    next.splice(place, 0, key)
    setWanted(next)
    setSaid(t('common.move.moved', { name: nameOf(item), place: place + 1, of: next.length }))
    const focused = document.activeElement
    refocus.current = { key, pressed: focused !== null && list.current?.contains(focused) ? focused : null }
    running.current += 1
    void onMove(item, place).then((ok) => {
      running.current -= 1
      if (!ok) setWanted(null)
    })
  }
  function onKeyDown(event: KeyboardEvent, key: string, index: number) {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: order.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(key, to)
  }
  function onDrop(event: DragEvent, index: number) {
    event.preventDefault()
    if (dragged) move(dragged, index)
    setDragged(null)
    setOver(null)
  }
  return (
    <>
      <ol ref={list} className={styles.list} aria-label={label}>
        {order.map((key, index) => {
          const item = byKey.get(key)
          if (!item) return null
          const after = dragged !== null && order.indexOf(dragged) < index
          return (
            <li
              key={key}
              className={styles.row}
              data-dragged={key === dragged}
              data-over={key === over && key !== dragged ? (after ? 'after' : 'before') : undefined}
              onDragOver={(event) => {
                if (!dragged) return
                event.preventDefault()
                setOver(key)
              }}
              onDrop={(event) => onDrop(event, index)}
            >
              <button
                type="button"
                className={styles.handle}
                data-handle={key}
                aria-label={t('common.move.handle', { name: nameOf(item) })}
                aria-describedby={hintId}
                title={t('common.move.hint')}
                disabled={readOnly || order.length < 2}
                draggable
                onKeyDown={(event) => onKeyDown(event, key, index)}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move'
                  event.dataTransfer.setData('text/plain', nameOf(item))
                  const row = event.currentTarget.closest('li')
                  if (row) event.dataTransfer.setDragImage(row, 12, 12)
                  setDragged(key)
                }}
                onDragEnd={() => {
                  setDragged(null)
                  setOver(null)
                }}
              >
                <Icon name="move" size={16} />
              </button>
              <div>
                {children(item, {
                  isFirst: index === 0,
                  isLast: index === order.length - 1,
                  moveBy: (by) => move(key, index + by),
                })}
              </div>
            </li>
          )
        })}
      </ol>
      <span id={hintId} hidden>
        {t('common.move.hint')}
      </span>
      <span role="status" className={styles.spoken}>
        {said}
      </span>
    </>
  )
}
