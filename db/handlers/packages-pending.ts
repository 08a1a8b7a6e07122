import { problem } from '#shared/contract/problem.ts'

/** Operations of packages that are still to be built; taken off one by one. */
function pending(): never {
  throw problem('unavailable', 'problems.unavailable')
}
export const pendingPackageHandlers = {
  'packages.preparePages': pending,
  'packages.pages': pending,
} as const
