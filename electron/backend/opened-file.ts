import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The `.fyr` file named on a command line (by a double click, mostly), or null. Options and everything else are passed over. */
export function openedFile(parts: readonly string[], folder: string): string | null {
  for (const part of parts) {
    if (part.startsWith('-') || part.includes('\0') || !part.toLowerCase().endsWith('.fyr')) continue
    const path = resolve(folder, part)
    if (existsSync(path)) return path
  }
  return null
}
