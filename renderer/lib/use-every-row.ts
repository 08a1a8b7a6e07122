import { useQuery } from '@tanstack/react-query'
import type { Client } from '#shared/contract/client.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { ProblemError } from '#shared/contract/problem.ts'
import { useClient } from './client.ts'
import type { ListName, RowOf } from './use-infinite-operation.ts'

const pageLength = 200
/** What a list is asked by, but its place. */
export type ListInput<N extends ListName> = Omit<InputOf<N>, 'cursor' | 'limit'>
interface Limits {
  readonly most?: number
  /** Hears how many have come, page by page. */
  readonly onProgress?: (loaded: number) => void
}

/** Every row that a list's input lets through, or the first `most` of them. */
export async function everyRow<N extends ListName>(
  client: Client,
  name: N,
  input: ListInput<N>,
  { most = Number.POSITIVE_INFINITY, onProgress }: Limits = {},
): Promise<readonly RowOf<N>[]> {
  const rows: RowOf<N>[] = []
  let cursor: string | null = null
  do {
    const limit = Math.min(pageLength, most - rows.length)
    // The generic row type can't be followed through the operation's name; the contract has checked it.
    const page = (await client.call(name, { ...input, cursor, limit } as InputOf<N>)) as unknown as {
      rows: RowOf<N>[]
      next: string | null
    }
    rows.push(...page.rows)
    onProgress?.(rows.length)
    cursor = page.next
  } while (cursor !== null && rows.length < most)
  return rows
}

/** Every row that a filter lets through: groups, sums and choices need all of them, not the page in sight. */
export function useEveryRow<N extends ListName>(
  name: N,
  input: ListInput<N>,
  options: Limits & { readonly enabled?: boolean } = {},
) {
  const client = useClient()
  return useQuery<readonly RowOf<N>[], ProblemError>({
    // The operation's name stands first, so that a change of what it reads asks again.
    queryKey: [name, input, 'every', options.most ?? null],
    enabled: options.enabled ?? true,
    queryFn: () => everyRow(client, name, input, options),
    placeholderData: (before) => before,
  })
}
