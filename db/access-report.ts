/** Everything a file holds about a contact person, in readable text for the person themself (GDPR art. 15). */
import { formatDay } from '#shared/domain/days.ts'
import { fullName } from '#shared/domain/person-rules.ts'
import type { Contact } from '#shared/domain/records/contact.ts'
import { type InterviewQuestion, interviewQuestions } from '#shared/domain/records/visit.ts'
import type { Day, Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { mentionsOf } from './erasure.ts'
import { meetingMentionsOf } from './meeting-mentions.ts'
import { visitsMeeting } from './repositories/contacts.ts'
import { find, readAll, type Store } from './store.ts'

const words = {
  nb: {
    title: 'Innsyn i personopplysninger',
    fileName: 'Innsyn',
    by: 'Behandlingsansvarlig',
    made: 'Laget',
    about: 'Registrerte opplysninger',
    name: 'Navn',
    company: 'Bedrift',
    role: 'Rolle',
    email: 'E-post',
    phone: 'Telefon',
    basis: 'Behandlingsgrunnlag',
    collected: 'Innhentet',
    review: 'Gjennomgås innen',
    objected: 'Protesterte',
    status: 'Status',
    visits: 'Besøk og samtaler der personen deltok',
    mentions: 'Fritekst der personen er nevnt',
    meetings: 'Møtetekster der personen er nevnt',
    heldBackItem:
      'Holdt tilbake, fordi saken er unntatt offentlighet. Les den i møtet og vurder om den skal utleveres (personvernforordningen art. 15 nr. 4).',
    none: 'Ingen.',
    note: 'Les gjennom før utlevering: tekstene kan nevne andre personer.',
    heldBack:
      'Holdt tilbake, fordi teksten er fortrolig. Les den i besøket og vurder om den skal utleveres (personvernforordningen art. 15 nr. 4).',
    fields: {
      note: 'merknad om bedriften',
      place: 'sted',
      purpose: 'formål',
      notes: 'notater',
      confidentialText: 'fortrolig tekst',
      publishableSummary: 'sammendrag',
      description: 'oppfølging',
      result: 'resultat av oppfølging',
    },
  },
  sv: {
    title: 'Registerutdrag',
    fileName: 'Registerutdrag',
    by: 'Personuppgiftsansvarig',
    made: 'Framställt',
    about: 'Registrerade uppgifter',
    name: 'Namn',
    company: 'Företag',
    role: 'Roll',
    email: 'E-post',
    phone: 'Telefon',
    basis: 'Rättslig grund',
    collected: 'Insamlat',
    review: 'Ses över senast',
    objected: 'Invände',
    status: 'Status',
    visits: 'Besök och samtal där personen deltog',
    mentions: 'Fritext där personen nämns',
    meetings: 'Texter från sammanträden där personen nämns',
    heldBackItem:
      'Hålls tillbaka, eftersom ärendet är sekretessbelagt. Läs det i sammanträdet och bedöm om det ska lämnas ut (dataskyddsförordningen art. 15.4).',
    none: 'Inga.',
    note: 'Läs igenom före utlämnandet: texterna kan nämna andra personer.',
    heldBack:
      'Hålls tillbaka, eftersom texten är konfidentiell. Läs den i besöket och bedöm om den ska lämnas ut (dataskyddsförordningen art. 15.4).',
    fields: {
      note: 'anteckning om företaget',
      place: 'plats',
      purpose: 'syfte',
      notes: 'anteckningar',
      confidentialText: 'konfidentiell text',
      publishableSummary: 'sammanfattning',
      description: 'uppföljning',
      result: 'resultat av uppföljning',
    },
  },
  en: {
    title: 'Access to personal data',
    fileName: 'Access',
    by: 'Controller',
    made: 'Made',
    about: 'Data held',
    name: 'Name',
    company: 'Company',
    role: 'Role',
    email: 'E-mail',
    phone: 'Telephone',
    basis: 'Lawful basis',
    collected: 'Collected',
    review: 'To be reviewed by',
    objected: 'Objected',
    status: 'Status',
    visits: 'Visits and talks that the person took part in',
    mentions: 'Free text that names the person',
    meetings: 'Texts of meetings that name the person',
    heldBackItem:
      'Held back, since the item is exempt from disclosure. Read it in the meeting and decide whether it is to be handed over (GDPR art. 15(4)).',
    none: 'None.',
    note: 'Read this through before handing it over: the texts may name other people.',
    heldBack:
      'Held back, since the text is confidential. Read it in the visit and decide whether it is to be handed over (GDPR art. 15(4)).',
    fields: {
      note: 'note on the company',
      place: 'place',
      purpose: 'purpose',
      notes: 'notes',
      confidentialText: 'confidential text',
      publishableSummary: 'summary',
      description: 'follow-up',
      result: 'result of a follow-up',
    },
  },
} as const

/** The report as text with its suggested file name, in the partnership's language. */
export function accessReport(
  store: Store,
  contact: Contact,
  language: Language,
  today: Day,
): { readonly fileName: string; readonly text: string } {
  const say = words[language]
  const t = translator(language)
  const day = (value: Day | null) => (value === null ? null : formatDay(value, language))
  const facts: readonly (readonly [string, string | null])[] = [
    [say.name, fullName(contact)],
    [say.company, find(store, 'companies', contact.companyId)?.name ?? null],
    [say.role, contact.roleTitle],
    [say.email, contact.email],
    [say.phone, contact.phone],
    [say.status, t(`codes.contactStatus.${contact.status}`)],
    [say.basis, t(`codes.lawfulBasis.${contact.lawfulBasis}`)],
    [say.collected, day(contact.collectedOn)],
    [say.review, day(contact.reviewBy)],
    [say.objected, day(contact.objectedOn)],
  ]
  const visits = visitsMeeting(store, contact.companyId, contact.id).map(
    ({ visitedOn, type }) => `${formatDay(visitedOn, language)}  ${t(`codes.visitType.${type}`)}`,
  )
  const where = (field: string) =>
    isQuestion(field) ? t(`codes.question.${field}`) : say.fields[field as keyof typeof say.fields]
  const mentions = mentionsOf(store, contact).map(
    (mention) =>
      `${mention.day === null ? '' : `${formatDay(mention.day, language)}, `}${where(mention.field)}: ${
        // The confidential text leaves the file by nobody's oversight; that it names the person is told.
        mention.field === 'confidentialText' ? say.heldBack : mention.text
      }`,
  )
  const meetings = meetingMentionsOf(store, contact).map(({ day: heldOn, title, text, confidential }) => {
    // The title of an exempt item tells what it is about, too.
    const head = [day(heldOn), confidential ? null : title].filter((part) => part !== null).join(', ')
    return `${head === '' ? '' : `${head}: `}${confidential ? say.heldBackItem : text.replaceAll(/\s*\n\s*/g, ' / ')}`
  })
  const list = (lines: readonly string[]) => (lines.length === 0 ? [say.none] : lines.map((line) => `- ${line}`))
  const lines = [
    say.title,
    '='.repeat(say.title.length),
    '',
    `${say.by}: ${readAll(store, 'partnership', 'id')[0]?.name ?? ''}`,
    `${say.made}: ${formatDay(today, language)}`,
    '',
    say.about,
    ...facts.flatMap(([label, value]) => (value === null ? [] : [`- ${label}: ${value}`])),
    '',
    say.visits,
    ...list(visits),
    '',
    say.mentions,
    ...list(mentions),
    '',
    say.meetings,
    ...list(meetings),
    '',
    say.note,
    '',
  ]
  return { fileName: `${say.fileName} ${fullName(contact)}.txt`, text: lines.join('\r\n') }
}

function isQuestion(field: string): field is InterviewQuestion {
  return (interviewQuestions as readonly string[]).includes(field)
}
