import {
  Button as AriaButton,
  Menu as AriaMenu,
  Popover as AriaPopover,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Separator,
} from 'react-aria-components'
import buttonStyles from './button.module.css'
import { Icon, type IconName } from './icon.tsx'
import styles from './list-box.module.css'
import type { MenuEntry } from './menu.tsx'
import { OptionText } from './select.tsx'

interface Props {
  /** What the button says: what is chosen now. */
  readonly label: string
  readonly icon?: IconName
  /** Names the choices. */
  readonly choicesLabel: string
  readonly choices: readonly { readonly key: string; readonly label: string }[]
  readonly chosen: string | null
  /** Heard also when the choice in force is pressed again. */
  readonly onChoose: (key: string) => void
  /** What can be done besides choosing. */
  readonly entries?: readonly MenuEntry[]
  readonly entriesLabel?: string
}

/** A button that opens a menu with one of a few in force, and what else can be done with them. */
export function ChoiceMenu({
  label,
  icon,
  choicesLabel,
  choices,
  chosen,
  onChoose,
  entries = [],
  entriesLabel,
}: Props) {
  return (
    <MenuTrigger>
      <AriaButton className={buttonStyles.button ?? ''}>
        {icon && <Icon name={icon} size={16} />}
        <span>{label}</span>
        <Icon name="down" size={12} />
      </AriaButton>
      <AriaPopover className={styles.popover ?? ''} offset={4} placement="bottom end">
        <AriaMenu className={styles.list ?? ''} aria-label={choicesLabel}>
          <MenuSection
            aria-label={choicesLabel}
            selectionMode="single"
            selectedKeys={chosen === null ? [] : [chosen]}
            onSelectionChange={() => {}}
          >
            {choices.map((choice) => (
              <MenuItem
                key={choice.key}
                id={choice.key}
                textValue={choice.label}
                className={styles.item ?? ''}
                onAction={() => onChoose(choice.key)}
              >
                <OptionText option={choice} />
              </MenuItem>
            ))}
          </MenuSection>
          {entries.length > 0 && <Separator className={styles.separator ?? ''} />}
          {entries.length > 0 && (
            <MenuSection aria-label={entriesLabel ?? choicesLabel}>
              {entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  isDisabled={entry.disabled ?? false}
                  className={`${styles.item} ${entry.danger ? styles.danger : ''}`}
                  onAction={entry.run}
                >
                  <span className={styles.mark}>{entry.icon && <Icon name={entry.icon} size={14} />}</span>
                  <span>{entry.label}</span>
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  )
}
