import type { KeyboardEvent } from 'react'
import type { Editing } from './figure-cell.tsx'

export interface Place {
  readonly row: number
  readonly col: number
}
interface Given {
  readonly at: Place
  readonly rows: number
  readonly cols: number
  /** Rows in sight. */
  readonly page: () => number
  readonly moveTo: (place: Place) => void
  readonly start: (editing: Editing | 'shown') => void
  readonly empty: () => void
  readonly undo: () => boolean
  readonly readOnly: boolean
}

/** The keys of the grid while no cell is written in, as in a sheet. Tab is left alone: it leads out of the grid. */
export function useFigureKeys(given: Given) {
  const { at, rows, cols, moveTo, start, empty, undo, readOnly } = given

  function target({ key, ctrlKey, metaKey }: KeyboardEvent): Place | null {
    const mod = ctrlKey || metaKey
    const places: Record<string, Place> = {
      ArrowDown: { ...at, row: mod ? rows - 1 : at.row + 1 },
      ArrowUp: { ...at, row: mod ? 0 : at.row - 1 },
      ArrowRight: { ...at, col: mod ? cols - 1 : at.col + 1 },
      ArrowLeft: { ...at, col: mod ? 0 : at.col - 1 },
      PageDown: { ...at, row: at.row + given.page() },
      PageUp: { ...at, row: at.row - given.page() },
      Home: { row: mod ? 0 : at.row, col: 0 },
      End: { row: mod ? rows - 1 : at.row, col: cols - 1 },
    }
    return places[key] ?? null
  }

  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const mod = event.ctrlKey || event.metaKey
    const place = target(event)
    if (place) moveTo(place)
    else if (mod && !event.shiftKey && event.key.toLowerCase() === 'z') {
      // What was typed last goes first; only then the file's own last change.
      if (!undo()) return
      event.stopPropagation()
    } else if (mod || readOnly) return
    else if (event.key === 'Enter' || event.key === 'F2') start('shown')
    else if (event.key === 'Delete' || event.key === 'Backspace') empty()
    else if (event.key.length === 1 && event.key !== ' ') start({ text: event.key, replacing: true })
    else return
    event.preventDefault()
  }
}

/**
 * Where a key leads that ends the writing in a cell: Enter down, Tab on, arrows their way where the cell is typed over. Null: the key
 * belongs to the field. `stay`: the writing is given up.
 */
export function wayOut(
  event: KeyboardEvent,
  at: Place,
  cols: number,
  rows: number,
  replacing: boolean,
): Place | 'stay' | null {
  const { key, shiftKey } = event
  if (event.nativeEvent.isComposing) return null
  if (key === 'Escape') return 'stay'
  if (key === 'Enter') return { ...at, row: at.row + (shiftKey ? -1 : 1) }
  if (key === 'Tab') {
    const next = at.row * cols + at.col + (shiftKey ? -1 : 1)
    return next < 0 || next >= rows * cols ? at : { row: Math.floor(next / cols), col: next % cols }
  }
  if (!replacing || event.ctrlKey || event.metaKey || event.altKey || shiftKey) return null
  const ways: Record<string, Place> = {
    ArrowDown: { ...at, row: at.row + 1 },
    ArrowUp: { ...at, row: at.row - 1 },
    ArrowRight: { ...at, col: at.col + 1 },
    ArrowLeft: { ...at, col: at.col - 1 },
  }
  return ways[key] ?? null
}
