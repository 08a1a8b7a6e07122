import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Menu as AriaMenu,
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  MenuItem,
  MenuTrigger,
} from 'react-aria-components'
import { shortcutText } from '#renderer/lib/shortcuts.ts'
import buttonStyles from './button.module.css'
import { Icon, type IconName } from './icon.tsx'
import styles from './list-box.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly shortcut?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly run: () => void
}
interface TriggerProps {
  readonly label: string
  readonly icon?: IconName
  /** Shows the label beside the icon instead of only speaking it. */
  readonly showLabel?: boolean
  /** Id of what tells equal buttons apart: the title of the row that the menu belongs to. */
  readonly describedBy?: string
}

/** A button that opens a menu of actions. */
export function Menu({ entries, ...trigger }: TriggerProps & { readonly entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      <Trigger {...trigger} />
      <AriaPopover className={styles.popover ?? ''} offset={4} placement="bottom end">
        <AriaMenu
          className={styles.list ?? ''}
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className={`${styles.item} ${entry.danger ? styles.danger : ''}`}
            >
              {entry.icon && <Icon name={entry.icon} size={16} />}
              <span>{entry.label}</span>
              {entry.shortcut && <kbd>{shortcutText(entry.shortcut)}</kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  )
}

/** A button that opens a small panel: filters, explanations. `children` may be a function that gets `close`. */
export function Popover({
  children,
  ...trigger
}: TriggerProps & { readonly children: ReactNode | ((close: () => void) => ReactNode) }) {
  return (
    <DialogTrigger>
      <Trigger {...trigger} />
      <AriaPopover className={styles.popover ?? ''} offset={4} placement="bottom start">
        <Dialog className={styles.panel ?? ''} aria-label={trigger.label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}

function Trigger({ label, icon, showLabel, describedBy }: TriggerProps) {
  return (
    <AriaButton
      {...(showLabel ? {} : { 'aria-label': label })}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      className={(showLabel ? buttonStyles.button : buttonStyles.iconButton) ?? ''}
    >
      {(icon || !showLabel) && <Icon name={icon ?? 'more'} size={showLabel ? 16 : 18} />}
      {showLabel && <span>{label}</span>}
      {showLabel && <Icon name="down" size={12} />}
    </AriaButton>
  )
}
