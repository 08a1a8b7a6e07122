import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page-header.module.css'

interface Props {
  readonly title: string
  /** A quiet line under the title. */
  readonly detail?: ReactNode
  readonly actions?: ReactNode
  /** As low as can be, for screens where people work under it: what is too long is cut, never put on a line of its own. */
  readonly dense?: boolean
}

/**
 * The one `h1` of a screen; names the window's tab too. A screen that was reached through the sidebar or the palette takes
 * the focus here, so that a screen reader says where one is and Tab goes on from there.
 */
export function PageHeader({ title, detail, actions, dense = false }: Props) {
  useEffect(() => {
    document.title = `${title} – Fyr`
  }, [title])
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const active = document.activeElement
    if (!active || active === document.body || active.matches('main, [data-area-nav] *')) heading.current?.focus()
  }, [])
  return (
    <header className={styles.header} data-dense={dense || undefined}>
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
