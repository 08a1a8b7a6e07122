import { useQuery } from '@tanstack/react-query'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { ProblemError } from '#shared/contract/problem.ts'
import { useClient } from './client.ts'
import type { ListName, RowOf } from './use-infinite-operation.ts'

const pageLength = 200

/** Every row that a filter lets through: groups, sums and choices need all of them, not the page in sight. */
export function useEveryRow<N extends ListName>(
  name: N,
  input: Omit<InputOf<N>, 'cursor' | 'limit'>,
  options: { readonly enabled?: boolean } = {},
) {
  const client = useClient()
  return useQuery<readonly RowOf<N>[], ProblemError>({
    // The operation's name stands first, so that a change of what it reads asks again.
    queryKey: [name, input, 'every'],
    enabled: options.enabled ?? true,
    queryFn: async () => {
      const rows: RowOf<N>[] = []
      let cursor: string | null = null
      do {
        // The generic row type can't be followed through the operation's name; the contract has checked it.
        const page = (await client.call(name, { ...input, cursor, limit: pageLength } as InputOf<N>)) as unknown as {
          rows: RowOf<N>[]
          next: string | null
        }
        rows.push(...page.rows)
        cursor = page.next
      } while (cursor !== null)
      return rows
    },
    placeholderData: (before) => before,
  })
}
