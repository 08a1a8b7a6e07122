/** Which sections of a package have something to print, told without making the document. */
import { isDeciding } from '../domain/meeting-readiness.ts'
import { isNumbered } from '../domain/numbering.ts'
import type { PackageSection } from '../domain/records/package-template.ts'
import type { MeetingPaper, PaperItem } from './meeting-paper.ts'

/** What decides it. `hasMeetings` and the like are those of `meeting-parts.ts`. */
export interface SectionFacts {
  /** The package is an annual report. */
  readonly isAnnual: boolean
  readonly meeting: MeetingPaper | null
  readonly hasPreviousMinutes: boolean
  readonly hasMeetings: boolean
  readonly hasCommitments: boolean
  readonly hasStrategy: boolean
  readonly hasProjects: boolean
}

/** True where an item has something to read, or a place where it would be read and is withheld. */
export function hasCasePaper(item: PaperItem): boolean {
  return item.withheld || item.proposedDecision !== null || item.background !== null || item.summary !== null
}

const ofMeeting = (holds: (paper: MeetingPaper) => boolean) => (facts: SectionFacts) =>
  facts.meeting !== null && holds(facts.meeting)
const always = () => true

/** A sentence such as "nothing is followed up" is something to print: the section stands in the document. */
const conditions: Readonly<Record<PackageSection, (facts: SectionFacts) => boolean>> = {
  cover: always,
  contents: always,
  yearInBrief: ({ isAnnual }) => isAnnual,
  organisation: ({ isAnnual }) => isAnnual,
  meetingsHeld: ({ isAnnual, hasMeetings }) => isAnnual && hasMeetings,
  notice: ofMeeting(always),
  agenda: ofMeeting(always),
  previousMinutes: ({ meeting, hasPreviousMinutes }) => meeting !== null || hasPreviousMinutes,
  decisions: ({ hasMeetings }) => hasMeetings,
  casePapers: ofMeeting(({ items }) => items.some((item) => isDeciding(item.type) && hasCasePaper(item))),
  information: ofMeeting(({ items }) =>
    items.some((item) => isNumbered(item.type) && !isDeciding(item.type) && hasCasePaper(item)),
  ),
  commitments: ({ hasCommitments }) => hasCommitments,
  goals: ({ hasStrategy }) => hasStrategy,
  projects: ({ hasProjects }) => hasProjects,
  visits: always,
  followUps: always,
  deviations: always,
  nextMeetings: ({ hasMeetings }) => hasMeetings,
  attachments: ofMeeting(({ items }) => items.some(({ attachments }) => attachments.length > 0)),
  changes: always,
}

/** True where the document holds the section; false where it leaves no trace. The same as what `sectionsOf` builds; tests hold the two together. */
export function isFilled(section: PackageSection, facts: SectionFacts): boolean {
  return conditions[section](facts)
}
