import { type ReactNode, useEffect } from 'react'
import styles from './page-header.module.css'

interface Props {
  readonly title: string
  /** A quiet line under the title. */
  readonly detail?: ReactNode
  readonly actions?: ReactNode
}

/** The one `h1` of a screen; names the window's tab too. The shell moves the focus here when the area changes. */
export function PageHeader({ title, detail, actions }: Props) {
  useEffect(() => {
    document.title = `${title} – Fyr`
  }, [title])
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 tabIndex={-1}>{title}</h1>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
