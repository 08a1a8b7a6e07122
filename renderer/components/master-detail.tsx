import { type ReactNode, useEffect, useRef } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import { Button } from './button.tsx'
import styles from './master-detail.module.css'

interface Props {
  /** Header, filters and list. */
  readonly list: ReactNode
  /** The open record, or null: then the list has the room. */
  readonly detail: ReactNode | null
  /** Name of the detail's region: the record's title. */
  readonly detailLabel: string
  /** Closes the detail. On a narrow window it is the way back to the list. */
  readonly onClose: () => void
}

/** List in the middle, detail at its right. Under 900 px (also at 200 % zoom) one at a time. */
export function MasterDetail({ list, detail, detailLabel, onClose }: Props) {
  const t = useT()
  const pane = useRef<HTMLElement>(null)
  const open = detail !== null
  // On a narrow window the list is gone when the detail opens, and the focus with it: move it to the detail.
  useEffect(() => {
    if (!open) return
    if (document.activeElement === document.body || document.activeElement?.closest('[hidden]')) pane.current?.focus()
  }, [open])
  return (
    <div className={styles.layout} data-open={open}>
      <div className={styles.list}>{list}</div>
      {open && (
        <section ref={pane} className={styles.detail} aria-label={detailLabel} tabIndex={-1}>
          <div className={styles.back}>
            <Button kind="quiet" icon="left" onPress={onClose}>
              {t('common.backToList')}
            </Button>
          </div>
          {detail}
        </section>
      )}
    </div>
  )
}
