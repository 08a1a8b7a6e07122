import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type RouterHistory, RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ErrorNote } from '#renderer/components/notes.tsx'
import { ToastRegion } from '#renderer/components/toast-region.tsx'
import { ClientProvider } from '#renderer/lib/client.ts'
import { useLoadedLanguage } from '#renderer/lib/load-words.ts'
import { createToasts, ToastsProvider } from '#renderer/lib/toasts.ts'
import { createUndoStack, UndoProvider } from '#renderer/lib/undo.ts'
import { useKeepFocus } from '#renderer/lib/use-keep-focus.ts'
import { createQueryClient, useChangeListener, useOperation } from '#renderer/lib/use-query.ts'
import { LanguageProvider, systemLanguage } from '#renderer/lib/use-t.ts'
import { ThemeProvider, useTheme } from '#renderer/lib/use-theme.ts'
import type { Client } from '#shared/contract/client.ts'
import { localeOf } from '#shared/i18n/translator.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { type AppRouter, createAppRouter } from './router.tsx'

interface Props {
  readonly client: Client
  /** Answers that are there already. */
  readonly queries?: QueryClient
  /** One that has loaded its first screen, so that the first drawing holds it. */
  readonly router?: AppRouter
  /** Called once the router follows the address by itself. */
  readonly onDrawn?: () => void
  /** Tests give one in memory; the window keeps its place behind the `#` of the address. */
  readonly history?: RouterHistory
}

/** The whole window over a client. */
export function App({ client, queries: given, router, onDrawn, history }: Props) {
  const [queries] = useState(() => given ?? createQueryClient())
  const [toasts] = useState(createToasts)
  const [undo] = useState(() => createUndoStack(client))
  return (
    <ClientProvider value={client}>
      <QueryClientProvider client={queries}>
        <ToastsProvider value={toasts}>
          <UndoProvider value={undo}>
            <Window
              client={client}
              {...(router ? { router } : {})}
              {...(onDrawn ? { onDrawn } : {})}
              {...(history ? { history } : {})}
            />
          </UndoProvider>
        </ToastsProvider>
      </QueryClientProvider>
    </ClientProvider>
  )
}

function Window({ client, router: given, onDrawn, history }: Props) {
  useChangeListener(client)
  useKeepFocus()
  const [router] = useState(() => given ?? createAppRouter(history))
  const preferences = useOperation('preferences.show', {})
  const theme = useTheme(preferences.data?.theme ?? 'system')
  const language = useLoadedLanguage(preferences.data?.language ?? systemLanguage())
  useEffect(() => {
    document.documentElement.lang = localeOf(language)
  }, [language])
  const drawn = !preferences.isPending
  // After those of the router, which are its children's.
  useEffect(() => {
    if (drawn) onDrawn?.()
  }, [drawn, onDrawn])
  if (preferences.isPending) return null
  return (
    <LanguageProvider value={language}>
      <I18nProvider locale={localeOf(language)}>
        <ThemeProvider value={theme}>
          <ErrorBoundary>
            {preferences.error ? (
              <ErrorNote error={preferences.error} onRetry={() => void preferences.refetch()} />
            ) : (
              <RouterProvider router={router} />
            )}
          </ErrorBoundary>
          <ToastRegion />
        </ThemeProvider>
      </I18nProvider>
    </LanguageProvider>
  )
}
