/** How what is found before a package is made is told. */
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { PackageLayout, PackageSection } from '#shared/domain/records/package-template.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import type { Store } from '../store.ts'

type Finding = OutputOf<'packages.preview'>['readiness'][number]
type FoundRecord = Finding['records'][number]

/** What is looked through. */
export interface Look {
  readonly store: Store
  readonly bodyId: Id
  readonly meetingId: Id | null
  readonly withConfidential: boolean
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly layout: PackageLayout
  /** In the partnership's time zone. */
  readonly today: Day
}

/** A record of a finding; `hidden` ones are counted and never named. */
export interface Found {
  readonly entity: FoundRecord['entity']
  readonly id: Id
  readonly title: string
  readonly meetingId?: Id | null
  readonly detail?: FoundRecord['detail']
  readonly hidden?: boolean
}

/** Records that a finding names. */
const mostNamed = 10

/** The finding of some records in a section; none where there are no records, or where the layout has no such section (null). */
export function finding(
  kind: Finding['kind'],
  weight: Finding['weight'],
  section: PackageSection | null,
  found: readonly Found[],
): Finding[] {
  if (section === null || found.length === 0) return []
  const records = found
    .filter(({ hidden }) => !hidden)
    .slice(0, mostNamed)
    .map(({ entity, id, title, meetingId = null, detail = null }) => ({ entity, id, meetingId, title, detail }))
  return [{ kind, weight, section, total: found.length, records }]
}

/** The first of some sections that the layout holds; null where it holds none of them. */
export function placeIn(
  { layout }: Pick<Look, 'layout'>,
  ...sections: readonly PackageSection[]
): PackageSection | null {
  return sections.find((section) => layout.sections.some((one) => one.section === section)) ?? null
}

/** A detail about a day, which is left in its ISO form for the screen to write in its own language. */
export function onDay(key: 'due' | 'noticeDue' | 'expected' | 'heldOn' | 'visitedOn', day: Day) {
  return { key: `packages.readiness.details.${key}`, params: { day } }
}
