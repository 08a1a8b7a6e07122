/** What the minutes say of an item, in sentences, for the printed paper and the one on screen. */
import { plainText } from '../../domain/rich-text.ts'
import { messageText } from '../../i18n/message-text.ts'
import { cleanLine } from '../clean-text.ts'
import type { PaperDecision, PaperItem } from '../meeting-paper.ts'
import { isMatter } from './items.ts'
import { decisionResult, standingProposals } from './vote-words.ts'
import type { PaperWords } from './words.ts'

/** Types whose titles say what they are. */
const namedByTitle = new Set<string>([
  'opening',
  'noticeApproval',
  'minutesApproval',
  'followUpList',
  'election',
  'anyOtherBusiness',
])

/** Type, file reference, case officer, presenter; empty where the title says it all. */
export function byline(item: PaperItem, { t }: PaperWords): string {
  return [
    ...(namedByTitle.has(item.type) ? [] : [t(`codes.itemType.${item.type}`)]),
    ...(item.caseNo === null ? [] : [`${t('papers.doc.caseNo')} ${item.caseNo}`]),
    ...(item.responsible === null ? [] : [`${t('papers.doc.case.officer')}: ${item.responsible}`]),
    ...(item.presenter === null ? [] : [`${t('papers.doc.case.presenter')}: ${item.presenter}`]),
  ].join(' · ')
}

/** Who came and who went. */
export function movementLines(item: PaperItem, { t, time }: PaperWords): string[] {
  return item.movements.map(({ name, at, does, replacedBy }) => {
    const told = { name, at: time(at), by: replacedBy ?? '' }
    if (does === 'arrives')
      return replacedBy === null ? t('papers.doc.arrives', told) : t('papers.doc.arrivesReplacing', told)
    return replacedBy === null ? t('papers.doc.leaves', told) : t('papers.doc.leavesReplaced', told)
  })
}

/** Who was disqualified or not, on which ground, and who stepped in. */
export function disqualificationLines(item: PaperItem, { t }: PaperWords): string[] {
  return item.disqualifications.map(({ name, ground, explanation, outcome: result, replacedBy }) => {
    const why = [lowerFirst(t(`codes.disqualificationGround.${ground}`)), explanation]
      .filter((part) => part !== null)
      .join(': ')
    const values = { name, why: cleanLine(why).replace(/\.$/, ''), by: replacedBy ?? '' }
    if (result === 'notDisqualified') return t('papers.doc.jav.not', values)
    if (result === 'pending') return t('papers.doc.jav.pending', values)
    return [
      t('papers.doc.jav.is', values),
      replacedBy === null ? t('papers.doc.jav.nobody') : t('papers.doc.jav.replaced', values),
    ].join(' ')
  })
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1)
}

/** Asked in 4minitz#389: quorum is printed with the item if it fails; a new number of voters is told, so that sums can be checked. Null where neither. */
export function quorumLine(
  { quorum: { voters, seats, needed, met, why } }: PaperItem,
  { t, number }: PaperWords,
  before: number | null,
): string | null {
  const told = { voters: number(voters), seats: number(seats), needed: number(needed) }
  if (!met) {
    const reason =
      why === null
        ? ''
        : messageText(t, why.params === undefined ? { key: why.key } : { key: why.key, params: why.params })
    return [t('papers.doc.quorum.notMet', told), reason].join(' ').trim()
  }
  return before === null || before === voters ? null : t('papers.doc.quorum.nowVoting', told)
}

/**
 * What stood to be decided on: the proposals not withdrawn, and the proposed decision where nobody put it anew. That one counts as the
 * first proposal, unless it is all there is and the decision repeats it.
 */
export function proposalsOf(item: PaperItem): {
  standing: PaperItem['proposals']
  proposed: PaperItem['proposedDecision']
} {
  const standing = standingProposals(item)
  const proposed = standing.some(({ kind }) => kind === 'main') ? null : item.proposedDecision
  const repeated = item.decisions.some((decision) => asProposed(item, decision))
  return { standing, proposed: standing.length === 0 && repeated ? null : proposed }
}

