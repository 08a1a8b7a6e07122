import {
  createContext,
  isValidElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useT } from '#renderer/lib/use-t.ts'
import { Button } from './button.tsx'
import styles from './master-detail.module.css'

interface Props {
  /** Header, filters and list. */
  readonly list: ReactNode
  /** The open record, with its id as key, or null: then the list has the room. */
  readonly detail: ReactNode | null
  /** Name of the detail's region: the record's title. */
  readonly detailLabel: string
  /** Closes the detail. On a narrow window it is the way back to the list. */
  readonly onClose: () => void
}

const WayToDetail = createContext<(alreadyOpen: boolean) => void>(() => {})
/** For the list: takes the focus to the detail that opens, or is open already. Opening alone leaves it in the list. */
export const useWayToDetail = () => useContext(WayToDetail)

/** List in the middle, detail at its right. Under 900 px (also at 200 % zoom) one at a time. */
export function MasterDetail({ list, detail, detailLabel, onClose }: Props) {
  const t = useT()
  const listPart = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLElement>(null)
  const wasOpen = useRef(false)
  const wanted = useRef(false)
  const stopWaiting = useRef(() => {})
  const open = detail !== null
  const record = isValidElement(detail) ? detail.key : null

  const toDetail = useCallback((alreadyOpen: boolean) => {
    wanted.current = !alreadyOpen
    if (alreadyOpen && pane.current) stopWaiting.current = focusTitle(pane.current)
  }, [])
  // The focus goes along to the detail, unless a row was pressed or looked at with Space: then it stays among the rows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another record opens
  useEffect(() => {
    const active = document.activeElement
    const lost = !active || active === document.body || active.closest('[hidden]') !== null
    const inGrid = !lost && inSight(active) && active.closest('[role="grid"]') !== null
    if (open && pane.current && (wanted.current || !inGrid)) {
      wanted.current = false
      stopWaiting.current = focusTitle(pane.current)
    }
    if (!open && wasOpen.current && lost) listPart.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    wasOpen.current = open
    return () => stopWaiting.current()
  }, [open, record])
  const [area, setArea] = useState('')
  useEffect(() => {
    if (open) setArea(listPart.current?.querySelector('h1')?.textContent ?? '')
  }, [open])
  // The window's title says which record is open; what it said before comes back with the list.
  useEffect(() => {
    if (!open) return
    const before = document.title
    document.title = `${detailLabel} – Fyr`
    return () => {
      document.title = before
    }
  }, [open, detailLabel])
  return (
    <WayToDetail.Provider value={toDetail}>
      <div className={styles.layout} data-open={open}>
        <div ref={listPart} className={styles.list} data-part="list">
          {list}
        </div>
        {open && (
          <section ref={pane} className={styles.detail} aria-label={detailLabel} tabIndex={-1} data-part="detail">
            <div className={styles.back}>
              {/* The list's own heading is out of sight with the list; the page keeps one. */}
              <VisuallyHidden elementType="h1">{area || detailLabel}</VisuallyHidden>
              <Button kind="quiet" icon="left" onPress={onClose}>
                {t('common.backToList')}
              </Button>
            </div>
            {detail}
          </section>
        )}
      </div>
    </WayToDetail.Provider>
  )
}

const inSight = (element: Element) => element.checkVisibility?.() ?? true

/** Takes the focus to the record's title, once it has been read. What a form has taken to its first field stays there. */
function focusTitle(pane: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    if (go()) observer.disconnect()
  })
  const go = () => {
    const title = pane.querySelector<HTMLElement>('h2')
    if (!title) return false
    const active = document.activeElement
    if (active !== pane && pane.contains(active)) return true
    title.tabIndex = -1
    title.focus()
    return true
  }
  if (!go()) {
    pane.focus()
    observer.observe(pane, { childList: true, subtree: true })
  }
  return () => observer.disconnect()
}
