import { useEveryRow } from '#renderer/lib/use-every-row.ts'
import type { InputOf } from '#shared/contract/dispatcher.ts'

/** Every commitment that a filter lets through: sums and groups need all of them, not the page in sight. */
export const useEveryCommitment = (input: Omit<InputOf<'commitments.list'>, 'cursor' | 'limit'>) =>
  useEveryRow('commitments.list', input)
