import type { PaperDecision, PaperItem } from '../meeting-paper.ts'
import { richBlocks } from '../rich-text-docx.ts'
import { type Block, prose, sentence } from '../word/blocks.ts'
import { below, headingAt, type Level, labelled, lines, paperTable } from './blocks.ts'
import {
  byline,
  decisionHeading,
  decisionLines,
  disqualificationLines,
  movementLines,
  outcomeLine,
  proposalHead,
  proposalsOf,
  quorumLine,
  statementHead,
} from './item-words.ts'
import { confidentialMark, itemTitle } from './items.ts'
import { needsOrder, propositionLine, standingProposals, voteHeading } from './vote-words.ts'
import { voteBlocks } from './votes.ts'
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
  const { movements, quorum } = around(item, words, options.votersBefore)
  if (item.withheld) return [title, ...movements, ...quorum, sentence(t('papers.doc.withheldText'))]
  const under = byline(item, words)
  const outcome = outcomeLine(item, words)
  const inner = below(level)
  return [
    title,
    ...(under === '' ? [] : [sentence(under, 'Byline')]),
    ...(item.confidential ? [sentence(confidentialMark(item, words), 'Notice')] : []),
    ...movements,
    ...disqualifications(item, words, inner),
    ...quorum,
    ...richBlocks(item.minutesText, { level, nextList: words.nextList }),
    ...proposals(item, words, inner),
    ...votes(item, words, inner),
    ...decisions(item, words, inner, options.onlyDecision),
    ...(outcome === null ? [] : [sentence(outcome)]),
    ...statements(item, words, inner),
    ...actions(item, words, inner),
  ]
}

function around(item: PaperItem, words: PaperWords, before: number | null) {
  const quorum = quorumLine(item, words, before)
  return {
    movements: movementLines(item, words).map((line) => sentence(line)),
    quorum: quorum === null ? [] : [sentence(quorum, item.quorum.met ? undefined : 'Notice')],
  }
}

function disqualifications(item: PaperItem, words: PaperWords, level: Level): Block[] {
  const told = disqualificationLines(item, words)
  return told.length === 0
    ? []
    : [headingAt(level, words.t('papers.doc.jav.heading')), ...told.map((line) => sentence(line))]
}

function proposals(item: PaperItem, words: PaperWords, level: Level): Block[] {
  const { t, nextList } = words
  const { standing, proposed } = proposalsOf(item)
  if (standing.length === 0 && proposed === null) return []
  return [
    headingAt(level, t('papers.doc.proposals.heading')),
    ...(proposed === null
      ? []
      : [
          sentence(t('papers.doc.proposals.proposed'), 'ProposalHead'),
          ...richBlocks(proposed, { level, nextList, style: 'ProposalText' }),
        ]),
    ...standing.flatMap((one, index) => [
      sentence(proposalHead(one, index + 1, words), 'ProposalHead'),
      ...lines(one.text, 'ProposalText', nextList),
    ]),
  ]
}

function votes(item: PaperItem, words: PaperWords, level: Level): Block[] {
  const { t, nextList } = words
  const standing = standingProposals(item)
  const headings = item.votes.map((vote) => voteHeading(vote, words))
  const order = item.votes.map((vote, index) => `${index + 1}. ${propositionLine(vote, standing, words)}`)
  return [
    ...(needsOrder(item, words)
      ? [headingAt(level, t('papers.doc.vote.order')), ...lines(order.join('\n'), undefined, nextList)]
      : []),
    ...item.votes.flatMap((vote, index) => [
      ...(headings[index] === headings[index - 1] ? [] : [headingAt(level, headings[index] ?? '')]),
      ...(item.votes.length > 1 ? [sentence(t('papers.doc.vote.no', { no: index + 1 }), 'ProposalHead')] : []),
      ...voteBlocks(vote, standing, words),
    ]),
  ]
}

function decisions(item: PaperItem, words: PaperWords, level: Level, only: number | undefined): Block[] {
  const shown = only === undefined ? item.decisions : item.decisions.slice(only, only + 1)
  return shown.flatMap((decision) => decisionBlocks(decision, item, words, level))
}

function decisionBlocks(decision: PaperDecision, item: PaperItem, words: PaperWords, level: Level): Block[] {
  return [
    headingAt(level, decisionHeading(decision, item, words)),
    ...lines(decision.text, 'Decision', words.nextList),
    ...decisionLines(decision, item, words).map((line) => sentence(line)),
    ...(decision.recipients.length === 0
      ? []
      : [labelled(words.t('papers.doc.case.recipients'), decision.recipients.join(', '))]),
  ]
}

function statements(item: PaperItem, words: PaperWords, level: Level): Block[] {
  return (['dissent', 'noteToMinutes'] as const).flatMap((kind) => {
    const of = item.statements.filter((one) => one.kind === kind)
    if (of.length === 0) return []
    return [
      headingAt(level, words.t(`codes.statementKind.${kind}`)),
      ...of.flatMap((one) => [sentence(statementHead(one, words), 'ProposalHead'), ...prose(one.text)]),
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
