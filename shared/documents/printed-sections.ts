import { presetLayout } from '../domain/package-presets.ts'
import type { PackageSection } from '../domain/records/package-template.ts'
import type { Snapshot } from './snapshot.ts'

/** True where the package's layout has the section: what is left out is neither linked to nor told of. */
export function printsSection({ layout }: Pick<Snapshot, 'layout'>, section: PackageSection): boolean {
  return (layout ?? presetLayout('papers')).sections.some((one) => one.section === section)
}

/** What the package's template calls a section; null = the usual name. */
export function ownHeading({ layout }: Pick<Snapshot, 'layout'>, section: PackageSection): string | null {
  return layout?.sections.find((one) => one.section === section)?.heading ?? null
}
