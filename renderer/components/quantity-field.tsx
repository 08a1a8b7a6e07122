import { useEffect, useRef, useState } from 'react'
import { useQuantity } from '#renderer/lib/use-quantity.ts'
import type { Saving } from '#renderer/lib/use-saving.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { CommitmentUnit } from '#shared/domain/records/commitment.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import type { CheckedFieldProps } from './checked-field.tsx'
import { SavingParsed } from './saving-field.tsx'
import { TextField } from './text-field.tsx'

/** How an amount of the unit is written. */
function useQuantityHint() {
  const t = useT()
  return (unit: CommitmentUnit) =>
    t(
      `partners.commitments.${unit === 'NOK' || unit === 'SEK' ? 'hintMoney' : unit === 'hours' ? 'hintHours' : 'hintOther'}`,
    )
}

/** An amount in a form, read in its unit. What can't be read stays as it was typed, and is told when the field is left. */
export function QuantityField(props: CheckedFieldProps<number> & { readonly unit: CommitmentUnit }) {
  const { value, unit, onChange, onValid, problem, onEnter } = props
  const t = useT()
  const quantity = useQuantity()
  const hint = useQuantityHint()
  const [text, setText] = useState(() => quantity.field(value, unit))
  const [refused, setRefused] = useState<string | undefined>(undefined)
  const given = useRef(value)
  const read = useRef<(text: string, unit: CommitmentUnit, leaving: boolean) => void>(() => {})
  read.current = (typed, inUnit, leaving) => {
    const found = quantity.parse(typed, inUnit)
    onValid?.(found.ok)
    if (!found.ok) {
      if (leaving) setRefused(messageText(t, found.message))
      return
    }
    setRefused(undefined)
    if (leaving) setText(quantity.field(found.value, inUnit))
    if (found.value === given.current) return
    given.current = found.value
    onChange(found.value)
  }
  // A new form begins empty; another unit reads the same text in its own way.
  useEffect(() => {
    if (given.current === value) return
    given.current = value
    setText(quantity.field(value, unit))
    setRefused(undefined)
  }, [value, unit, quantity])
  const shown = useRef(text)
  shown.current = text
  useEffect(() => {
    if (shown.current !== '') read.current(shown.current.replace(/[^\d.,:\s]/gu, '').trim(), unit, true)
  }, [unit])
  return (
    <TextField
      label={props.label}
      hint={props.hint ?? hint(unit)}
      required={props.required ?? false}
      autoFocus={props.autoFocus ?? false}
      inputMode="text"
      value={text}
      onChange={(next) => {
        setText(next)
        read.current(next, unit, false)
      }}
      onBlur={() => read.current(text, unit, true)}
      onEnter={() => {
        read.current(text, unit, true)
        onEnter?.()
      }}
      problem={refused ?? problem}
    />
  )
}

/** An amount in a record, saved when the field is left. */
export function SavingQuantity(
  props: Saving<number | null> & {
    readonly label: string
    readonly required?: boolean
    readonly readOnly?: boolean
    readonly unit: CommitmentUnit
  },
) {
  const quantity = useQuantity()
  const hint = useQuantityHint()
  const { unit } = props
  return (
    <SavingParsed<number>
      {...props}
      key={unit}
      hint={hint(unit)}
      format={(value) => quantity.field(value, unit)}
      parse={(text) => quantity.parse(text, unit)}
    />
  )
}
