import { problem } from '#shared/contract/problem.ts'

/** Operations of packages that are still to be built; taken off one by one. */
function pending(): never {
  throw problem('unavailable', 'problems.unavailable')
}
export const pendingPackageHandlers = {
  'packageTemplates.list': pending,
  'packageTemplates.add': pending,
  'packageTemplates.revise': pending,
  'packageTemplates.move': pending,
  'packageTemplates.remove': pending,
  'partnership.setLogo': pending,
  'partnership.readLogo': pending,
  'packages.send': pending,
  'packages.verify': pending,
  'packages.means': pending,
  'packages.preparePages': pending,
  'packages.pages': pending,
} as const
