import type { ReactNode } from 'react'
import styles from './gallery.module.css'

/** One kind of component, with its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
