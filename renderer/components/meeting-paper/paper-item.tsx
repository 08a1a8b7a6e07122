import { RichTextView } from '#renderer/components/rich-text-view.tsx'
import { confidentialMark, itemTitle } from '#shared/documents/meeting/items.ts'
import type { PaperWords } from '#shared/documents/meeting/words.ts'
import type { PaperItem } from '#shared/documents/meeting-paper.ts'
import { plainText } from '#shared/domain/rich-text.ts'
import styles from './meeting-paper.module.css'
import { Lines, PaperTable } from './paper-table.tsx'
import { beforeText, decisionFacts, standingProposals, voteText } from './paper-words.ts'

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
  const before = beforeText(item, votersBefore, words)
  const quorum = before.quorum && <p className={before.quorumMet ? undefined : styles.notice}>{before.quorum}</p>
  if (item.withheld) {
    return (
      <section className={styles.item}>
        <h3>{itemTitle(item, words)}</h3>
        {before.movements.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {quorum}
        <p>{t('papers.doc.withheldText')}</p>
      </section>
    )
  }
  return (
    <section className={styles.item}>
      <h3>{itemTitle(item, words)}</h3>
      <p className={styles.minor}>
        {[
          t(`codes.itemType.${item.type}`),
          item.caseNo && `${t('papers.doc.caseNo')} ${item.caseNo}`,
          item.responsible && `${t('papers.doc.case.officer')}: ${item.responsible}`,
          item.presenter && `${t('papers.doc.case.presenter')}: ${item.presenter}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {item.confidential && <p className={styles.notice}>{confidentialMark(item, words)}</p>}
      {before.movements.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {before.disqualified.length > 0 && <h4>{t('papers.doc.jav.heading')}</h4>}
      {before.disqualified.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {quorum}
      <RichTextView doc={item.minutesText} under={3} />
      <Proposals item={item} words={words} />
      <Votes item={item} words={words} />
      <Decisions item={item} words={words} only={onlyDecision} />
      <Outcome item={item} words={words} />
      <Statements item={item} words={words} />
      <Actions item={item} words={words} />
    </section>
  )
}

interface PartProps {
  readonly item: PaperItem
  readonly words: PaperWords
}

function Proposals({ item, words: { t } }: PartProps) {
  const standing = standingProposals(item)
  const proposed = standing.some(({ kind }) => kind === 'main') ? null : item.proposedDecision
  const repeated = proposed !== null && item.decisions.some(({ text }) => bare(text) === bare(plainText(proposed)))
  const shown = repeated && standing.length === 0 ? null : proposed
  if (standing.length === 0 && shown === null) return null
  return (
    <>
      <h4>{t('papers.doc.proposals.heading')}</h4>
      {shown && (
        <div className={styles.quoted}>
          <p className={styles.strong}>{t('papers.doc.proposals.proposed')}</p>
          <RichTextView doc={shown} under={4} />
        </div>
      )}
      {standing.map((one, at) => {
        const by = [one.proposer, one.party && (one.proposer ? `(${one.party})` : one.party)].filter(Boolean).join(' ')
        const values = { no: at + 1, kind: t(`codes.proposalKind.${one.kind}`), by }
        return (
          <div key={values.no} className={styles.quoted}>
            <p className={styles.strong}>
              {by === '' ? t('papers.doc.proposals.one', values) : t('papers.doc.proposals.oneBy', values)}
            </p>
            <Lines text={one.text} />
          </div>
        )
      })}
    </>
  )
}

/** Numbers of points and white space apart. */
const bare = (text: string) =>
  text
    .replace(/^\s*\d+[.)]\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase()

function Votes({ item, words }: PartProps) {
  const { t } = words
  if (item.votes.length === 0) return null
  const counted = item.votes.some(({ kind }) => kind !== 'acclamation')
  return (
    <>
      <h4>{counted ? t('papers.doc.vote.heading') : t('papers.doc.vote.headingAcclamation')}</h4>
      {item.votes.map((vote, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ballots of a paper have no other order than their own
        <div key={at}>
          {item.votes.length > 1 && <p className={styles.strong}>{t('papers.doc.vote.no', { no: at + 1 })}</p>}
          <p>{voteText(vote, item, words)}</p>
          {vote.named.length > 0 && (
            <PaperTable
              columns={[t('papers.doc.person.name'), t('papers.doc.person.party'), t('papers.doc.vote.vote')]}
              rows={vote.named.map((one) => [one.name, one.party ?? '', t(`codes.voteChoice.${one.vote}`)])}
            />
          )}
        </div>
      ))}
    </>
  )
}

function Decisions({ item, words, only }: PartProps & { readonly only: number | undefined }) {
  const shown = only === undefined ? item.decisions : item.decisions.slice(only, only + 1)
  return shown.map((decision, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: decisions of a paper have no other order than their own
    <div key={at} className={styles.decided}>
      <h4>
        {words.t('papers.doc.decision.heading')}
        {decision.numberText && decision.numberText !== item.numberText && ` ${decision.numberText}`}
      </h4>
      <Lines text={decision.text} className={styles.decision} />
      {decisionFacts(decision, words).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  ))
}

function Outcome({ item, words: { t } }: PartProps) {
  const { status } = item
  if (item.decisions.length > 0 || status === 'pending' || status === 'treated') return null
  return <p>{t(`papers.doc.outcome.${status}`)}</p>
}

function Statements({ item, words: { t, day, time } }: PartProps) {
  return (['dissent', 'noteToMinutes'] as const).map((kind) => {
    const of = item.statements.filter((one) => one.kind === kind)
    if (of.length === 0) return null
    return (
      <div key={kind}>
        <h4>{t(`codes.statementKind.${kind}`)}</h4>
        {of.map((one) => {
          const who = [one.name, one.party && (one.name ? `(${one.party})` : one.party)].filter(Boolean).join(' ')
          const on = { who, day: day(one.deliveredOn), at: one.deliveredAt === null ? '' : time(one.deliveredAt) }
          return (
            <div key={`${who} ${one.text}`} className={styles.quoted}>
              <p className={styles.strong}>
                {one.deliveredAt === null ? t('papers.doc.statement.on', on) : t('papers.doc.statement.at', on)}
              </p>
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
