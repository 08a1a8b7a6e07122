import { useFormat } from '#renderer/lib/use-format.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { type Saving, type SavingState, useSavingChoice, useSavingText } from '#renderer/lib/use-saving.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { Checked } from '#shared/domain/checked.ts'
import type { ParseDayOptions } from '#shared/domain/days.ts'
import { MultiSelect, Switch } from './choices.tsx'
import { ComboBox } from './combo-box.tsx'
import { DayText } from './day-text.tsx'
import type { FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import styles from './saving-field.module.css'
import { type Option, Select } from './select.tsx'
import { TextArea, TextField } from './text-field.tsx'
import { WithDraft } from './with-draft.tsx'

type Shown = Omit<FieldProps, 'problem' | 'status'>

/**
 * Text in a record that saves itself when left (one line: also on Enter). An empty text is saved as null. What is being
 * typed belongs to one record: give the detail `key={record.id}`, so that it never lands in another one.
 */
export function SavingText(
  props: Shown &
    Saving<string | null> & {
      readonly multiline?: boolean
      readonly rows?: number
      readonly type?: 'text' | 'email' | 'tel' | 'url'
    },
) {
  const saving = useSavingText<string | null>(
    props,
    (value) => value ?? '',
    (text) => ({ ok: true, value: text.trim() === '' ? null : text }),
  )
  const field = {
    ...useShown(props),
    value: saving.text,
    onChange: saving.type,
    onBlur: saving.leave,
    onEnter: saving.leave,
    problem: saving.problem,
    status: <SavingStatus {...saving} label={props.label} />,
  }
  const shown = props.multiline ? (
    <TextArea {...field} rows={props.rows ?? 3} />
  ) : (
    <TextField {...field} type={props.type ?? 'text'} />
  )
  return <WithDraft saving={saving}>{shown}</WithDraft>
}

/** A whole number, a sum of money (`currency` given), or a time of day, that saves itself when left. */
export function SavingNumber(props: Shown & Saving<number | null> & { readonly currency?: 'NOK' | 'SEK' }) {
  const format = useFormat()
  const { currency } = props
  return (
    <SavingParsed
      {...props}
      format={(value) => (currency ? format.amount(value, currency) : format.number(value))}
      parse={currency ? format.parseAmount : format.parseCount}
    />
  )
}
export function SavingTime(props: Shown & Saving<string | null>) {
  const format = useFormat()
  return <SavingParsed {...props} format={(value) => value ?? ''} parse={format.parseTime} />
}
/** Text that stands for something else: `format` writes it, `parse` reads it or says why not. */
export function SavingParsed<T>(
  props: Shown &
    Saving<T | null> & {
      readonly format: (value: T | null) => string
      readonly parse: (text: string) => Checked<T | null>
    },
) {
  const saving = useSavingText<T | null>(props, props.format, props.parse)
  const field = useShown(props)
  return (
    <WithDraft saving={saving}>
      <TextField
        {...field}
        value={saving.text}
        onChange={saving.type}
        onBlur={saving.leave}
        onEnter={saving.leave}
        problem={saving.problem}
        status={<SavingStatus {...saving} label={props.label} />}
      />
    </WithDraft>
  )
}

/** A day that saves itself when left or picked. */
export function SavingDay(props: Shown & Saving<string | null> & ParseDayOptions) {
  const format = useFormat()
  const saving = useSavingText<string | null>(props, format.day, (text) =>
    format.parseDay(text, { yearless: props.yearless ?? 'past' }),
  )
  const field = useShown(props)
  return (
    <WithDraft saving={saving}>
      <DayText
        {...field}
        text={saving.text}
        onTextChange={saving.type}
        onBlur={saving.leave}
        onEnter={saving.leave}
        day={props.value}
        onPick={(day) => {
          saving.type(format.day(day))
          void saving.leave()
        }}
        problem={saving.problem}
        status={<SavingStatus {...saving} label={props.label} />}
      />
    </WithDraft>
  )
}

/** One of a closed list. Give `emptyLabel` where none is allowed. */
export function SavingSelect<K extends string>(
  props: Shown & Saving<K | null> & { readonly options: readonly Option<K>[]; readonly emptyLabel?: string },
) {
  const saving = useSavingChoice<K | null>(props)
  const field = useShown(props)
  if (field.readOnly) {
    const chosen = props.options.find((option) => option.key === props.value)
    return <Chosen field={field} text={chosen?.label ?? props.emptyLabel ?? ''} />
  }
  return (
    <Select
      {...field}
      options={props.options}
      {...(props.emptyLabel ? { emptyLabel: props.emptyLabel } : {})}
      value={saving.value}
      onChange={saving.choose}
      problem={saving.problem}
      status={<SavingStatus {...saving} label={props.label} />}
    />
  )
}

/** Several of a closed list. */
export function SavingMultiSelect<K extends string>(
  props: Shown & Saving<readonly K[]> & { readonly options: readonly Option<K>[]; readonly look?: 'chips' | 'list' },
) {
  const saving = useSavingChoice<readonly K[]>(props)
  const field = useShown(props)
  if (field.readOnly) {
    const chosen = props.options.filter((option) => props.value.includes(option.key))
    const text = chosen.map((option) => option.label).join(', ')
    return <TextArea {...field} rows={1} value={text} onChange={() => {}} />
  }
  return (
    <MultiSelect
      {...field}
      options={props.options}
      look={props.look ?? 'chips'}
      value={saving.value}
      onChange={saving.choose}
      problem={saving.problem}
      status={<SavingStatus {...saving} label={props.label} />}
    />
  )
}

/** One of many, found by typing. The value is the option, so that its name shows before anything is searched. */
export function SavingComboBox(
  props: Shown &
    Saving<Option | null> & {
      readonly suggest: (text: string) => Promise<readonly Option[]>
      readonly onCreate?: (text: string) => void
      readonly placeholder?: string
    },
) {
  const saving = useSavingChoice<Option | null>(props)
  const field = useShown(props)
  if (field.readOnly) return <Chosen field={field} text={props.value?.label ?? ''} />
  return (
    <ComboBox
      {...field}
      suggest={props.suggest}
      {...(props.onCreate ? { onCreate: props.onCreate } : {})}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      value={saving.value}
      onChange={saving.choose}
      problem={saving.problem}
      status={<SavingStatus {...saving} label={props.label} />}
    />
  )
}

export function SavingSwitch(
  props: { readonly label: string; readonly hint?: string; readonly disabled?: boolean } & Saving<boolean>,
) {
  const saving = useSavingChoice<boolean>(props)
  const readOnly = useReadOnly()
  return (
    <Switch
      label={props.label}
      {...(saving.problem || props.hint ? { hint: saving.problem ?? props.hint ?? '' } : {})}
      disabled={(props.disabled ?? false) || readOnly}
      checked={saving.value}
      onChange={saving.choose}
    />
  )
}

/** The field as it is given; in a read-only file it can be read and copied, not written. */
function useShown({ label, hint, required, hideLabel, disabled, readOnly }: Shown) {
  const fileReadOnly = useReadOnly()
  return {
    label,
    hint,
    // Nobody can fill it in.
    required: (required ?? false) && !fileReadOnly,
    hideLabel: hideLabel ?? false,
    disabled: disabled ?? false,
    readOnly: (readOnly ?? false) || fileReadOnly,
  }
}

/** A choice that can't be changed reads like the text beside it. */
function Chosen({ field, text }: { readonly field: ReturnType<typeof useShown>; readonly text: string }) {
  return <TextField {...field} value={text} onChange={() => {}} />
}

export function SavingStatus({
  state,
  restored = false,
  label,
  problem,
}: {
  readonly state: SavingState
  readonly restored?: boolean
  /** The field, and what is wrong with it: read aloud, since the focus has gone on when the answer comes. */
  readonly label?: string
  readonly problem?: string | undefined
}) {
  const t = useT()
  return (
    <span role="status" className={styles.status}>
      {restored && (
        <>
          <Icon name="history" size={12} /> {t('common.saving.restored')}
          {label && <span className={styles.spoken}>: {label}</span>}
        </>
      )}
      {state === 'saving' && <span aria-hidden="true">{t('common.saving.saving')}</span>}
      {state === 'saved' && (
        <>
          <Icon name="check" size={12} /> {t('common.saving.saved')}
        </>
      )}
      {state === 'refused' && (
        <>
          {t('common.saving.notSaved')}
          {problem && (
            <span className={styles.spoken}>
              . {label}: {problem}
            </span>
          )}
        </>
      )}
    </span>
  )
}
