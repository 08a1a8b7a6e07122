import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

/** What every field takes. `problem` is a whole sentence; it is tied to the field for screen readers. */
export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly required?: boolean
  /** The label is spoken only; for fields whose place tells what they are. */
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  readonly readOnly?: boolean
  /** Quiet remark at the label's end: "saved", "restored". */
  readonly status?: ReactNode
}

/** The props that a React Aria field takes from ours. */
export function ariaField({ label, hideLabel, problem, disabled, readOnly, required }: FieldProps) {
  return {
    ...(hideLabel ? { 'aria-label': label } : {}),
    isInvalid: Boolean(problem),
    isDisabled: disabled ?? false,
    isReadOnly: readOnly ?? false,
    isRequired: required ?? false,
    validationBehavior: 'aria' as const,
    className: styles.field ?? '',
  }
}

export function FieldLabel({ label, hideLabel, required, status }: FieldProps) {
  const t = useT()
  if (hideLabel && !status) return null
  return (
    <div className={styles.top}>
      {!hideLabel && (
        <Label className={styles.label ?? ''}>
          {label}
          {required && <span className={styles.required}> ({t('common.field.required')})</span>}
        </Label>
      )}
      {status && <span className={styles.status}>{status}</span>}
    </div>
  )
}

/** Hint and problem under a field. The problem takes the hint's place last, so that both are read. */
export function FieldNotes({ hint, problem }: FieldProps) {
  return (
    <>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.problem ?? ''}>
        {problem ? (
          <>
            <Icon name="warning" size={14} />
            {problem}
          </>
        ) : null}
      </FieldError>
    </>
  )
}
