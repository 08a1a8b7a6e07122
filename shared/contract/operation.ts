import type { z } from 'zod'

/** What a query reads and a command touches. A command that touches a topic makes every query that reads it refetch. */
export const topics = [
  'preferences',
  'workspace',
  'partnership',
  'persons',
  'partners',
  'bodies',
  'bodyMembers',
  'meetings',
  'decisions',
  'actions',
  'agendaTemplates',
  'phrases',
  'papers',
  'commitments',
  'plans',
  'goals',
  'indicators',
  'measurements',
  'projects',
  'views',
  'sectors',
  'companies',
  'contacts',
  'visits',
  'attachments',
  'followUps',
  'visitPlans',
  'packages',
  'packageTemplates',
  'jobs',
  'drafts',
  'backups',
  'checks',
] as const
export type Topic = (typeof topics)[number]

interface Shape<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I
  readonly output: O
  /** Largest input accepted, in characters of its JSON; 1,000,000 unless said. */
  readonly maxInput?: number
  /** True for the few operations that work with no file open (preferences, workspace). */
  readonly withoutWorkspace?: boolean
}
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Shape<I, O> {
  readonly kind: 'query'
  readonly reads: readonly Topic[]
}
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Shape<I, O> {
  readonly kind: 'command'
  readonly touches: readonly Topic[]
}
export type Operation = Query | Command

/** A row of the contract that reads. `reads` are the topics that make its answer stale. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  row: Shape<I, O> & { readonly reads: readonly Topic[] },
): Query<I, O> {
  return { kind: 'query', ...row }
}

/** A row of the contract that changes something. `touches` are announced to every window when it succeeds. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  row: Shape<I, O> & { readonly touches: readonly Topic[] },
): Command<I, O> {
  return { kind: 'command', ...row }
}
