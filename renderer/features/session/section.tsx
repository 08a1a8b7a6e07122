import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { Button } from '#renderer/components/button.tsx'
import { KeyHint, Note } from '#renderer/components/notes.tsx'
import { problemText } from '#renderer/lib/problem-text.ts'
import { focusRefused, useFocusProblem } from '#renderer/lib/use-focus-problem.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Problem } from '#shared/contract/problem.ts'
import styles from './section.module.css'

/** One kind of thing under the minutes: its heading and rows. Draws nothing while it is empty. */
export function Section({
  title,
  empty,
  children,
}: {
  readonly title: string
  readonly empty: boolean
  readonly children: ReactNode
}) {
  const id = useId()
  if (empty) return null
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

/** A row of a section: what it says, a quiet line, and what can be done with it. */
export function Row({
  children,
  quiet,
  tools,
  mark,
}: {
  readonly children: ReactNode
  readonly quiet?: ReactNode
  readonly tools?: ReactNode
  readonly mark?: ReactNode
}) {
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.text}>{children}</div>
        {(quiet || mark) && (
          <p className={styles.quiet}>
            {mark} {quiet}
          </p>
        )}
      </div>
      {tools && <div className={styles.tools}>{tools}</div>}
    </li>
  )
}

interface FormProps {
  readonly title: string
  /** The verb of the button that saves. */
  readonly save: string
  readonly busy: boolean
  readonly problem: Problem | null
  readonly onSave: () => void
  /** Closes and keeps what was written: Escape. */
  readonly onClose: () => void
  /** Closes and gives up what was written: "Cancel". */
  readonly onDiscard: () => void
  readonly children: ReactNode
  /** All on one line, with the buttons at its end. */
  readonly line?: boolean
}

/**
 * A form under the text. Enter in a one-line field or Ctrl/⌘ Enter anywhere saves, Escape goes back to the text and keeps
 * what was written for the next time.
 */
export function SectionForm(props: FormProps) {
  const { title, save, busy, problem, onSave, onClose, onDiscard, children, line = false } = props
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  useFocusProblem(form, problem)
  useStayInSight(form)
  const refusal = useRefusal(form)
  const inFields = Object.keys(problem?.fields ?? {}).length > 0
  function submit(event: FormEvent) {
    event.preventDefault()
    trySave()
  }
  function trySave() {
    if (busy) return
    refusal.tried()
    onSave()
  }
  /** Before the field sees it: buttons and selects keep these keys to themselves. An open list closes with Escape first. */
  function onKeyDown(event: KeyboardEvent) {
    const target = event.target instanceof HTMLElement ? event.target : null
    if (!target || !form.current?.contains(target)) return
    const isEscape = event.key === 'Escape' && target.getAttribute('aria-expanded') !== 'true'
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isEscape && !isSave) return
    event.preventDefault()
    event.stopPropagation()
    if (isEscape) onClose()
    else trySave()
  }
  return (
    <form
      ref={form}
      noValidate
      aria-label={title}
      className={styles.form}
      data-line={line}
      onSubmit={submit}
      onKeyDownCapture={onKeyDown}
    >
      {!line && <p className={styles.formTitle}>{title}</p>}
      <div className={styles.fields}>{children}</div>
      {problem && !inFields && (
        <Note tone="danger">
          <span role="alert">{problemText(t, problem)}</span>
        </Note>
      )}
      {refusal.times > 0 && (
        <VisuallyHidden key={refusal.times}>
          <span role="alert">{t('session.form.notSaved')}</span>
        </VisuallyHidden>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" small type="submit" busy={busy}>
          {save}
        </Button>
        <Button small onPress={onDiscard}>
          {t('common.cancel')}
        </Button>
        <span className={styles.hint}>
          <KeyHint shortcut="mod+enter" /> {t('session.form.saves')}
        </span>
      </div>
    </form>
  )
}

/**
 * What the form itself finds wrong once it is to be saved: the focus goes to the first such field. It may be there already, and
 * then no screen reader would say a word; so that it was not saved is told too.
 */
function useRefusal(form: RefObject<HTMLElement | null>) {
  const [tries, setTries] = useState(0)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (tries > 0) setTimes(focusRefused(form.current) ? tries : 0)
  }, [form, tries])
  return { times, tried: () => setTries(tries + 1) }
}

/** Fields beside one another, as many as there is room for. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}

/**
 * The writer does not lift the hands from the keys: a form that is asked for comes into sight by itself, and so does what it grows
 * by while it is filled in.
 */
function useStayInSight(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = form.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      const active = document.activeElement
      if (!element.contains(active)) return
      void element.scrollIntoView({ block: 'nearest' })
      // A form higher than the window keeps the field that is being filled in.
      void active?.scrollIntoView({ block: 'nearest' })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [form])
}
