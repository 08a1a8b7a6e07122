import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { isTextField } from '#renderer/lib/shortcuts.ts'
import { type Toast, useToasts } from '#renderer/lib/toasts.ts'
import { useClearSide } from '#renderer/lib/use-clear-side.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './toast-region.module.css'

const shownMs = 8000

/**
 * Where notices appear. Read politely, also while a dialog is open; they stay while the pointer or the focus is on them, and
 * problems stay until closed. They stand at the bottom, or at the top where they would cover what has the focus. F6 leads here and
 * back, Escape closes the newest from anywhere that has no use for the key; what closes gives the focus back to where one was.
 */
export function ToastRegion() {
  const toasts = useToasts()
  const t = useT()
  const list = useSyncExternalStore(toasts.subscribe, toasts.list)
  const region = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const side = useClearSide(region, list)
  const newest = list.at(-1)?.id
  useEffect(() => {
    if (newest === undefined) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !hasOwnEscape(event.target)) toasts.dismiss(newest)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [newest, toasts])
  function close(id: number) {
    const inside = region.current?.contains(document.activeElement)
    toasts.dismiss(id)
    if (inside && cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
  }
  return (
    <section
      ref={region}
      className={styles.region}
      data-side={side}
      aria-label={t('app.toasts')}
      data-part="notices"
      data-react-aria-top-layer
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget
      }}
    >
      <div aria-live="polite" className={styles.stack}>
        {list.map((toast) => (
          <ToastBox key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </div>
    </section>
  )
}

/** Fields give up what is written, what is open closes, a notice closes itself. */
function hasOwnEscape(target: EventTarget | null): boolean {
  const own = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [data-part="notices"]'
  return isTextField(target) || (target instanceof Element && target.closest(own) !== null)
}

function ToastBox({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const t = useT()
  const [held, setHeld] = useState(false)
  const { id, tone } = toast
  const toasts = useToasts()
  useEffect(() => {
    if (held || tone === 'danger') return
    const timer = setTimeout(() => toasts.dismiss(id), shownMs)
    return () => clearTimeout(timer)
  }, [held, tone, id, toasts])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the notice while it is looked at; nothing to press
    <div
      className={`${styles.toast} ${styles[tone]}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <Icon name={tone === 'danger' ? 'warning' : 'check'} />
      <span className={styles.text}>{toast.text}</span>
      {[toast.action, toast.second].map(
        (action) =>
          action && (
            <Button
              key={action.label}
              small
              onPress={() => {
                action.run()
                onClose()
              }}
            >
              {action.label}
            </Button>
          ),
      )}
      <IconButton icon="close" label={t('common.close')} onPress={onClose} />
    </div>
  )
}
