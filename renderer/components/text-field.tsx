import { type KeyboardEvent, type Ref, useLayoutEffect, useRef } from 'react'
import {
  SearchField as AriaSearchField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  Button,
  Group,
  Input,
} from 'react-aria-components'
import { useT } from '#renderer/lib/use-t.ts'
import styles from './field.module.css'
import { ariaField, FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

export interface TextProps extends FieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  /** Enter in a one-line field; Ctrl/⌘ Enter in a text area. */
  readonly onEnter?: () => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly name?: string
  readonly autoComplete?: string
}
interface TextFieldProps extends TextProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url'
  readonly inputMode?: 'numeric' | 'decimal' | 'text'
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    onBlur,
    onEnter,
    type = 'text',
    inputMode,
    placeholder,
    autoFocus,
    name,
    autoComplete,
  } = props
  return (
    <AriaTextField
      {...ariaField(props)}
      value={value}
      onChange={onChange}
      type={type}
      autoFocus={autoFocus ?? false}
      autoComplete={autoComplete ?? 'off'}
      {...(name ? { name } : {})}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
      {...(inputMode ? { inputMode } : {})}
    >
      <FieldLabel {...props} />
      <Input
        className={styles.input ?? ''}
        {...(props.ref ? { ref: props.ref } : {})}
        {...(placeholder ? { placeholder } : {})}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.()
        }}
      />
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

interface TextAreaProps extends TextProps {
  /** Lines shown when empty; it grows with the text. */
  readonly rows?: number
}

/** Many lines; grows with its text. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onBlur, onEnter, placeholder, autoFocus, name, rows = 3 } = props
  const area = useRef<HTMLTextAreaElement>(null)
  // Browsers with `field-sizing` grow by themselves; for the others the height follows the text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on the text shown
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports?.('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [value])
  return (
    <AriaTextField
      {...ariaField(props)}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus ?? false}
      {...(name ? { name } : {})}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
    >
      <FieldLabel {...props} />
      <AriaTextArea
        ref={area}
        className={styles.area ?? ''}
        rows={rows}
        style={{ minHeight: `calc(${rows} * 1.5em + 12px)` }}
        {...(placeholder ? { placeholder } : {})}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onEnter?.()
        }}
      />
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

interface SearchProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
}

/** Search as you type; Escape empties it. */
export function SearchField({ label, value, onChange, placeholder, autoFocus }: SearchProps) {
  const t = useT()
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus ?? false}
      className={styles.field ?? ''}
    >
      <Group className={styles.group ?? ''}>
        <span className={styles.lead}>
          <Icon name="search" size={16} />
        </span>
        <Input className={styles.input ?? ''} placeholder={placeholder ?? label} />
        {value && (
          <Button className={styles.inGroup ?? ''} aria-label={t('common.clear')}>
            <Icon name="close" size={14} />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  )
}
