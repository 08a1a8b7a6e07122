import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Toast, useToasts } from '#renderer/lib/toasts.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './toast-region.module.css'

const shownMs = 8000

/**
 * Where notices appear. Read politely, also while a dialog is open; they stay while the pointer or the focus is on them, and
 * problems stay until closed. F6 leads here and back; what closes gives the focus back to where one was.
 */
export function ToastRegion() {
  const toasts = useToasts()
  const t = useT()
  const list = useSyncExternalStore(toasts.subscribe, toasts.list)
  const region = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  function close(id: number) {
    const inside = region.current?.contains(document.activeElement)
    toasts.dismiss(id)
    if (inside && cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
  }
  return (
    <section
      ref={region}
      className={styles.region}
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
