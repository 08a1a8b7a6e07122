import { plainText } from '../../domain/rich-text.ts'
import { messageText } from '../../i18n/message-text.ts'
import { cleanLine } from '../clean-text.ts'
import type { PaperDecision, PaperItem, PaperVote } from '../meeting-paper.ts'
import { richBlocks } from '../rich-text-docx.ts'
import { type Block, prose, sentence } from '../word/blocks.ts'
import { below, headingAt, type Level, labelled, lines, paperTable } from './blocks.ts'
import { confidentialMark, isMatter, itemTitle } from './items.ts'
import { decisionResult, propositionLine, standingProposals, voteBlocks } from './votes.ts'
import type { PaperWords } from './words.ts'

interface ItemOptions {
  /** Level of the item's heading; a heading of the agenda stands one above. */
  readonly level: Level
  /** Voters at the item before: a change is told. */
  readonly votersBefore: number | null
  /** Only this decision of the item: an extract. */
  readonly onlyDecision?: number
}

/**
 * One item of the minutes, in the order it happened: arrivals and departures, disqualification, failing quorum, text, proposals,
 * order of propositions, votes, decision, dissent, notes, follow-up. A withheld item has its number and ground only.
 */
export function minutesItem(item: PaperItem, words: PaperWords, options: ItemOptions): Block[] {
  const { t } = words
  const { level } = options
  if (item.type === 'break') return []
  if (item.type === 'heading') return [headingAt(level === 1 ? 1 : ((level - 1) as Level), item.title ?? '')]
  const title = headingAt(level, itemTitle(item, words))
  const around = [...movements(item, words), ...quorum(item, words, options.votersBefore)]
  if (item.withheld) return [title, ...around, sentence(t('papers.doc.withheldText'))]
  const inner = below(level)
  return [
    title,
    ...byline(item, words),
    ...(item.confidential ? [sentence(confidentialMark(item, words), 'Notice')] : []),
    ...movements(item, words),
    ...disqualifications(item, words, inner),
    ...quorum(item, words, options.votersBefore),
    ...richBlocks(item.minutesText, { level, nextList: words.nextList }),
    ...proposals(item, words, inner),
    ...votes(item, words, inner),
    ...decisions(item, words, inner, options.onlyDecision),
    ...outcome(item, words),
    ...statements(item, words, inner),
    ...actions(item, words, inner),
  ]
}

/** Types whose titles say what they are. */
const namedByTitle = new Set<string>([
  'opening',
  'noticeApproval',
  'minutesApproval',
  'followUpList',
  'election',
  'anyOtherBusiness',
])

function byline(item: PaperItem, { t }: PaperWords): Block[] {
  const told = [
    ...(namedByTitle.has(item.type) ? [] : [t(`codes.itemType.${item.type}`)]),
    ...(item.caseNo === null ? [] : [`${t('papers.doc.caseNo')} ${item.caseNo}`]),
    ...(item.responsible === null ? [] : [`${t('papers.doc.case.officer')}: ${item.responsible}`]),
    ...(item.presenter === null ? [] : [`${t('papers.doc.case.presenter')}: ${item.presenter}`]),
  ]
  return told.length === 0 ? [] : [sentence(told.join(' · '), 'Byline')]
}

function movements(item: PaperItem, { t, time }: PaperWords): Block[] {
  return item.movements.map(({ name, at, does, replacedBy }) => {
    const told = { name, at: time(at), by: replacedBy ?? '' }
    if (does === 'arrives')
      return sentence(replacedBy === null ? t('papers.doc.arrives', told) : t('papers.doc.arrivesReplacing', told))
    return sentence(replacedBy === null ? t('papers.doc.leaves', told) : t('papers.doc.leavesReplaced', told))
  })
}

