import { useRef, useState } from 'react'
import { ComboBox as AriaComboBox, Button, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useT } from '#renderer/lib/use-t.ts'
import fieldStyles from './field.module.css'
import { ariaField, FieldLabel, FieldNotes, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import styles from './list-box.module.css'
import { type Option, OptionText } from './select.tsx'

interface Props extends FieldProps {
  /** What is chosen; its label fills the field. */
  readonly value: Option | null
  readonly onChange: (option: Option | null) => void
  /** Suggestions for what is typed; called for the empty text too. A later answer replaces an earlier one. */
  readonly suggest: (text: string) => Promise<readonly Option[]>
  /** Offers "Create «text»" as the last line where no suggestion has that very name. */
  readonly onCreate?: (text: string) => void
  readonly createLabel?: (text: string) => string
  readonly onTextChange?: (text: string) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** Enter where nothing in the list is marked. */
  readonly onEnter?: () => void
}
const create = '\u0000create'

/** Find one of many by typing. What is typed stays until something is chosen or the field is emptied. */
export function ComboBox(props: Props) {
  const { value, onChange, suggest, onCreate, createLabel, onTextChange, placeholder, autoFocus } = props
  const t = useT()
  const [text, setText] = useState(value?.label ?? '')
  const [options, setOptions] = useState<readonly Option[]>([])
  const [searched, setSearched] = useState<string | null>(null)
  const asked = useRef(0)
  const shown = value?.label ?? null
  // Follows a choice made outside, not the typing; in the same rendering, so that the two never differ.
  const [followed, setFollowed] = useState({ key: value?.key, shown })
  if (followed.key !== value?.key || followed.shown !== shown) {
    setFollowed({ key: value?.key, shown })
    if (shown !== null) setText(shown)
    else if (options.some((option) => option.label === text)) setText('')
  }

  function ask(words: string) {
    asked.current += 1
    const mine = asked.current
    void suggest(words.trim()).then((found) => {
      if (mine !== asked.current) return
      setOptions(found)
      setSearched(words)
    })
  }
  const typed = text.trim()
  const canCreate = onCreate && typed !== '' && searched !== null && !options.some((one) => sameWords(one.label, typed))
  const items: Option[] = [
    ...options,
    ...(canCreate ? [{ key: create, label: createLabel?.(typed) ?? t('common.createNamed', { name: typed }) }] : []),
  ]
  return (
    <AriaComboBox
      {...ariaField(props)}
      items={items}
      inputValue={text}
      value={value?.key ?? null}
      allowsEmptyCollection
      allowsCustomValue
      // A text that is the choice itself, set from outside, is no reason to open the list.
      menuTrigger={shown !== null && text === shown ? 'manual' : 'input'}
      defaultFilter={() => true}
      autoFocus={autoFocus ?? false}
      onInputChange={(next) => {
        if (next === text) return
        setText(next)
        onTextChange?.(next)
        if (next === '' && value) onChange(null)
        ask(next)
      }}
      onOpenChange={(open) => {
        if (open && searched === null) ask(text === shown ? '' : text)
      }}
      onChange={(key) => {
        if (key === create) onCreate?.(typed)
        else if (key !== null) {
          const option = options.find((one) => one.key === key)
          if (option) {
            setText(option.label)
            onChange(option)
          }
        } else if (value && text === '') onChange(null)
      }}
    >
      <FieldLabel {...props} />
      <Group className={fieldStyles.group ?? ''}>
        <Input
          className={fieldStyles.input ?? ''}
          {...(placeholder ? { placeholder } : {})}
          onKeyDown={(event) => {
            const marked = event.currentTarget.getAttribute('aria-activedescendant')
            if (event.key === 'Enter' && !marked) props.onEnter?.()
          }}
        />
        <Button className={fieldStyles.inGroup ?? ''}>
          <Icon name="down" size={14} />
        </Button>
      </Group>
      <FieldNotes {...props} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox
          className={styles.list ?? ''}
          items={items}
          renderEmptyState={() => (
            <div className={styles.nothing}>{searched === null ? t('common.loading') : t('common.nothingFound')}</div>
          )}
        >
          {(item: Option) => (
            <ListBoxItem
              id={item.key}
              textValue={item.key === create ? typed : item.label}
              className={styles.item ?? ''}
            >
              {item.key === create ? (
                <>
                  <Icon name="plus" size={14} />
                  <span>{item.label}</span>
                </>
              ) : (
                <OptionText option={item} />
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
}
