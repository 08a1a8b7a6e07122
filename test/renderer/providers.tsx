import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
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
  const [queries] = useState(createQueryClient)
  const [toasts] = useState(createToasts)
  const [undo] = useState(() => createUndoStack(client))
  return (
    <ClientProvider value={client}>
      <QueryClientProvider client={queries}>
        <ToastsProvider value={toasts}>
          <UndoProvider value={undo}>
            <LanguageProvider value={language}>{children}</LanguageProvider>
          </UndoProvider>
        </ToastsProvider>
      </QueryClientProvider>
    </ClientProvider>
  )
}
