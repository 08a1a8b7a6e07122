import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { useT } from '#renderer/lib/use-t.ts'
import fieldStyles from './field.module.css'
import { ariaField, FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import styles from './list-box.module.css'

export interface Option<K extends string = string> {
  readonly key: K
  readonly label: string
  /** A second, quieter line. */
  readonly detail?: string | undefined
  /** The label's language, where it is not the screen's: "Svenska". */
  readonly lang?: string | undefined
}

interface Props<K extends string> extends FieldProps {
  readonly options: readonly Option<K>[]
  readonly value: K | null
  readonly onChange: (value: K | null) => void
  /** Adds a first line for "none", with these words. Without it a choice can't be taken back. */
  readonly emptyLabel?: string
  readonly autoFocus?: boolean
}
const none = '\u0000none'

/** One of a short closed list. For long or open lists use ComboBox. */
export function Select<K extends string>(props: Props<K>) {
  const { options, value, onChange, emptyLabel, autoFocus } = props
  const t = useT()
  const items: Option[] = [...(emptyLabel ? [{ key: none, label: emptyLabel }] : []), ...options]
  return (
    <AriaSelect
      {...ariaField(props)}
      value={value ?? (emptyLabel ? none : null)}
      onChange={(key) => {
        if (key === none || key === null) onChange(null)
        else onChange(options.find((option) => option.key === key)?.key ?? null)
      }}
      placeholder={t('common.choose')}
      autoFocus={autoFocus ?? false}
    >
      <FieldLabel {...props} />
      <Button className={fieldStyles.trigger ?? ''}>
        <SelectValue className={({ isPlaceholder }) => (isPlaceholder ? (fieldStyles.placeholder ?? '') : '')}>
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon name="down" size={14} />
      </Button>
      <FieldNotes {...props} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={items}>
          {(item) => (
            <ListBoxItem id={item.key} textValue={item.label} className={styles.item ?? ''}>
              <OptionText option={item} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

export function OptionText({ option }: { readonly option: Option }) {
  return (
    <>
      <span className={styles.check}>
        <Icon name="check" size={14} />
      </span>
      <span className={styles.words}>
        <span lang={option.lang}>{option.label}</span>
        {option.detail && <span className={styles.detail}>{option.detail}</span>}
      </span>
    </>
  )
}
