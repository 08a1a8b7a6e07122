import { useWords } from '#renderer/lib/load-words.ts'
import { isMatter } from '#shared/documents/meeting/items.ts'
import { meetingName, paperTitle, standing, timesOf } from '#shared/documents/meeting/paper-facts.ts'
import { type PaperWords, paperWords } from '#shared/documents/meeting/words.ts'
import type { MeetingPaper } from '#shared/documents/meeting-paper.ts'
import { localeOf } from '#shared/i18n/translator.ts'
import styles from './meeting-paper.module.css'
import { AgendaTable, CasePapers } from './paper-agenda.tsx'
import { AttendanceForm, AttendanceGroups, Called } from './paper-attendance.tsx'
import { FollowUpTables } from './paper-follow-up.tsx'
import { PaperItemView } from './paper-item.tsx'
import { Signatures } from './paper-signatures.tsx'
import { Lines, PaperFacts } from './paper-table.tsx'

/** A meeting's paper to read before it is exported: the same parts in the same order as in Word, in the paper's own language. */
export function MeetingPaperView({ paper }: { readonly paper: MeetingPaper }) {
  useWords(paper.language)
  const words = paperWords(paper)
  const { dayLong } = words
  const { meeting } = paper
  return (
    <article className={styles.paper} lang={localeOf(paper.language)}>
      <header className={styles.head}>
        <p className={styles.kicker}>{paper.partnership.name}</p>
        <p className={styles.title}>{paperTitle(paper, words)}</p>
        <p className={styles.minor}>
          {[meetingName(paper, words), meeting && dayLong(meeting.startsOn)].filter(Boolean).join(' · ')}
        </p>
      </header>
      <Notices paper={paper} words={words} />
      <Content paper={paper} words={words} />
    </article>
  )
}

export interface PaperPart {
  readonly paper: MeetingPaper
  readonly words: PaperWords
}

function Notices({ paper, words: { t, number } }: PaperPart) {
  const withheld = paper.items.filter((item) => item.withheld).length
  const holds = paper.items.some((item) => item.confidential)
  return (
    <>
      {paper.meeting?.status === 'cancelled' && <p className={styles.notice}>{t('papers.doc.cancelled')}</p>}
      {paper.redacted && (
        <p className={styles.notice}>
          {withheld === 0
            ? t('papers.doc.redactedNone')
            : t('papers.doc.redacted', { count: withheld, number: number(withheld) })}
        </p>
      )}
      {!paper.redacted && holds && <p className={styles.notice}>{t('papers.doc.holdsConfidential')}</p>}
    </>
  )
}

function Content(part: PaperPart) {
  const { paper, words } = part
  const { t } = words
  switch (paper.kind) {
    case 'notice':
      return (
        <>
          <MeetingFacts {...part} />
          {paper.meeting?.noticeText && <Lines text={paper.meeting.noticeText} />}
          <Called {...part} />
          <h2>{t('codes.paperKind.agenda')}</h2>
          <AgendaTable {...part} />
        </>
      )
    case 'agenda':
      return (
        <>
          <MeetingFacts {...part} />
          <AgendaTable {...part} />
        </>
      )
    case 'casePapers':
      return <CasePapers {...part} />
    case 'minutes':
      return <Minutes {...part} />
    case 'extract':
      return <Extract {...part} />
    case 'followUpList':
      return <FollowUpTables {...part} />
    case 'attendanceList':
      return (
        <>
          <MeetingFacts {...part} />
          <AttendanceForm {...part} />
        </>
      )
  }
}

function MeetingFacts({ paper, words }: PaperPart) {
  const { t, dayLong } = words
  const { meeting } = paper
  if (meeting === null) return null
  return (
    <PaperFacts
      facts={[
        [t('papers.doc.fact.meeting'), meeting.title],
        [t('papers.doc.fact.day'), dayLong(meeting.startsOn)],
        [t('papers.doc.fact.time'), timesOf(paper, words)],
        [t('papers.doc.fact.place'), meeting.place],
        [t('papers.doc.fact.link'), meeting.remoteLink],
        [
          t('papers.doc.fact.kind'),
          `${t(`codes.meetingKind.${meeting.kind}`)}, ${t(`codes.openness.${meeting.openness}`).toLocaleLowerCase()}`,
        ],
        [t('papers.doc.fact.chair'), meeting.chair],
        [t('papers.doc.fact.secretary'), meeting.secretary],
      ]}
    />
  )
}

function Minutes(part: PaperPart) {
  const { paper, words } = part
  const { t } = words
  const matters = paper.items.filter((item) => isMatter(item))
  const first = matters[0]?.quorum
  const told = first && {
    voters: words.number(first.voters),
    seats: words.number(first.seats),
    needed: words.number(first.needed),
  }
  return (
    <>
      <Standing {...part} />
      <MeetingFacts {...part} />
      {paper.meeting?.allSeeAndHear && <p>{t('papers.doc.allSeeAndHear')}</p>}
      <AttendanceGroups {...part} />
      <h2>{t('papers.doc.quorum.heading')}</h2>
      <p>
        {paper.body.quorumRule === 'none' || !told
          ? t('papers.doc.quorum.noRule')
          : first.met
            ? t('papers.doc.quorum.met', told)
            : t('papers.doc.quorum.notMet', told)}
      </p>
      <h2>{t('papers.doc.items')}</h2>
      {paper.items.map((item, at) => (
        <PaperItemView
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper to read has no other order than its own
          key={at}
          item={item}
          words={words}
          votersBefore={votersBefore(paper, at)}
        />
      ))}
      <NextMeeting {...part} />
      <Signatures {...part} />
    </>
  )
}

/** Draft or final, in words; the colour only helps. */
function Standing({ paper, words }: PaperPart) {
  const final = paper.minutes?.status === 'approved'
  return <p className={final ? styles.final : styles.notice}>{standing(paper, words)}</p>
}

/** Voters at the matter before the item at a place; null before the first. */
function votersBefore({ items }: MeetingPaper, at: number): number | null {
  const before = items.slice(0, at).findLast((item) => isMatter(item))
  return before?.quorum.voters ?? null
}

function NextMeeting({ paper, words: { t, dayLong, time } }: PaperPart) {
  const [next] = paper.nextMeetings
  if (!next) return null
  const values = { day: dayLong(next.startsOn), at: time(next.startsAt), place: next.place ?? '' }
  return (
    <>
      <h2>{t('papers.doc.next.one')}</h2>
      <p>{next.place === null ? t('papers.doc.next.at', values) : t('papers.doc.next.atPlace', values)}</p>
    </>
  )
}

function Extract(part: PaperPart) {
  const { paper, words } = part
  const item = paper.extractOf === null ? undefined : paper.items[paper.extractOf.item]
  return (
    <>
      {paper.minutes && <Standing {...part} />}
      <MeetingFacts {...part} />
      {item && <PaperItemView item={item} words={words} votersBefore={null} onlyDecision={paper.extractOf?.decision} />}
      <h2>{words.t('papers.doc.extract.certified')}</h2>
      <p>{words.t('papers.doc.extract.text', { name: paper.body.name })}</p>
    </>
  )
}
