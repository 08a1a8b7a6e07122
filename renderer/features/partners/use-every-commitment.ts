import { useQuery } from '@tanstack/react-query'
import { useClient } from '#renderer/lib/client.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import type { ProblemError } from '#shared/contract/problem.ts'
import type { CommitmentRow } from './sums.ts'

type Input = Omit<InputOf<'commitments.list'>, 'cursor' | 'limit'>
const pageLength = 200

/** Every commitment that a filter lets through: sums and groups need all of them, not the page in sight. */
export function useEveryCommitment(input: Input) {
  const client = useClient()
  return useQuery<readonly CommitmentRow[], ProblemError>({
    // The operation's name stands first, so that a change of commitments asks again.
    queryKey: ['commitments.list', input, 'every'],
    queryFn: async () => {
      const rows: CommitmentRow[] = []
      let cursor: string | null = null
      do {
        const page: { rows: CommitmentRow[]; next: string | null } = await client.call('commitments.list', {
          ...input,
          cursor,
          limit: pageLength,
        })
        rows.push(...page.rows)
        cursor = page.next
      } while (cursor !== null)
      return rows
    },
    placeholderData: (before) => before,
  })
}