/** "Forslag 2 (endringsforslag) fra Kari Nes (Sp)". */
export function proposalHead(one: PaperItem['proposals'][number], no: number, { t }: PaperWords): string {
  const by = named(one.proposer, one.party)
  const values = { no, kind: t(`codes.proposalKind.${one.kind}`), by }
  return by === '' ? t('papers.doc.proposals.one', values) : t('papers.doc.proposals.oneBy', values)
}

/** Who gave a dissent or a note to the minutes, and when. */
export function statementHead(one: PaperItem['statements'][number], { t, day, time }: PaperWords): string {
  const values = {
    who: named(one.name, one.party),
    day: day(one.deliveredOn),
    at: one.deliveredAt === null ? '' : time(one.deliveredAt),
  }
  return one.deliveredAt === null ? t('papers.doc.statement.on', values) : t('papers.doc.statement.at', values)
}

/** "Kari Nes (Sp)"; the party alone where it spoke as one. */
function named(name: string | null, party: string | null): string {
  return [name, party === null || name === null ? party : `(${party})`].filter((part) => part !== null).join(' ')
}

/** Adopted word for word as the case paper proposed, with nothing else put. */
export function asProposed(item: PaperItem, { text }: PaperDecision): boolean {
  return (
    item.proposedDecision !== null && item.proposals.length === 0 && sameWords(text, plainText(item.proposedDecision))
  )
}

/** Whether two texts say the same, numbers of points and white space apart. */
function sameWords(one: string, other: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/^\s*\d+[.)]\s+/gm, '')
      .replace(/\s+/g, ' ')
      .trim()
      .toLocaleLowerCase()
  return bare(one) === bare(other)
}

/** Kinds of decision that its words may not show. */
const toldKinds = new Set<string>(['postponement', 'referralBack', 'consultationStatement'])

/** The decision's heading, with its number where it has one of its own. */
export function decisionHeading({ numberText }: PaperDecision, item: PaperItem, { t }: PaperWords): string {
  const own = numberText !== null && numberText !== item.numberText ? ` ${numberText}` : ''
  return `${t('papers.doc.decision.heading')}${own}`
}

/** How it was decided and what else is known of it: two lines, each left out where empty. Recipients stand by themselves. */
export function decisionLines(decision: PaperDecision, item: PaperItem, words: PaperWords): string[] {
  const { t, day } = words
  const duty = [
    ...(decision.responsible === null ? [] : [`${t('papers.doc.responsible')}: ${decision.responsible}`]),
    ...(decision.deadline === null ? [] : [`${t('papers.doc.deadline')}: ${day(decision.deadline)}`]),
  ]
  const facts = [
    ...(asProposed(item, decision) ? [t('papers.doc.decision.asProposed')] : []),
    ...(toldKinds.has(decision.kind) ? [`${t(`codes.decisionKind.${decision.kind}`)}.`] : []),
    ...(decision.corrects === null ? [] : [t('papers.doc.decision.corrects', { decision: decision.corrects })]),
    ...(decision.effectiveFrom === null ? [] : [t('papers.doc.decision.from', { day: day(decision.effectiveFrom) })]),
    ...(decision.appealable === null
      ? []
      : [t(decision.appealable ? 'papers.doc.decision.appealable' : 'papers.doc.decision.notAppealable')]),
  ]
  return [[decisionResult(decision, words), ...facts].join(' ').trim(), duty.join(' · ')].filter((line) => line !== '')
}

/** What became of an item that nothing was decided on; null for one treated or still to come. */
export function outcomeLine(item: PaperItem, { t }: PaperWords): string | null {
  const { status } = item
  if (!isMatter(item) || item.decisions.length > 0 || status === 'pending' || status === 'treated') return null
  return t(`papers.doc.outcome.${status}`)
}
