import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { OutputOf } from '#shared/contract/dispatcher.ts'

export type Theme = OutputOf<'preferences.show'>['theme']
const ThemeContext = createContext<string>('light')
export const ThemeProvider = ThemeContext.Provider
/** Changes whenever the colours do; for what must be drawn anew. */
export function useThemeName(): string {
  return useContext(ThemeContext)
}

function useMedia(query: string): boolean {
  const list = typeof window.matchMedia === 'function' ? window.matchMedia(query) : null
  return useSyncExternalStore(
    (listener) => {
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    () => list?.matches ?? false,
  )
}

/** Puts the chosen theme on the page; `system` follows the system's colours and its wish for contrast. Gives the name. */
export function useTheme(theme: Theme): string {
  const dark = useMedia('(prefers-color-scheme: dark)')
  const contrast = useMedia('(prefers-contrast: more)')
  const scheme = theme === 'light' || theme === 'dark' ? theme : dark ? 'dark' : 'light'
  const more = theme === 'highContrast' || (theme === 'system' && contrast)
  useEffect(() => {
    document.documentElement.dataset.theme = scheme
    document.documentElement.dataset.contrast = more ? 'more' : 'normal'
  }, [scheme, more])
  return `${scheme}${more ? '-contrast' : ''}`
}
