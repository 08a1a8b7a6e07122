import { createContext, useContext } from 'react'
import type { Client } from '#shared/contract/client.ts'
import type { Contract, OperationName } from '#shared/contract/dispatcher.ts'

const ClientContext = createContext<Client | null>(null)
export const ClientProvider = ClientContext.Provider

/** The client of this window. Screens use `useOperation` and `useCommand`; this is for what is neither. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('No ClientProvider above this component')
  return client
}

/** The operations that read, and those that change something. */
export type QueryName = { [N in OperationName]: Contract[N]['kind'] extends 'query' ? N : never }[OperationName]
export type CommandName = Exclude<OperationName, QueryName>
