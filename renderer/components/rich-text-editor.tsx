import { lazy, type ReactNode, type Ref, Suspense, useId } from 'react'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { RichText } from '#shared/domain/rich-text.ts'
import type { Language } from '#shared/domain/values.ts'
import fieldStyles from './field.module.css'
import styles from './rich-text.module.css'
import { RichTextView } from './rich-text-view.tsx'

/** What a screen can ask of an editor. */
export interface RichTextHandle {
  readonly focus: () => void
  /** Puts text where the cursor is, and marks its first `[[gap]]`; Tab goes to the next. */
  readonly insert: (text: RichText | string) => void
  /** The words that are marked; empty where none are. */
  readonly selectedText: () => string
}
export interface RichTextProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  /** Quiet remark at the label's end: "saved". */
  readonly status?: ReactNode
  /** What the record holds, or what is being written; another value from outside is shown. */
  readonly value: RichText | null
  /** At every letter, before `onChange` tells what was written. */
  readonly onTouch?: () => void
  /** What is written, at each pause of 400 ms and before the editor goes. */
  readonly onChange: (value: RichText | null) => void
  /** When it is left, at Ctrl/⌘ S and 15 s after the last letter. `onChange` has had the text before. */
  readonly onSave: () => void
  /** The language that is written in: spelling, voice of a screen reader. */
  readonly language: Language
  readonly autoFocus?: boolean
  readonly readOnly?: boolean
  /** Lines shown when empty; it grows with the text. */
  readonly rows?: number
  /** A key pressed in the text, before the editor sees it; true = done with it. */
  readonly onKey?: (event: KeyboardEvent) => boolean
  readonly ref?: Ref<RichTextHandle>
}

const RichTextField = lazy(async () => ({ default: (await import('./rich-text-field.tsx')).RichTextField }))

/** Text with headings, lists and tables. The editor itself is loaded with the first one shown. */
export function RichTextEditor(props: RichTextProps) {
  const fileReadOnly = useReadOnly()
  if (props.readOnly || fileReadOnly) return <ReadOnlyText {...props} />
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <RichTextField {...props} />
    </Suspense>
  )
}

function ReadOnlyText({ label, hideLabel, value, language }: RichTextProps) {
  const t = useT()
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this is a text to read under its name
    <div className={styles.field} role="group" {...(hideLabel ? { 'aria-label': label } : { 'aria-labelledby': id })}>
      {!hideLabel && (
        <span id={id} className={fieldStyles.label}>
          {label}
        </span>
      )}
      <RichTextView doc={value} lang={language} empty={<span>{t('common.empty')}</span>} />
    </div>
  )
}

function Waiting({ label, hideLabel, rows = 4 }: RichTextProps) {
  const t = useT()
  return (
    <div className={styles.field} role="status">
      {!hideLabel && <span className={fieldStyles.label}>{label}</span>}
      <div className={`${styles.frame} ${styles.waiting}`} style={{ ['--rows' as string]: rows }}>
        <span className={styles.spoken}>{t('common.loading')}</span>
      </div>
    </div>
  )
}
