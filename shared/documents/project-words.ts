/** How a board package writes a project: its name, its light, its money. */
import { standsOn } from '../domain/milestone-rules.ts'
import { formatQuantity } from '../domain/quantities.ts'
import type { CommitmentUnit } from '../domain/records/commitment.ts'
import type { Light } from '../domain/records/project.ts'
import { cleanLine } from './clean-text.ts'
import type { SnapshotMilestone } from './exceptions.ts'
import type { Snapshot, SnapshotProject } from './snapshot.ts'
import { type Words, wordsOf } from './words.ts'

export type ProjectWords = Words & {
  /** Øre/öre in the project's currency; where it names none, in that of the partnership's country. */
  money: (amount: number, project: Pick<SnapshotProject, 'currency'>) => string
  /** Øre/öre or hundredths with their unit. */
  quantity: (amount: number, unit: CommitmentUnit) => string
  /** What the plan calls a focus area. */
  areaLabel: string
  /** The light in words, or that it was never assessed. */
  light: (light: Light | null) => string
}

/** The words of a snapshot's projects. */
export function projectWords(snapshot: Snapshot): ProjectWords {
  const words = wordsOf(snapshot)
  const { t } = words
  const quantity = (amount: number, unit: CommitmentUnit) => formatQuantity(amount, unit, snapshot.language)
  const usual = snapshot.partnership.country === 'NO' ? 'NOK' : 'SEK'
  return {
    ...words,
    quantity,
    money: (amount, { currency }) => quantity(amount, currency ?? usual),
    areaLabel: cleanLine(snapshot.projects?.areaLabel ?? t('documents.projects.facts.area')),
    light: (light) => t(light === null ? 'documents.projects.lightNone' : `codes.light.${light}`),
  }
}

/** Number and title: "F-1 Grønn industri". */
export function nameOf({ number, title }: Pick<SnapshotProject, 'number' | 'title'>): string {
  return number === null ? title : `${number} ${title}`
}

/** The milestone not yet reached that comes first. */
export function nextMilestone({ milestones }: SnapshotProject): SnapshotMilestone | undefined {
  return milestones
    .filter(({ actualOn }) => actualOn === null)
    .toSorted((a, b) => (standsOn(a) < standsOn(b) ? -1 : standsOn(a) > standsOn(b) ? 1 : 0))[0]
}

export function isReached({ actualOn }: SnapshotMilestone): boolean {
  return actualOn !== null
}

/** Item, body and day where a project is next decided upon; none where that is not said. */
export function nextDecisionParts({ nextDecision }: SnapshotProject, { day }: Pick<Words, 'day'>): string[] {
  if (nextDecision === null) return []
  const { numberText, title, bodyName, meetingOn } = nextDecision
  const item = numberText === null ? title : `${numberText} ${title}`
  return [item, bodyName, ...(meetingOn === null ? [] : [day(meetingOn)])]
}
