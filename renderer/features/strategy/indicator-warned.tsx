import type { ReactNode } from 'react'
import { Note } from '#renderer/components/notes.tsx'
import styles from './indicator.module.css'

/** A field, and under it what is right but to be looked at. */
export function Warned({ by, children }: { readonly by: string | undefined; readonly children: ReactNode }) {
  return (
    <div className={styles.warned}>
      {children}
      {by && <Note tone="warning">{by}</Note>}
    </div>
  )
}
