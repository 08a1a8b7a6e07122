import type { ReactNode } from 'react'
import { Meter as AriaMeter, ProgressBar as AriaProgressBar } from 'react-aria-components'
import { problemText } from '#renderer/lib/problem-text.ts'
import { shortcutText } from '#renderer/lib/shortcuts.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { type Problem, ProblemError } from '#shared/contract/problem.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import styles from './notes.module.css'

interface EmptyProps {
  readonly icon?: IconName
  /** What is so: "No visits yet". */
  readonly title: string
  /** What to do first. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function EmptyState({ icon, title, children, action }: EmptyProps) {
  return (
    <div className={styles.empty}>
      {icon && <Icon name={icon} size={32} />}
      <p className={styles.emptyTitle}>{title}</p>
      {children && <div className={styles.emptyText}>{children}</div>}
      {action}
    </div>
  )
}

/** What went wrong, as a sentence, and a way to try again. Takes what a query or a command gave. */
export function ErrorNote({ error, onRetry }: { readonly error: Problem | Error; readonly onRetry?: () => void }) {
  const t = useT()
  const problem: Problem =
    error instanceof ProblemError
      ? error.problem
      : error instanceof Error
        ? { code: 'internal', key: 'problems.internal' }
        : error
  return (
    <div role="alert" className={`${styles.note} ${styles.danger}`}>
      <Icon name="warning" />
      <span className={styles.noteText}>{problemText(t, problem)}</span>
      {onRetry && (
        <Button small onPress={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  )
}

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** A remark in a box: a warning, a hint, something that was restored. */
export function Note({
  tone = 'info',
  children,
  action,
}: {
  readonly tone?: Tone
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className={`${styles.note} ${styles[tone]}`}>
      <Icon name={tone === 'warning' || tone === 'danger' ? 'warning' : tone === 'success' ? 'check' : 'info'} />
      <div className={styles.noteText}>{children}</div>
      {action}
    </div>
  )
}

/** A word in a small frame. The words carry the meaning; the colour only helps. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  )
}

interface MeterProps {
  readonly label: string
  readonly value: number
  readonly max: number
  /** Said and shown beside the bar; "37 of 50" unless given. */
  readonly text?: string
  readonly tone?: 'accent' | 'success' | 'warning' | 'danger'
  readonly hideLabel?: boolean
}

const fills = { accent: 'fillAccent', success: 'fillSuccess', warning: 'fillWarning', danger: 'fillDanger' } as const

/** How much of a whole: a target, a share. */
export function Meter({ label, value, max, text, tone = 'accent', hideLabel }: MeterProps) {
  const t = useT()
  const format = useFormat()
  const words = text ?? t('common.ofMany', { part: format.number(value), whole: format.number(max) })
  return (
    <AriaMeter
      aria-label={label}
      value={max > 0 ? Math.min(value, max) : 0}
      maxValue={max > 0 ? max : 1}
      valueLabel={words}
      className={styles.meter ?? ''}
    >
      {({ percentage }) => (
        <>
          <div className={styles.meterTop}>
            {!hideLabel && <span>{label}</span>}
            <span className={styles.meterText}>{words}</span>
          </div>
          <div className={styles.bar}>
            <div className={`${styles.fill} ${styles[fills[tone]]}`} style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </AriaMeter>
  )
}

/** Work under way; `progress` 0–1, or null where its length isn't known. */
export function ProgressBar({
  label,
  progress,
  text,
}: {
  readonly label: string
  readonly progress: number | null
  readonly text?: string
}) {
  const format = useFormat()
  const words = text ?? (progress === null ? '' : format.share(Math.round(progress * 100)))
  return (
    <AriaProgressBar
      aria-label={label}
      value={(progress ?? 0) * 100}
      isIndeterminate={progress === null}
      valueLabel={words}
      className={styles.meter ?? ''}
    >
      {({ percentage, isIndeterminate }) => (
        <>
          <div className={styles.meterTop}>
            <span>{label}</span>
            <span className={styles.meterText}>{words}</span>
          </div>
          <div className={styles.bar}>
            <div
              className={`${styles.fill} ${styles.fillAccent} ${isIndeterminate ? styles.endless : ''}`}
              style={{ width: isIndeterminate ? '30%' : `${percentage}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  )
}

export function KeyHint({ shortcut }: { readonly shortcut: string }) {
  return <kbd className={styles.key}>{shortcutText(shortcut)}</kbd>
}

/** Grey lines while something is read; says so to screen readers. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const t = useT()
  return (
    <div role="status" className={styles.loading}>
      <span className={styles.spoken}>{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((key) => (
        <div key={key} className={styles.loadingLine} />
      ))}
    </div>
  )
}
