/** What is missing in a package before it is made, and which of its sections have something to tell. */
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { isFilled, type SectionFacts } from '#shared/documents/filled-sections.ts'
import type { PackageLayout, PackageSection } from '#shared/domain/records/package-template.ts'
import type { Day, Id, Language } from '#shared/domain/values.ts'
import { assemblePaper, nextMeetings } from './meeting-papers.ts'
import { decisionPart, minutesBefore } from './meeting-snapshot.ts'
import { finding, type Look, placeIn } from './readiness/finding.ts'
import { ofEarlierMeetings, ofMeeting } from './readiness/meeting.ts'
import { ofCommitments, ofPlans, ofProjects, ofVisits } from './readiness/work.ts'
import { commitmentsTouching } from './repositories/commitments.ts'
import { giveAndTakeOf } from './repositories/give-and-take.ts'
import { plansInForce } from './repositories/plans.ts'
import { projectsTouching } from './repositories/projects.ts'
import { planHasContent } from './repositories/readiness.ts'
import { readAll, type Store } from './store.ts'

type Preview = OutputOf<'packages.preview'>
interface Choice {
  readonly bodyId: Id
  readonly meetingId: Id | null
  readonly withConfidential: boolean
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly language: Language
  readonly leftOut: readonly PackageSection[]
}

/**
 * Each kind of thing that a reader will ask for or somebody should look at, in the sections that the layout holds and in their order.
 * What is confidential counts in `total` and is named only where the package shows it; confidential visits are never named.
 *
 * @param layout without the sections left out.
 */
export function readinessOf(store: Store, choice: Choice, layout: PackageLayout, today: Day): Preview['readiness'] {
  const { bodyId, meetingId, withConfidential, periodFrom, periodTo } = choice
  const look: Look = { store, bodyId, meetingId, withConfidential, periodFrom, periodTo, layout, today }
  const found = [
    ...ofContact(look),
    ...ofMeeting(look),
    ...ofEarlierMeetings(look),
    ...ofPlans(look),
    ...ofProjects(look),
    ...ofCommitments(look),
    ...ofVisits(look),
  ]
  const place = new Map(layout.sections.map(({ section }, index) => [section, index]))
  const weight = (one: (typeof found)[number]) => (one.weight === 'missing' ? 0 : 1)
  return found.sort((a, b) => (place.get(a.section) ?? 0) - (place.get(b.section) ?? 0) || weight(a) - weight(b))
}

/** Whom to ask stands on the cover. */
function ofContact(look: Look) {
  const [partnership] = readAll(look.store, 'partnership', 'id')
  if (!partnership) return []
  const { id, name, contactName, contactEmail } = partnership
  if (contactName !== null && contactEmail !== null) return []
  const lacks = contactName !== null ? 'email' : contactEmail !== null ? 'name' : 'both'
  return finding('contactIncomplete', 'missing', placeIn(look, 'cover'), [
    { entity: 'partnership', id, title: name, detail: { key: `packages.readiness.details.contact.${lacks}` } },
  ])
}

/**
 * Every section of the layout in its order and whether the document will hold it.
 *
 * @param layout with the sections left out at their places.
 */
export function sectionStates(store: Store, choice: Choice, layout: PackageLayout, today: Day): Preview['sections'] {
  const facts = factsOf(store, choice, layout, today)
  return layout.sections.map(({ section, heading }) => ({
    section,
    heading,
    state:
      choice.leftOut.includes(section) && section !== 'cover'
        ? 'leftOut'
        : isFilled(section, facts)
          ? 'filled'
          : 'empty',
  }))
}

function factsOf(store: Store, choice: Choice, { variant }: PackageLayout, today: Day): SectionFacts {
  const { bodyId, meetingId, language, withConfidential, periodFrom, periodTo } = choice
  const papers = { kind: 'casePapers', bodyId, meetingId, decisionId: null, language } as const
  const meeting =
    meetingId === null ? null : assemblePaper(store, { ...papers, redacted: !withConfidential }, { today, madeBy: '' })
  const hasPreviousMinutes = minutesBefore(store, choice) !== undefined
  const years = [Number(periodFrom.slice(0, 4)), Number(periodTo.slice(0, 4))] as const
  return {
    isAnnual: variant === 'annualReport',
    meeting,
    hasPreviousMinutes,
    hasMeetings: meeting !== null || hasPreviousMinutes || hasMeetingsToTell(store, choice, today),
    hasCommitments:
      commitmentsTouching(store, periodFrom, periodTo, today).length > 0 || giveAndTakeOf(store, ...years).length > 0,
    hasStrategy: plansInForce(store).some(({ id }) => planHasContent(store, id)),
    hasProjects: projectsTouching(store, periodFrom, periodTo, today).length > 0,
  }
}

/** Without a meeting chosen or held: something decided elsewhere, or a meeting to come. */
function hasMeetingsToTell(store: Store, choice: Choice, today: Day): boolean {
  if (nextMeetings(store, choice.bodyId, today, null).length > 0) return true
  const { open, done } = decisionPart(store, choice, today)
  return open + done > 0
}
