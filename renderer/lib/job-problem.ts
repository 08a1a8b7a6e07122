import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { type Problem, problemCodes } from '#shared/contract/problem.ts'

/** Why a job failed, as a problem to be shown. */
export function jobProblem({ problem }: NonNullable<OutputOf<'jobs.show'>>): Problem {
  const code = problemCodes.find((one) => one === problem?.code) ?? 'internal'
  return { code, key: problem?.key ?? 'problems.internal', ...(problem?.params ? { params: problem.params } : {}) }
}
