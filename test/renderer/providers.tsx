import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ClientProvider } from '#renderer/lib/client.ts'
import { createToasts, ToastsProvider } from '#renderer/lib/toasts.ts'
import { createUndoStack, UndoProvider } from '#renderer/lib/undo.ts'
import { createQueryClient } from '#renderer/lib/use-query.ts'
import { LanguageProvider } from '#renderer/lib/use-t.ts'
import type { Client } from '#shared/contract/client.ts'
import type { Language } from '#shared/domain/values.ts'

interface Props {
  readonly client: Client
  readonly language?: Language
  readonly children: ReactNode
}

/** What components need around them, without the window. */
export function Providers({ client, language = 'nb', children }: Props) {
  return (
    <ClientProvider value={client}>
      <QueryClientProvider client={createQueryClient()}>
        <ToastsProvider value={createToasts()}>
          <UndoProvider value={createUndoStack(client)}>
            <LanguageProvider value={language}>{children}</LanguageProvider>
          </UndoProvider>
        </ToastsProvider>
      </QueryClientProvider>
    </ClientProvider>
  )
}
