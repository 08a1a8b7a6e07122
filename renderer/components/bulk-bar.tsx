import { type FormEvent, useState } from 'react'
import type { CommandName } from '#renderer/lib/client.ts'
import { problemText } from '#renderer/lib/problem-text.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { RegisterView } from '#renderer/lib/use-register.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { isDone, type Problem } from '#shared/contract/problem.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import { Button } from './button.tsx'
import { DayField, PeriodField } from './checked-field.tsx'
import { Note } from './notes.tsx'
import styles from './register.module.css'
import { type Option, Select } from './select.tsx'
import { TextField } from './text-field.tsx'

/** How many one change may touch, as the contract has it. */
export const mostAtOnce = 500
export type BulkCommand = Extract<CommandName, `${string}.reviseMany`>
type Value = string | number | boolean | null

/** A field that can be changed for many at once. */
export interface BulkField<Key extends string = string> {
  readonly key: Key
  readonly label: string
  /** `day` is typed or picked, `period` and `text` written; absent: one of `options`. */
  readonly kind?: 'choice' | 'day' | 'period' | 'text'
  readonly options?: readonly Option[]
  /** What an option stands for, where it isn't its key: yes and no. */
  readonly meaning?: (key: string) => Value
  /** Words for taking the value away; absent = it can't be. */
  readonly none?: string
  /** Shown only where what else is set asks for it: the day of what is done. */
  readonly when?: (values: Readonly<Record<string, Value>>) => boolean
}
/** Which command changes many, and what of them. */
export interface Bulk<N extends BulkCommand = BulkCommand> {
  readonly operation: N
  readonly fields: readonly BulkField<keyof NonNullable<InputOf<N>['changes']> & string>[]
}

interface Props<Row> {
  readonly register: RegisterView<Row>
  readonly bulk: Bulk
  /** When the bar goes: the focus that was in it needs another place. */
  readonly onGone: () => void
}

/**
 * At the foot of a list in which rows are chosen: how many, all that are shown, and what can be changed for them. The change is
 * one command, so one undo takes it back. A refusal changes nothing and says which record stood in the way.
 */
export function BulkBar<Row extends { readonly id: string }>({ register, bulk, onGone }: Props<Row>) {
  const t = useT()
  const format = useFormat()
  const { selection, total = 0 } = register
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({})
  const [unread, setUnread] = useState(false)
  const [fetching, setFetching] = useState(false)
  const command = useCommand(bulk.operation, {
    done: ({ changed }) => t('registers.bulk.done', { count: changed, shown: format.number(changed) }),
  })
  const { count, rows } = selection
  const tooMany = count > mostAtOnce
  const fields = bulk.fields.filter((field) => field.when?.(values) ?? true)
  const changes = Object.fromEntries(Object.entries(values).filter(([key]) => fields.some((one) => one.key === key)))
  const nothing = Object.keys(changes).length === 0
  const shown = format.number(count)
  const most = format.number(mostAtOnce)
  const set = (key: string, value: Value | undefined) => {
    command.reset()
    setValues(({ [key]: _before, ...rest }) => (value === undefined ? rest : { ...rest, [key]: value }))
  }
  const clear = () => {
    selection.clear()
    setValues({})
    command.reset()
    onGone()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (nothing || tooMany || unread) return
    // The fields are those of this command's changes; TypeScript loses that in the union of all of them.
    const reply = await command.run({ ids: rows.map((row) => row.id), changes } as InputOf<BulkCommand>)
    if (isDone(reply)) clear()
  }
  async function chooseAll() {
    setFetching(true)
    const every = await register.every(mostAtOnce).catch(() => null)
    setFetching(false)
    if (every) selection.set(every, true)
  }
  return (
    <>
      <p aria-live="polite" className={styles.spoken}>
        {count > 0 && t('registers.select.count', { count, shown })}
      </p>
      {count > 0 && (
        <section className={styles.bar} aria-label={t('registers.bulk.title')}>
          <div className={styles.barTop}>
            <span className={styles.barCount}>{t('registers.select.count', { count, shown })}</span>
            {total > count && total <= mostAtOnce && (
              <Button small busy={fetching} onPress={() => void chooseAll()}>
                {t('registers.select.all', { shown: format.number(total) })}
              </Button>
            )}
            <Button small kind="quiet" onPress={clear}>
              {t('registers.select.clear')}
            </Button>
            {total > mostAtOnce && !tooMany && (
              <span className={styles.quiet}>
                {t('registers.select.tooManyShown', { most, shown: format.number(total) })}
              </span>
            )}
          </div>
          {tooMany ? (
            <Note tone="warning">{t('registers.select.tooMany', { most, shown })}</Note>
          ) : (
            <form className={styles.barFields} onSubmit={(event) => void submit(event)} noValidate>
              {fields.map((field) => (
                <div key={field.key} className={styles.barField}>
                  <Field
                    field={field}
                    value={values[field.key]}
                    onChange={(value) => set(field.key, value)}
                    onValid={(valid) => setUnread(!valid)}
                  />
                </div>
              ))}
              <Button kind="primary" type="submit" disabled={nothing || unread} busy={command.busy}>
                {t('registers.bulk.apply', { count, shown })}
              </Button>
            </form>
          )}
          {command.problem && (
            <Note tone="danger">
              <div role="alert">
                <Refusal problem={command.problem} fields={bulk.fields} />
              </div>
            </Note>
          )}
        </section>
      )}
    </>
  )
}

