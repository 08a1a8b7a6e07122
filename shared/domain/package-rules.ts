import type { PackageVariant } from './records/package-template.ts'

/** A notice and an agenda are of a meeting: without one there is nothing to call to and nothing to list. */
export function needsMeeting(variant: PackageVariant): boolean {
  return variant === 'notice' || variant === 'agenda'
}
