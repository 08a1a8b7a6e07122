import { readFileSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const side = z.int().min(0).max(20_000)
const place = z.int().min(-20_000).max(20_000)
const state = z.object({
  x: place.nullable(),
  y: place.nullable(),
  width: side,
  height: side,
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof state>

export const smallestWindow = { width: 720, height: 480 }
const first: WindowState = { x: null, y: null, width: 1280, height: 800, maximised: false }

/** Where the window was when it was last closed; the middle of the screen when that is unknown, spoilt or on a screen that is gone. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState {
  const kept = parse(file)
  if (!kept) return first
  const width = Math.max(kept.width, smallestWindow.width)
  const height = Math.max(kept.height, smallestWindow.height)
  const visible = screens.some(
    (screen) =>
      kept.x !== null &&
      kept.y !== null &&
      kept.x + 100 < screen.x + screen.width &&
      kept.x + width - 100 > screen.x &&
      kept.y >= screen.y &&
      kept.y + 40 < screen.y + screen.height,
  )
  return { ...kept, width, height, ...(visible ? {} : { x: null, y: null }) }
}

/** Keeps the place and size. A disk that refuses costs the user nothing but the place of a window. */
export function writeWindowState(file: string, bounds: Rectangle, maximised: boolean): void {
  try {
    writeFileSync(file, JSON.stringify({ ...bounds, maximised } satisfies WindowState))
  } catch {
    // See above.
  }
}

function parse(file: string): WindowState | undefined {
  try {
    return state.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}