function disqualifications(item: PaperItem, { t }: PaperWords, level: Level): Block[] {
  if (item.disqualifications.length === 0) return []
  const told = item.disqualifications.map(({ name, ground, explanation, outcome: result, replacedBy }) => {
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
  return [headingAt(level, t('papers.doc.jav.heading')), ...told.map((text) => sentence(text))]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1)
}

/** Asked in 4minitz#389: quorum is printed with the item if it fails; a new number of voters is told, so that sums can be checked. */
function quorum(
  { quorum: { voters, seats, needed, met, why } }: PaperItem,
  { t, number }: PaperWords,
  before: number | null,
): Block[] {
  const told = { voters: number(voters), seats: number(seats), needed: number(needed) }
  if (!met) {
    const reason =
      why === null
        ? ''
        : messageText(t, why.params === undefined ? { key: why.key } : { key: why.key, params: why.params })
    return [sentence([t('papers.doc.quorum.notMet', told), reason].join(' ').trim(), 'Notice')]
  }
  return before === null || before === voters ? [] : [sentence(t('papers.doc.quorum.nowVoting', told))]
}

/** Those not withdrawn. A proposed decision that nobody put anew counts as the first proposal, unless the decision repeats it. */
function proposals(item: PaperItem, words: PaperWords, level: Level): Block[] {
  const { t, nextList } = words
  const standing = standingProposals(item)
  const proposed = standing.some(({ kind }) => kind === 'main') ? null : item.proposedDecision
  const same = item.decisions.some((decision) => asProposed(item, decision))
  if (standing.length === 0 && (proposed === null || same)) return []
  return [
    headingAt(level, t('papers.doc.proposals.heading')),
    ...(proposed === null
      ? []
      : [
          sentence(t('papers.doc.proposals.proposed'), 'ProposalHead'),
          ...richBlocks(proposed, { level, nextList, style: 'ProposalText' }),
        ]),
    ...standing.flatMap((one, index) => {
      const from = [one.proposer, one.party === null ? null : one.proposer === null ? one.party : `(${one.party})`]
      const by = from.filter((part) => part !== null).join(' ')
      const kind = t(`codes.proposalKind.${one.kind}`)
      const values = { no: index + 1, kind, by }
      return [
        sentence(
          by === '' ? t('papers.doc.proposals.one', values) : t('papers.doc.proposals.oneBy', values),
          'ProposalHead',
        ),
        ...lines(one.text, 'ProposalText', nextList),
      ]
    }),
  ]
}

/** Adopted word for word as the case paper proposed, with nothing else put. */
function asProposed(item: PaperItem, { text }: PaperDecision): boolean {
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

function votes(item: PaperItem, words: PaperWords, level: Level): Block[] {
  const { t, form, nextList } = words
  if (item.votes.length === 0) return []
  const standing = standingProposals(item)
  const needsOrder =
    item.votes.length > 1 || (form === 'SE' && item.votes.some(({ againstText }) => againstText !== null))
  // SE parts what the chair found (proposition på yrkandena) from what was counted (omröstning); NO calls both votering.
  const titleOf = (vote: PaperVote | undefined) =>
    vote === undefined
      ? ''
      : vote.kind === 'acclamation'
        ? t('papers.doc.vote.headingAcclamation')
        : t('papers.doc.vote.heading')
  const order = item.votes.map((vote, index) => `${index + 1}. ${propositionLine(vote, standing, words)}`)
  return [
    ...(needsOrder
      ? [headingAt(level, t('papers.doc.vote.order')), ...lines(order.join('\n'), undefined, nextList)]
      : []),
    ...item.votes.flatMap((vote, index) => [
      ...(titleOf(vote) === titleOf(item.votes[index - 1]) ? [] : [headingAt(level, titleOf(vote))]),
      ...(item.votes.length > 1 ? [sentence(t('papers.doc.vote.no', { no: index + 1 }), 'ProposalHead')] : []),
      ...voteBlocks(vote, standing, words),
    ]),
  ]
}

/** Kinds of decision that its words may not show. */
const toldKinds = new Set<string>(['postponement', 'referralBack', 'consultationStatement'])

function decisions(item: PaperItem, words: PaperWords, level: Level, only: number | undefined): Block[] {
  const shown = only === undefined ? item.decisions : item.decisions.slice(only, only + 1)
  return shown.flatMap((decision) => decisionBlocks(decision, item, words, level))
}

function decisionBlocks(decision: PaperDecision, item: PaperItem, words: PaperWords, level: Level): Block[] {
  const { t, day, nextList } = words
  const result = decisionResult(decision, words)
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
  const ownNumber =
    decision.numberText !== null && decision.numberText !== item.numberText ? ` ${decision.numberText}` : ''
  return [
    headingAt(level, `${t('papers.doc.decision.heading')}${ownNumber}`),
    ...lines(decision.text, 'Decision', nextList),
    ...(result === '' && facts.length === 0 ? [] : [sentence([result, ...facts].join(' ').trim())]),
    ...(duty.length === 0 ? [] : [sentence(duty.join(' · '))]),
    ...(decision.recipients.length === 0
      ? []
      : [labelled(t('papers.doc.case.recipients'), decision.recipients.join(', '))]),
  ]
}

function outcome(item: PaperItem, { t }: PaperWords): Block[] {
  const { status } = item
  if (!isMatter(item) || item.decisions.length > 0) return []
  if (status === 'postponed') return [sentence(t('papers.doc.outcome.postponed'))]
  if (status === 'withdrawn') return [sentence(t('papers.doc.outcome.withdrawn'))]
  return status === 'referredBack' ? [sentence(t('papers.doc.outcome.referredBack'))] : []
}

function statements(item: PaperItem, { t, day, time }: PaperWords, level: Level): Block[] {
  return (['dissent', 'noteToMinutes'] as const).flatMap((kind) => {
    const of = item.statements.filter((one) => one.kind === kind)
    if (of.length === 0) return []
    return [
      headingAt(level, t(`codes.statementKind.${kind}`)),
      ...of.flatMap((one) => {
        const who = [one.name, one.party === null ? null : one.name === null ? one.party : `(${one.party})`]
        const values = {
          who: who.filter((part) => part !== null).join(' '),
          day: day(one.deliveredOn),
          at: one.deliveredAt === null ? '' : time(one.deliveredAt),
        }
        return [
          sentence(
            one.deliveredAt === null ? t('papers.doc.statement.on', values) : t('papers.doc.statement.at', values),
            'ProposalHead',
          ),
          ...prose(one.text),
        ]
      }),
    ]
  })
}

function actions(item: PaperItem, { t, day }: PaperWords, level: Level): Block[] {
  if (item.actions.length === 0) return []
  return [
    headingAt(level, t('papers.doc.actions.heading')),
    ...paperTable(
      [
        { header: t('papers.doc.actions.what'), width: 4.5 },
        { header: t('papers.doc.responsible'), width: 2.2 },
        { header: t('papers.doc.deadline'), width: 1.4 },
      ],
      item.actions.map(({ title, owner, dueOn }) => ({ cells: [title, owner, day(dueOn)] })),
    ),
  ]
}
