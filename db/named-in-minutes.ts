/** Who is named in final minutes stays: the paper can't be changed any more, and must not name what the file knows nothing of (records.md 3.21). */
import { problem } from '#shared/contract/problem.ts'
import type { MeetingPaper, PaperItem } from '#shared/documents/meeting-paper.ts'
import { plainText } from '#shared/domain/rich-text.ts'
import type { EntityName } from './entities.ts'
import { identityOf } from './person-in-text.ts'
import { find, type Store, sql } from './store.ts'

/** What is asked about, with the message that tells the way out. */
const messages = {
  partners: 'problems.partnerInMinutes',
  companies: 'problems.companyInMinutes',
  persons: 'problems.personInMinutes',
  contacts: 'problems.contactInMinutes',
} as const
type Named = keyof typeof messages
const isNamed = (entity: EntityName): entity is Named => Object.hasOwn(messages, entity)

/** What ends a company's name and is seldom said. Left out only where two words stay: "Berg AS" is not every Berg. */
const legalForms = new Set(['as', 'asa', 'ans', 'da', 'sa', 'sf', 'kf', 'iks', 'ab', 'hb', 'kb', 'ek'])

/**
 * Refuses to remove a partner, company, person or contact person that approved minutes name, by any name it ever had: as a whole
 * phrase in any case, or for a name of one word as it is written. Who was anonymised has no name left to be found by.
 *
 * @throws ProblemError `refused`.
 */
export function refuseNamedInMinutes(store: Store, entity: EntityName, id: string): void {
  if (!isNamed(entity)) return
  const patterns = namesOf(store, entity, id).flatMap(patternOf)
  if (patterns.length === 0) return
  const texts = sql(
    store,
    `SELECT CAST(b.bytes AS TEXT) FROM minutes n JOIN blobs b ON b.sha256 = n.snapshot_sha256
     WHERE n.status = 'approved' AND n.deleted_at IS NULL`,
  ).pluck()
  let count = 0
  for (const json of texts.iterate() as IterableIterator<string>) {
    // Taking the paper apart costs far more than seeing that none of the first words is in it.
    const folded = json.normalize('NFC').toLowerCase()
    const likely = patterns.filter(({ first }) => folded.includes(first))
    if (likely.length === 0) continue
    const text = printedText(JSON.parse(json) as MeetingPaper).normalize('NFC')
    if (likely.some(({ pattern }) => pattern.test(text))) count += 1
  }
  if (count > 0) throw problem('refused', messages[entity], { count })
}

/** Every name that a record ever had, from its log. */
function namesOf(store: Store, entity: Named, id: string): string[] {
  if (entity === 'persons' || entity === 'contacts') {
    if (find(store, entity, id)?.status === 'anonymised') return []
    return identityOf(store, id, entity).names.flatMap(({ givenName: given, familyName: family }) =>
      given.trim() === '' || family.trim() === '' ? [] : [`${given} ${family}`, `${family} ${given}`],
    )
  }
  const rows = sql(
    store,
    "SELECT field, value FROM changes WHERE record_id = ? AND field IN ('*', 'name', 'shortName')",
  ).all(id) as { field: string; value: string }[]
  return rows
    .flatMap(({ field, value }) => {
      const said = JSON.parse(value) as unknown
      if (field !== '*') return [said]
      const { name, shortName } = said as Record<string, unknown>
      return [name, shortName]
    })
    .filter((name): name is string => typeof name === 'string')
    .flatMap((name) => [name, withoutLegalForm(name)])
}

function withoutLegalForm(name: string): string {
  const words = wordsOf(name)
  return words.length > 2 && legalForms.has(words.at(-1)?.toLowerCase() ?? '') ? words.slice(0, -1).join(' ') : name
}

const wordsOf = (text: string) => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

function patternOf(name: string): { readonly first: string; readonly pattern: RegExp }[] {
  const words = wordsOf(name)
  const [first] = words
  if (first === undefined || words.join('').length < 2) return []
  const phrase = words.join(String.raw`[\s,.&'’/()–-]{1,4}`)
  // A name of one word may be a common one ("Blomst"): only as it is written it is a name.
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${phrase}(?=[sS]?(?![\p{L}\p{N}]))`,
    words.length > 1 ? 'iu' : 'u',
  )
  return [{ first: first.toLowerCase(), pattern }]
}

/** Every text that the minutes print, a line each; codes and numbers are nobody's name. */
function printedText({ meeting, attendances, items, minutes, followUps }: MeetingPaper): string {
  return [
    meeting?.title,
    meeting?.place,
    meeting?.chair,
    meeting?.secretary,
    ...attendances.flatMap(({ name, organisation, replaces }) => [name, organisation, replaces]),
    ...items.flatMap(textsOfItem),
    ...(minutes?.adjusters ?? []).map(({ name }) => name),
    ...followUps.flatMap((row) => [row.title, row.text, row.responsible, row.organisation, row.result]),
  ]
    .filter((text) => text != null)
    .join('\n')
}

function textsOfItem(item: PaperItem): (string | null)[] {
  return [
    item.title,
    item.responsible,
    item.presenter,
    item.summary,
    plainText(item.background),
    plainText(item.proposedDecision),
    plainText(item.minutesText),
    ...item.recipients,
    ...item.attachments.map(({ title }) => title),
    ...item.disqualifications.flatMap(({ name, explanation, replacedBy }) => [name, explanation, replacedBy]),
    ...item.proposals.flatMap(({ proposer, text }) => [proposer, text]),
    ...item.votes.flatMap(({ subject, named }) => [subject, ...named.map(({ name }) => name)]),
    ...item.decisions.flatMap(({ text, recipients, responsible }) => [text, responsible, ...recipients]),
    ...item.statements.flatMap(({ name, text }) => [name, text]),
    ...item.actions.flatMap(({ title, owner }) => [title, owner]),
    ...item.movements.flatMap(({ name, replacedBy }) => [name, replacedBy]),
  ]
}
