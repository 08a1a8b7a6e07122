import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { ariaShortcut, shortcutText } from '#renderer/lib/shortcuts.ts'
import styles from './button.module.css'
import { Icon, type IconName } from './icon.tsx'

interface Common {
  readonly onPress?: () => void
  readonly disabled?: boolean
  readonly type?: 'button' | 'submit'
  readonly autoFocus?: boolean
  /** Shown in the tooltip and told to screen readers; the listening is done by `useShortcuts`. */
  readonly shortcut?: string
  readonly ref?: Ref<HTMLButtonElement>
  /** Id of what tells equal buttons apart: the line that an "Undo" belongs to. */
  readonly describedBy?: string
}
interface ButtonProps extends Common {
  readonly children: ReactNode
  /** `primary`: the one main action of a screen or dialog; `danger`: what can't be undone; `quiet`: no frame. */
  readonly kind?: 'primary' | 'normal' | 'quiet' | 'danger'
  readonly icon?: IconName
  readonly busy?: boolean
  readonly small?: boolean
  readonly wide?: boolean
}

/**
 * A button with a verb on it. While `busy` it keeps its place and its focus, and pressing does nothing. (React Aria's own
 * pending state announces a progress bar that is gone again when the answer comes within milliseconds, as ours do.)
 */
export function Button({ children, kind = 'normal', icon, busy = false, small, wide, ...common }: ButtonProps) {
  const { onPress, type, ...aria } = ariaProps(common)
  return (
    <AriaButton
      {...aria}
      type={busy ? 'button' : type}
      {...(onPress && !busy ? { onPress } : {})}
      {...(busy ? { 'aria-disabled': true, 'data-busy': true } : {})}
      className={[styles.button, styles[kind], small && styles.small, wide && styles.wide].filter(Boolean).join(' ')}
    >
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </AriaButton>
  )
}

interface IconButtonProps extends Common {
  readonly icon: IconName
  /** The verb; read aloud and shown as a tooltip. */
  readonly label: string
  readonly pressed?: boolean
  /** For a button that unfolds something under it: whether that is in sight. */
  readonly expanded?: boolean
}

/** A button of one icon. Its label is spoken, and shown on hover and focus. */
export function IconButton({ icon, label, pressed, expanded, ...common }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...ariaProps(common)}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
        className={styles.iconButton ?? ''}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip offset={4} className={styles.tooltip ?? ''}>
        {label}
        {common.shortcut && <kbd>{shortcutText(common.shortcut)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}

function ariaProps({
  onPress,
  disabled = false,
  type = 'button',
  autoFocus = false,
  shortcut,
  ref,
  describedBy,
}: Common) {
  return {
    ...(onPress ? { onPress: () => onPress() } : {}),
    isDisabled: disabled,
    type,
    autoFocus,
    ...(shortcut ? { 'aria-keyshortcuts': ariaShortcut(shortcut) } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(ref ? { ref } : {}),
  }
}
