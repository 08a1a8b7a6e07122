import type { ReactNode, Ref } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import { IconButton } from './button.tsx'
import styles from './detail-page.module.css'
import { ErrorNote } from './notes.tsx'

interface PageProps {
  readonly children: ReactNode
  /** More room between the parts: sections under one another instead of tabs. */
  readonly loose?: boolean
  readonly ref?: Ref<HTMLElement>
}

/** A record beside its list: header, then tabs or sections. */
export function DetailPage({ children, loose = false, ref }: PageProps) {
  return (
    <article ref={ref} className={styles.page} data-loose={loose}>
      {children}
    </article>
  )
}

interface HeaderProps {
  /** The record's title; takes the focus when the record opens. */
  readonly title: ReactNode
  /** A quiet line under the title: which kind, when, whose. */
  readonly subtitle?: ReactNode
  /** Buttons and menu, before the one that closes. */
  readonly tools?: ReactNode
  readonly onClose: () => void
  /** Facts, badges and notes under the title. */
  readonly children?: ReactNode
}

/** The head of every record: title, what can be done with it, and the way back to the list. */
export function DetailHeader({ title, subtitle, tools, onClose, children }: HeaderProps) {
  const t = useT()
  return (
    <header className={styles.header}>
      <div className={styles.titleRow}>
        <div className={styles.title}>
          <h2>{title}</h2>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        <div className={styles.tools}>
          {tools}
          <IconButton icon="close" label={t('common.close')} onPress={onClose} />
        </div>
      </div>
      {children}
    </header>
  )
}

interface UnreadableProps {
  readonly error: Error
  readonly onRetry: () => void
  readonly onClose: () => void
}

/** A record that could not be read: why, a second try, and the way back. */
export function UnreadableDetail({ error, onRetry, onClose }: UnreadableProps) {
  const t = useT()
  return (
    <div className={styles.page}>
      <div className={styles.closeRow}>
        <IconButton icon="close" label={t('common.close')} onPress={onClose} />
      </div>
      <ErrorNote error={error} onRetry={onRetry} />
    </div>
  )
}
