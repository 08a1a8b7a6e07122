// biome-ignore-all lint/a11y/useSemanticElements: a table element can't hold rows placed by transform
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes Ctrl+Space for the active row
// biome-ignore-all lint/a11y/noStaticElementInteractions: its role is always given; the box in it is what is pressed
import { type MouseEvent, useEffect, useRef } from 'react'
import styles from './data-list.module.css'

interface Props {
  readonly role: 'gridcell' | 'columnheader'
  readonly label: string
  readonly checked: boolean
  /** Some of what it stands for is chosen. */
  readonly partly?: boolean
  readonly onToggle: (shift: boolean) => void
}

/** The box before a row. A press beside the box counts as one on it; the focus stays where it was, in the list. */
export function CheckCell({ role, label, checked, partly = false, onToggle }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly
  }, [partly])
  const press = (event: MouseEvent) => {
    event.stopPropagation()
    onToggle(event.shiftKey)
  }
  return (
    <div role={role} className={styles.check} onClick={press} onMouseDown={stayInList}>
      <input
        ref={box}
        type="checkbox"
        tabIndex={role === 'columnheader' ? 0 : -1}
        aria-label={label}
        checked={checked}
        onChange={keptByClick}
      />
    </div>
  )
}

/** The click, which bears the shift key, is what toggles. */
function keptByClick() {}

function stayInList(event: MouseEvent) {
  event.preventDefault()
  if (event.currentTarget.getAttribute('role') === 'gridcell') {
    // A list half out of sight would be scrolled into it now, and the press would end on another row than it began on.
    event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
  }
}
