import type { PaperVote } from '../meeting-paper.ts'
import { type Block, sentence } from '../word/blocks.ts'
import { paperTable } from './blocks.ts'
import { type Proposal, partyLines, voteSentence } from './vote-words.ts'
import type { PaperWords } from './words.ts'

/** One ballot: its sentence, who voted how where names were called. */
export function voteBlocks(vote: PaperVote, proposals: readonly Proposal[], words: PaperWords): Block[] {
  return [voteSentence(vote, proposals, words), ...partyLines(vote, words)]
    .map((text) => sentence(text))
    .concat(namedTable(vote, words))
}

function namedTable({ named }: PaperVote, { t }: PaperWords): Block[] {
  if (named.length === 0) return []
  const hasParties = named.some(({ party }) => party !== null)
  return paperTable(
    [
      { header: t('papers.doc.person.name'), width: 3 },
      ...(hasParties ? [{ header: t('papers.doc.person.party'), width: 2 }] : []),
      { header: t('papers.doc.vote.vote'), width: 1.5 },
    ],
    named.map(({ name, party, vote }) => ({
      cells: [name, ...(hasParties ? [party ?? t('papers.doc.vote.independent')] : []), t(`codes.voteChoice.${vote}`)],
    })),
  )
}
