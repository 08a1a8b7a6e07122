/**
 * What the window knows before its first frame: the chosen colours and language, and whether a file is open, written into the page's root
 * element. Else a window that was set to dark flashes white on a light system, and is blank until its code has come.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Language } from '#shared/domain/values.ts'
import { type RendererFile, rendererFile } from './renderer-files.ts'

export interface Look {
  readonly theme: 'system' | 'light' | 'dark' | 'highContrast'
  readonly language: Language | null
}
const themes = ['light', 'dark', 'highContrast'] as const
const languages = ['nb', 'sv', 'en'] as const

/** What the user has chosen, as `preferences.json` tells; a file that is damaged or not there tells nothing. Read at each start of a page. */
export function chosenLook(home: string): Look {
  try {
    const { theme, language } = JSON.parse(readFileSync(join(home, 'preferences.json'), 'utf8'))
    return {
      theme: themes.find((one) => one === theme) ?? 'system',
      language: languages.find((one) => one === language) ?? null,
    }
  } catch {
    return { theme: 'system', language: null }
  }
}

/** Behind the window until its page is drawn: `--bg` of renderer/styles/tokens.css. */
export function backgroundOf({ theme }: Look, system: { readonly dark: boolean }): string {
  const dark = theme === 'dark' || (theme !== 'light' && system.dark)
  if (theme === 'highContrast') return dark ? '#000000' : '#ffffff'
  return dark ? '#12181d' : '#f5f7f8'
}

/** The page for an address of a screen with the look in it; null for any other address. `fileOpen`: the desk's frame is drawn, not the welcome's. */
export function startPage(
  folder: string,
  pathname: string,
  { theme, language }: Look,
  fileOpen: boolean,
): { readonly html: string; readonly headers: RendererFile['headers'] } | null {
  const file = rendererFile(folder, pathname)
  if (!file || basename(file.path) !== 'index.html') return null
  const known = [
    theme === 'light' || theme === 'dark' ? ` data-theme="${theme}"` : '',
    theme === 'highContrast' ? ' data-contrast="more"' : '',
    language ? ` data-language="${language}"` : '',
    fileOpen ? ' data-frame="desk"' : '',
  ]
  const html = readFileSync(file.path, 'utf8').replace('<html', `<html${known.join('')}`)
  return { html, headers: file.headers }
}
