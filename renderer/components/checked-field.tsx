import { useEffect, useRef, useState } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useLanguage, useT } from '#renderer/lib/use-t.ts'
import type { Checked } from '#shared/domain/checked.ts'
import { formatPeriod, readPeriod } from '#shared/domain/periods.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { DayText } from './day-text.tsx'
import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

export interface CheckedFieldProps<T> extends FieldProps {
  readonly value: T | null
  /** Called when what is typed has become another valid value; never for text that can't be read. */
  readonly onChange: (value: T | null) => void
  /** Tells whether the text can be read, so that a form can refuse to go on. */
  readonly onValid?: (valid: boolean) => void
  readonly onEnter?: () => void
  readonly autoFocus?: boolean
}

/**
 * Text that must be readable as something. The message comes when the field is left, and goes as soon as the text is good;
 * what was typed stays as it was typed until it can be read.
 */
function useChecked<T>(
  { value, onChange, onValid, problem }: CheckedFieldProps<T>,
  format: (value: T | null) => string,
  parse: (text: string) => Checked<T | null>,
) {
  const t = useT()
  const [text, setText] = useState(() => format(value))
  const [refused, setRefused] = useState<string | undefined>(undefined)
  const given = useRef(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a value from outside rewrites the text
  useEffect(() => {
    if (given.current === value) return
    given.current = value
    setText(format(value))
    setRefused(undefined)
  }, [value])
  function type(next: string) {
    setText(next)
    const read = parse(next)
    onValid?.(read.ok)
    if (!read.ok) return
    setRefused(undefined)
    if (read.value === given.current) return
    given.current = read.value
    onChange(read.value)
  }
  function leave() {
    const read = parse(text)
    if (read.ok) setText(format(read.value))
    else setRefused(messageText(t, read.message))
  }
  return { text, type, leave, problem: refused ?? problem }
}

/** A whole number from 0 up, as people type it. */
export function NumberField(props: CheckedFieldProps<number>) {
  const format = useFormat()
  const field = useChecked(props, (value) => format.number(value), format.parseCount)
  return <CheckedText {...props} {...field} numeric />
}

/** A sum of money in minor units. */
export function AmountField(props: CheckedFieldProps<number> & { readonly currency: 'NOK' | 'SEK' }) {
  const format = useFormat()
  const field = useChecked(props, (value) => format.amount(value, props.currency), format.parseAmount)
  return <CheckedText {...props} {...field} numeric />
}

/** A time of day, `HH:MM`. */
export function TimeField(props: CheckedFieldProps<string>) {
  const format = useFormat()
  const field = useChecked(props, (value) => value ?? '', format.parseTime)
  return <CheckedText {...props} {...field} />
}

/** A day, typed freely (`31.12.`, `i dag`, `2026-12-31`) or picked from a calendar. `yearless` says which way `31.12.` looks. */
export function DayField(props: CheckedFieldProps<string> & { readonly yearless?: 'past' | 'future' }) {
  const format = useFormat()
  const field = useChecked(props, format.day, (text) => format.parseDay(text, { yearless: props.yearless ?? 'past' }))
  return (
    <DayText
      {...props}
      text={field.text}
      onTextChange={field.type}
      onBlur={field.leave}
      problem={field.problem}
      day={props.value}
      onPick={(day) => field.type(format.day(day))}
      onEnter={() => {
        field.leave()
        props.onEnter?.()
      }}
    />
  )
}

/** A period as `shared/domain/periods.ts` reads it: `2026`, `2. kvartal 2026`, `mars 2026`. */
export function PeriodField(props: CheckedFieldProps<string>) {
  const language = useLanguage()
  const field = useChecked(props, (value) => (value === null ? '' : formatPeriod(value, language)), readPeriod)
  return <CheckedText {...props} {...field} />
}

interface TextHalf {
  readonly text: string
  readonly type: (text: string) => void
  readonly leave: () => void
  readonly problem: string | undefined
  readonly numeric?: boolean
}
function CheckedText<T>(props: CheckedFieldProps<T> & TextHalf) {
  const { label, hint, required, hideLabel, disabled, readOnly, status, onEnter, autoFocus } = props
  return (
    <TextField
      label={label}
      hint={hint}
      problem={props.problem}
      required={required ?? false}
      hideLabel={hideLabel ?? false}
      disabled={disabled ?? false}
      readOnly={readOnly ?? false}
      status={status}
      value={props.text}
      onChange={props.type}
      onBlur={props.leave}
      autoFocus={autoFocus ?? false}
      {...(props.numeric ? { inputMode: 'numeric' as const } : {})}
      onEnter={() => {
        props.leave()
        onEnter?.()
      }}
    />
  )
}
