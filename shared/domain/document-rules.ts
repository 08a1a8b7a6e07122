/** What makes a document of the register right, and what is counted out about it (records.md 3.20). */
import { type FieldMessages, fieldMessage } from './checked.ts'
import { formatDay } from './days.ts'
import type { Attachment, noHome } from './records/attachment.ts'
import type { DocumentKind, documentFormats } from './records/document.ts'
import type { PaperKind } from './records/meeting.ts'
import type { Day, Id, Language } from './values.ts'

type Format = (typeof documentFormats)[number]
type Home = keyof typeof noHome
type Homes = Pick<Attachment, Home>
type DocumentRules = Pick<Attachment, 'publicity' | 'exemptionReason' | 'retention' | 'disposeOn' | 'madeOn'>

const homes = [
  'visitId',
  'itemId',
  'meetingId',
  'partnerId',
  'commitmentId',
  'deliveryId',
  'projectId',
  'milestoneId',
] as const satisfies readonly Home[]

/**
 * Field → what is wrong with a document; empty = good. What is not public, whole or in part, names its legal ground (records.md
 * 3.20); what is to be disposed of says when, and not before it was made; no document is dated in the future. A public version
 * beside an exempt one (NO: offentleglova § 13, the ground is given per piece of information) is a document of its own.
 */
export function checkDocument(
  document: DocumentRules,
  context: { readonly today: Day; readonly language?: Language },
): FieldMessages {
  const wrong: FieldMessages = {}
  const { publicity, exemptionReason, retention, disposeOn, madeOn } = document
  const written = (day: Day) => formatDay(day, context.language ?? 'sv')
  if (publicity !== 'public' && exemptionReason === null) wrong.exemptionReason = fieldMessage('exemptionReasonMissing')
  if (retention === 'dispose' && disposeOn === null) wrong.disposeOn = fieldMessage('disposeOnMissing')
  if (retention === 'dispose' && disposeOn !== null && madeOn !== null && disposeOn < madeOn) {
    wrong.disposeOn = fieldMessage('disposedBeforeMade', { day: written(madeOn) })
  }
  if (madeOn !== null && madeOn > context.today) {
    wrong.madeOn = fieldMessage('dayInFuture', { today: written(context.today) })
  }
  return wrong
}

/** What no longer belongs goes: the ground of what is public, the day of what is preserved. */
export function tidyDocument<T extends Partial<DocumentRules>>(changes: T, after: DocumentRules): T {
  return {
    ...changes,
    ...(after.publicity === 'public' ? { exemptionReason: null } : {}),
    ...(after.retention === 'preserve' ? { disposeOn: null } : {}),
  }
}

/**
 * What is wrong with taking another document's place; empty = good. A version replaces one that belongs to the same, that nothing
 * else has replaced, and that does not itself rest on this one: versions are a line, never a ring or a fork.
 *
 * @param replaced the document whose place is taken.
 * @param before ids of all that `replaced` has itself replaced, itself among them.
 * @param takenBy id of another document that has replaced it; null = none.
 */
export function checkSupersession(
  document: Homes & { readonly id: Id | null },
  replaced: Homes,
  { before, takenBy }: { readonly before: readonly Id[]; readonly takenBy: Id | null },
): FieldMessages {
  if (document.id !== null && before.includes(document.id)) return { supersedesId: fieldMessage('supersedesRing') }
  if (homes.some((home) => document[home] !== replaced[home])) {
    return { supersedesId: fieldMessage('supersedesOtherHome') }
  }
  if (takenBy !== null) return { supersedesId: fieldMessage('supersedesTaken') }
  return {}
}

/** True where a document's day of disposal has come and its bytes are still there. */
export function isDisposalDue(
  document: { readonly retention: string; readonly disposeOn: Day | null; readonly disposedOn: Day | null },
  today: Day,
): boolean {
  const { retention, disposeOn, disposedOn } = document
  return retention === 'dispose' && disposedOn === null && disposeOn !== null && disposeOn <= today
}

/**
 * Kinds that archives keep for ever, as this project takes it: what was decided, what was agreed, and the papers that a decision
 * rests on. No source gives a rule per kind (practice.md 6.6 knows formats only), so this is our own choice; and since disposing can't
 * be mended, every kind starts as preserved and disposal is somebody's decision with a day.
 */
export const usuallyPreserved: ReadonlySet<DocumentKind> = new Set([
  'minutes',
  'decisionExtract',
  'agreement',
  'boardPackage',
  'casePaper',
])

/** Not wrong, but to be looked at: disposing of what is usually preserved. */
export function documentWarnings(document: Pick<Attachment, 'documentKind' | 'retention'>): FieldMessages {
  return document.retention === 'dispose' && usuallyPreserved.has(document.documentKind)
    ? { retention: fieldMessage('disposeUsuallyPreserved') }
    : {}
}

/** What a file is to a reader, from its type, else from the ending of its name. */
export function formatOf(mime: string, fileName: string): Format {
  if (mime.startsWith('image/')) return 'image'
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return types.get(mime) ?? endings.get(ending) ?? 'other'
}
const types: ReadonlyMap<string, Format> = new Map([
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/msword', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.ms-excel', 'xlsx'],
])
const endings: ReadonlyMap<string, Format> = new Map([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['doc', 'docx'],
  ['xlsx', 'xlsx'],
  ['xls', 'xlsx'],
  ['jpg', 'image'],
  ['jpeg', 'image'],
  ['png', 'image'],
  ['webp', 'image'],
  ['gif', 'image'],
])

/** The kind of a new document while nobody has said: at a partner it is the agreement, alone a report, else an attachment. Our own choice. */
export function defaultDocumentKind(home: Home | null): DocumentKind {
  if (home === null) return 'report'
  return home === 'partnerId' ? 'agreement' : 'attachment'
}

/** The kind of a paper that Fyr made. Lists are reports: records.md 3.20 has no kind of their own for them. */
export const kindOfPaper: Readonly<Record<PaperKind, DocumentKind>> = {
  notice: 'notice',
  agenda: 'agenda',
  casePapers: 'casePaper',
  minutes: 'minutes',
  extract: 'decisionExtract',
  followUpList: 'report',
  attendanceList: 'report',
}
