import { useId } from 'react'
import {
  Checkbox as AriaCheckbox,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
  CheckboxGroup,
  Radio,
} from 'react-aria-components'
import styles from './choices.module.css'
import { ariaField, FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './select.tsx'

interface OnOff {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly hint?: string
}

export function Checkbox({ label, checked, onChange, disabled = false, hint }: OnOff) {
  return (
    <AriaCheckbox isSelected={checked} onChange={onChange} isDisabled={disabled} className={styles.row ?? ''}>
      <span className={styles.box}>
        <Icon name="check" size={14} />
      </span>
      <span>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </AriaCheckbox>
  )
}

/** For what takes effect at once; a checkbox is for what is saved with the rest. */
export function Switch({ label, checked, onChange, disabled = false, hint }: OnOff) {
  return (
    <AriaSwitch isSelected={checked} onChange={onChange} isDisabled={disabled} className={styles.row ?? ''}>
      <span className={styles.track} />
      <span>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </AriaSwitch>
  )
}

interface ManyProps<K extends string> extends FieldProps {
  readonly options: readonly Option<K>[]
  readonly value: readonly K[]
  readonly onChange: (value: K[]) => void
  /** `chips` flow in lines; `list` stands under one another. */
  readonly look?: 'chips' | 'list'
}

/** Several of a closed list: flags, themes. Keeps the list's order whatever the order of choosing. */
export function MultiSelect<K extends string>(props: ManyProps<K>) {
  const { options, value, onChange, look = 'chips' } = props
  const id = useId()
  return (
    <CheckboxGroup
      {...ariaField(props)}
      value={[...value]}
      onChange={(chosen) =>
        onChange(options.filter((option) => chosen.includes(option.key)).map((option) => option.key))
      }
    >
      <FieldLabel {...props} />
      <div className={look === 'chips' ? styles.chips : styles.list}>
        {options.map((option) => (
          <AriaCheckbox
            key={option.key}
            value={option.key}
            className={(look === 'chips' ? styles.chip : styles.row) ?? ''}
            // Called by its name; what it is for is read after it.
            {...(option.detail ? { 'aria-label': option.label, 'aria-describedby': `${id}-${option.key}` } : {})}
          >
            {look === 'list' ? (
              <span className={styles.box}>
                <Icon name="check" size={14} />
              </span>
            ) : (
              <span className={styles.chipMark}>
                <Icon name="check" size={12} />
              </span>
            )}
            <span>
              {option.label}
              {option.detail && (
                <span id={`${id}-${option.key}`} className={styles.hint}>
                  {option.detail}
                </span>
              )}
            </span>
          </AriaCheckbox>
        ))}
      </div>
      <FieldNotes {...props} />
    </CheckboxGroup>
  )
}

interface OneProps<K extends string> extends FieldProps {
  readonly options: readonly Option<K>[]
  readonly value: K | null
  readonly onChange: (value: K) => void
  readonly look?: 'segments' | 'list'
  readonly autoFocus?: boolean
}

/** One of a few, all in sight. */
export function RadioGroup<K extends string>(props: OneProps<K>) {
  const { options, value, onChange, look = 'list', autoFocus } = props
  return (
    <AriaRadioGroup
      {...ariaField(props)}
      value={value}
      onChange={(key) => {
        const option = options.find((one) => one.key === key)
        if (option) onChange(option.key)
      }}
    >
      <FieldLabel {...props} />
      <div className={look === 'segments' ? styles.segments : styles.list}>
        {options.map((option) => (
          <Radio
            key={option.key}
            value={option.key}
            autoFocus={(autoFocus ?? false) && option.key === (value ?? options[0]?.key)}
            className={(look === 'segments' ? styles.segment : styles.row) ?? ''}
          >
            {look === 'list' && <span className={styles.dot} />}
            <span lang={option.lang}>
              {option.label}
              {option.detail && <span className={styles.hint}>{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes {...props} />
    </AriaRadioGroup>
  )
}