const taken = '\u0000taken'
interface FieldProps {
  readonly field: BulkField
  /** Undefined = unchanged. */
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
  readonly onValid: (valid: boolean) => void
}
function Field({ field, value, onChange, onValid }: FieldProps) {
  const t = useT()
  if (field.kind === 'text') {
    return (
      <TextField
        label={field.label}
        value={typeof value === 'string' ? value : ''}
        onChange={(text) => onChange(text === '' ? undefined : text)}
      />
    )
  }
  if (field.kind === 'day' || field.kind === 'period') {
    const typed = {
      label: field.label,
      value: typeof value === 'string' ? value : null,
      onChange: (next: string | null) => onChange(next ?? undefined),
      onValid,
      disabled: value === null,
    }
    return (
      <>
        {field.kind === 'day' ? <DayField {...typed} yearless="future" /> : <PeriodField {...typed} />}
        {field.none && (
          <Button small kind="quiet" onPress={() => onChange(value === null ? undefined : null)}>
            {value === null ? t('registers.bulk.unchanged') : field.none}
          </Button>
        )}
      </>
    )
  }
  const { options = [], meaning = (key: string): Value => key, none } = field
  const choices = none ? [...options, { key: taken, label: none }] : options
  const key = value === null ? taken : (choices.find((one) => meaning(one.key) === value)?.key ?? null)
  return (
    <Select
      label={field.label}
      emptyLabel={t('registers.bulk.unchanged')}
      options={choices}
      value={value === undefined ? null : key}
      onChange={(next) => onChange(next === null ? undefined : next === taken ? null : meaning(next))}
    />
  )
}

/** The problem's sentence, which names the record; then what is wrong with it, field by field. */
function Refusal({ problem, fields }: { readonly problem: Problem; readonly fields: readonly BulkField[] }) {
  const t = useT()
  const wrong = Object.entries(problem.fields ?? {})
  const labelOf = (path: string) => fields.find((field) => path.split('.').includes(field.key))?.label
  if (wrong.length === 0 || problem.key === 'problems.invalid') return <p>{problemText(t, problem)}</p>
  return (
    <>
      <p>{messageText(t, problem)}</p>
      <ul>
        {wrong.map(([path, message]) => {
          const name = labelOf(path)
          const text = messageText(t, message)
          return <li key={path}>{name ? t('registers.bulk.named', { name, text }) : text}</li>
        })}
      </ul>
    </>
  )
}
