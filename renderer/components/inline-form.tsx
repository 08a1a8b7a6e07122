import type { ReactNode, Ref } from 'react'
import styles from './inline-form.module.css'

/** A short form within a detail: fields that belong together, framed and named, saved by a button of its own. */
export function InlineForm({
  title,
  ref,
  children,
}: {
  readonly title: string
  readonly ref?: Ref<HTMLFieldSetElement>
  readonly children: ReactNode
}) {
  return (
    <fieldset ref={ref} className={styles.form}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
