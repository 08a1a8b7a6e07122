import { keepPreviousData, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Client } from '#shared/contract/client.ts'
import type { InputOf, OutputOf } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import { topics as allTopics, type Topic } from '#shared/contract/operation.ts'
import type { ProblemError } from '#shared/contract/problem.ts'
import { type QueryName, useClient } from './client.ts'

/** The data lies on this machine: an answer stays good until a command touches one of its topics. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

interface Options {
  readonly enabled?: boolean
  /** Shows the last answer while the one for a new input is on its way: no flicker in lists and type-ahead. */
  readonly keepPrevious?: boolean
}

/** Asks a query of the contract, and again whenever a command touches what it reads. */
export function useOperation<N extends QueryName>(name: N, input: InputOf<N>, options: Options = {}) {
  const client = useClient()
  return useQuery<OutputOf<N>, ProblemError>({
    queryKey: [name, input],
    queryFn: () => client.call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** The topics a query reads, by its name as it stands first in the query key. */
function readsOf(name: unknown): readonly Topic[] {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return []
  const row = contract[name as keyof typeof contract]
  return row.kind === 'query' ? row.reads : []
}

/** Marks every query stale that reads one of the topics; those on screen are asked again. */
export function invalidateTopics(queries: QueryClient, topics: readonly Topic[]): Promise<void> {
  // Everything may have changed, as where another file was opened: what isn't on screen must not come back from the file before.
  if (allTopics.every((topic) => topics.includes(topic))) queries.removeQueries({ type: 'inactive' })
  return queries.invalidateQueries({
    predicate: (query) => readsOf(query.queryKey[0]).some((topic) => topics.includes(topic)),
  })
}

/** The one listener of the window. */
export function useChangeListener(client: Client): void {
  const queries = useQueryClient()
  useEffect(() => client.onChanged((topics) => void invalidateTopics(queries, topics)), [client, queries])
}
