import { RichTextView } from '#renderer/components/rich-text-view.tsx'
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
} from '#shared/documents/meeting/item-words.ts'
import { confidentialMark, itemTitle } from '#shared/documents/meeting/items.ts'
import {
  needsOrder,
  partyLines,
  propositionLine,
  standingProposals,
  voteHeading,
  voteSentence,
} from '#shared/documents/meeting/vote-words.ts'
import type { PaperWords } from '#shared/documents/meeting/words.ts'
import type { PaperItem, PaperVote } from '#shared/documents/meeting-paper.ts'
import styles from './meeting-paper.module.css'
import { Lines, PaperTable } from './paper-table.tsx'

interface Props {
  readonly item: PaperItem
  readonly words: PaperWords
  /** Voters at the item before: a change is told. */
  readonly votersBefore: number | null
  /** Only this decision: an extract. */
  readonly onlyDecision?: number | undefined
}

/** One item of the minutes, in the order it happened. */
export function PaperItemView({ item, words, votersBefore, onlyDecision }: Props) {
  const { t } = words
  if (item.type === 'break') return null
  if (item.type === 'heading') return <h3 className={styles.group}>{item.title}</h3>
  const came = movementLines(item, words).map((line) => <p key={line}>{line}</p>)
  const enough = quorumLine(item, words, votersBefore)
  const quorum = enough && <p className={item.quorum.met ? undefined : styles.notice}>{enough}</p>
  if (item.withheld) {
    return (
      <section className={styles.item}>
        <h3>{itemTitle(item, words)}</h3>
        {came}
        {quorum}
        <p>{t('papers.doc.withheldText')}</p>
      </section>
    )
  }
  const disqualified = disqualificationLines(item, words)
  const outcome = outcomeLine(item, words)
  return (
    <section className={styles.item}>
      <h3>{itemTitle(item, words)}</h3>
      <p className={styles.minor}>{byline(item, words)}</p>
      {item.confidential && <p className={styles.notice}>{confidentialMark(item, words)}</p>}
      {came}
      {disqualified.length > 0 && <h4>{t('papers.doc.jav.heading')}</h4>}
      {disqualified.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {quorum}
      <RichTextView doc={item.minutesText} under={3} />
      <Proposals item={item} words={words} />
      <Votes item={item} words={words} />
      <Decisions item={item} words={words} only={onlyDecision} />
      {outcome && <p>{outcome}</p>}
      <Statements item={item} words={words} />
      <Actions item={item} words={words} />
    </section>
  )
}

interface PartProps {
  readonly item: PaperItem
  readonly words: PaperWords
}

function Proposals({ item, words }: PartProps) {
  const { t } = words
  const { standing, proposed } = proposalsOf(item)
  if (standing.length === 0 && proposed === null) return null
  return (
    <>
      <h4>{t('papers.doc.proposals.heading')}</h4>
      {proposed && (
        <div className={styles.quoted}>
          <p className={styles.strong}>{t('papers.doc.proposals.proposed')}</p>
          <RichTextView doc={proposed} under={4} />
        </div>
      )}
      {standing.map((one, at) => {
        const head = proposalHead(one, at + 1, words)
        return (
          <div key={head} className={styles.quoted}>
            <p className={styles.strong}>{head}</p>
            <Lines text={one.text} />
          </div>
        )
      })}
    </>
  )
}

function Votes({ item, words }: PartProps) {
  const { t } = words
  const standing = standingProposals(item)
  const headings = item.votes.map((vote) => voteHeading(vote, words))
  return (
    <>
      {needsOrder(item, words) && (
        <>
          <h4>{t('papers.doc.vote.order')}</h4>
          <Lines
            text={item.votes.map((vote, at) => `${at + 1}. ${propositionLine(vote, standing, words)}`).join('\n')}
          />
        </>
      )}
      {item.votes.map((vote, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ballots of a paper have no other order than their own
        <div key={at}>
          {headings[at] !== headings[at - 1] && <h4>{headings[at]}</h4>}
          {item.votes.length > 1 && <p className={styles.strong}>{t('papers.doc.vote.no', { no: at + 1 })}</p>}
          <p>{voteSentence(vote, standing, words)}</p>
          {partyLines(vote, words).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <NamedVotes vote={vote} words={words} />
        </div>
      ))}
    </>
  )
}

function NamedVotes({ vote: { named }, words: { t } }: { readonly vote: PaperVote; readonly words: PaperWords }) {
  if (named.length === 0) return null
  const hasParties = named.some(({ party }) => party !== null)
  return (
    <PaperTable
      columns={[
        t('papers.doc.person.name'),
        ...(hasParties ? [t('papers.doc.person.party')] : []),
        t('papers.doc.vote.vote'),
      ]}
      rows={named.map((one) => [
        one.name,
        ...(hasParties ? [one.party ?? t('papers.doc.vote.independent')] : []),
        t(`codes.voteChoice.${one.vote}`),
      ])}
    />
  )
}

function Decisions({ item, words, only }: PartProps & { readonly only: number | undefined }) {
  const shown = only === undefined ? item.decisions : item.decisions.slice(only, only + 1)
  return shown.map((decision, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: decisions of a paper have no other order than their own
    <div key={at} className={styles.decided}>
      <h4>{decisionHeading(decision, item, words)}</h4>
      <Lines text={decision.text} className={styles.decision} />
      {decisionLines(decision, item, words).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {decision.recipients.length > 0 && (
        <p>
          {words.t('papers.doc.case.recipients')}: {decision.recipients.join(', ')}
        </p>
      )}
    </div>
  ))
}

function Statements({ item, words }: PartProps) {
  return (['dissent', 'noteToMinutes'] as const).map((kind) => {
    const of = item.statements.filter((one) => one.kind === kind)
    if (of.length === 0) return null
    return (
      <div key={kind}>
        <h4>{words.t(`codes.statementKind.${kind}`)}</h4>
        {of.map((one) => {
          const head = statementHead(one, words)
          return (
            <div key={`${head} ${one.text}`} className={styles.quoted}>
              <p className={styles.strong}>{head}</p>
              <Lines text={one.text} />
            </div>
          )
        })}
      </div>
    )
  })
}

function Actions({ item, words: { t, day } }: PartProps) {
  if (item.actions.length === 0) return null
  return (
    <>
      <h4>{t('papers.doc.actions.heading')}</h4>
      <PaperTable
        columns={[t('papers.doc.actions.what'), t('papers.doc.responsible'), t('papers.doc.deadline')]}
        rows={item.actions.map((one) => [one.title, one.owner, day(one.dueOn)])}
      />
    </>
  )
}
