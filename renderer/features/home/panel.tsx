import type { ReactNode } from 'react'
import styles from './home.module.css'

interface Props {
  readonly title: string
  readonly children: ReactNode
  /** Stands at the title's right: a link, a button. */
  readonly action?: ReactNode
  /** Columns of twelve that it takes on a wide window. */
  readonly span: 4 | 6 | 8 | 12
}

/** A part of the home screen, with its own heading. */
export function Panel({ title, children, action, span }: Props) {
  return (
    <section className={`${styles.panel} ${styles[`span${span}`]}`} aria-label={title}>
      <header className={styles.panelTop}>
        <h2>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  )
}
