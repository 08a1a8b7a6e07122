/** Reads a register for its workbook: every page of its list, without what is confidential, with the names of contact persons taken out. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import type { RegisterRows, RegisterWords } from '#shared/documents/registers/register.ts'
import { registerWorkbook, unknownIn } from '#shared/documents/registers/register-workbook.ts'
import { registerSheets } from '#shared/documents/registers/sheets.ts'
import type { WorkbookSpec } from '#shared/documents/workbook-spec.ts'
import { formatDay } from '#shared/domain/days.ts'
import { municipalityName } from '#shared/domain/municipalities.ts'
import { formatNumber } from '#shared/domain/numbers.ts'
import type { Register } from '#shared/domain/records/saved-view.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import type { Context } from './context.ts'
import { partnershipOf, stopIfCancelled } from './handlers/checking.ts'
import { type MaskNames, maskNames } from './mask-names.ts'
import { lookOf } from './package-layout.ts'
import { nameOf } from './record-names.ts'
import { registerSources } from './register-sources.ts'
import { confidentialAmong } from './repositories/confidential-origins.ts'
import { namedContacts } from './repositories/packages.ts'
import { mostMatches } from './repositories/text-matches.ts'
import { find, type Store, sql } from './store.ts'

/** More rows than a workbook is made of in the memory of an ordinary laptop; Excel itself ends at 1,048,576. */
export const mostRows = 250_000
/** A register that changes under the reader is read anew; the last time nobody else gets a turn. */
const mostReadings = 3

type Request = ParsedInputOf<'registers.export'>

export interface RegisterReading {
  /** The workbook as plain data. */
  read(report: (share: number) => void, signal: AbortSignal): Promise<WorkbookSpec>
}

/**
 * What a register export is asked for, checked before any job starts.
 *
 * @throws ProblemError `invalid` for an input, column or group that the register doesn't know; `tooLarge` past `mostRows`.
 */
export async function readRegister(context: Context, request: Request): Promise<RegisterReading> {
  return readingOf(context, request, request.register)
}

async function readingOf<R extends Register>(
  context: Context,
  request: Request,
  register: R,
): Promise<RegisterReading> {
  const sheet = registerSheets[register]
  const unknown = unknownIn(sheet, request)
  const fields = Object.entries(unknown).filter(([, isUnknown]) => isUnknown)
  if (fields.length > 0) {
    const wrong = fields.map(([field]) => [field, { key: 'problems.field.notInList' }])
    throw problem('invalid', 'problems.invalid', undefined, Object.fromEntries(wrong))
  }
  const asked = registerSources[register](request.input)
  const count = await asked.count(context)
  const { language } = request
  if (count > mostRows) {
    const [has, most] = [count, mostRows].map((rows) => formatNumber(rows, language))
    throw problem('tooLarge', 'problems.registerTooLarge', { count: has ?? '', most: most ?? '' })
  }
  const { store, actor } = context
  const words = wordsIn(store, language)
  const partnership = partnershipOf(store)
  const { accentColour, font } = lookOf(store, partnership)
  const facts = {
    partnership: partnership.name,
    madeBy: actor.name,
    madeAt: context.clock.now(),
    look: { accentColour, font },
  }
  const searched = typeof asked.filter.text === 'string' && asked.filter.text.trim() !== ''
  return {
    async read(report, signal) {
      for (let reading = 1; ; reading++) {
        const workbook = registerWorkbook(sheet, { ...request, ...asked, register }, words)
        const mask = masking(store, register, language)
        const before = newestChange(store)
        let cursor: string | null = null
        let seen = 0
        let leftOut = 0
        do {
          stopIfCancelled(signal)
          const page: { rows: readonly RegisterRows[R][]; next: string | null } = await asked.page(context, cursor)
          const closed = confidentialAmong(
            store,
            register,
            page.rows.map(({ id }) => id),
          )
          for (const row of page.rows) {
            if (closed.has(row.id)) leftOut += 1
            else workbook.add(mask(row))
          }
          seen += page.rows.length
          cursor = page.next
          report(Math.min(1, seen / Math.max(1, count)))
          // Between pages other questions get their turn.
          if (reading < mostReadings) await nextTurn()
        } while (cursor !== null)
        if (reading === mostReadings || newestChange(store) === before) {
          const cappedAt = searched && seen >= mostMatches ? mostMatches : null
          return workbook.finish({ ...facts, leftOut, cappedAt })
        }
      }
    },
  }
}

function newestChange(store: Store): number {
  return sql(store, 'SELECT coalesce(max(seq), 0) FROM changes').pluck().get() as number
}

/**
 * What of a row may leave the file: the names of contact persons go out of what was written about companies and projects, and a company
 * tells nothing of its confidential visits. Other rows hold no such thing.
 */
function masking<R extends Register>(
  store: Store,
  register: R,
  language: Language,
): (row: RegisterRows[R]) => RegisterRows[R] {
  if (register === 'companies') return (row) => ('visitCount' in row ? { ...row, ...openVisits(store, row.id) } : row)
  if (!withTexts.has(register)) return (row) => row
  const masked: MaskNames = maskNames(namedContacts(store), [], language)
  const companyOf = (visitId: string) => find(store, 'visits', visitId)?.companyId ?? ''
  // A project is about no company, so only full names are known in its texts.
  const ofProject = (text: string | null) => (text === null ? null : masked(text, '').text)
  return (row) => {
    if ('description' in row && 'companyId' in row) {
      return { ...row, description: masked(row.description, row.companyId).text }
    }
    if ('originVisitId' in row && row.originVisitId !== null) {
      return { ...row, title: masked(row.title, companyOf(row.originVisitId)).text }
    }
    if ('lightComment' in row) return { ...row, lightComment: ofProject(row.lightComment) }
    // Goals and activities: "Møte med Kari Nordmann" is as likely a title as a comment.
    if ('statusComment' in row) {
      return { ...row, title: masked(row.title, '').text, statusComment: ofProject(row.statusComment) }
    }
    if ('deviationReason' in row) return { ...row, deviationReason: ofProject(row.deviationReason) }
    return row
  }
}
const withTexts: ReadonlySet<Register> = new Set([
  'followUps',
  'actions',
  'projects',
  'milestones',
  'goals',
  'activities',
])

/** When a company was last visited and how often, confidential visits aside: the day of one would tell that it was. */
function openVisits(store: Store, companyId: string): Pick<RegisterRows['companies'], 'lastVisitedOn' | 'visitCount'> {
  return sql(
    store,
    `SELECT max(visited_on) AS "lastVisitedOn", count(*) AS "visitCount" FROM visits
     WHERE company_id = ? AND deleted_at IS NULL AND draft = 0 AND confidentiality <> 'confidential'`,
  ).get(companyId) as Pick<RegisterRows['companies'], 'lastVisitedOn' | 'visitCount'>
}

function wordsIn(store: Store, language: Language): RegisterWords {
  const t = translator(language)
  const known = new Map<string, string>()
  // The translator costs more than all else of a row, and a register says the same few words over and over.
  const once = (key: string, say: () => string): string => {
    const said = known.get(key) ?? say()
    known.set(key, said)
    return said
  }
  const gone = t('registers.workbook.gone')
  const [yes, no] = [t('registers.workbook.yes'), t('registers.workbook.no')]
  const sectorField = { nb: 'nameNb', sv: 'nameSv', en: 'nameEn' } as const
  const called: RegisterWords['name'] = (entity, id) => {
    if (entity === 'sectors') return find(store, 'sectors', id)?.[sectorField[language]] ?? gone
    // A filter by a confidential visit must not name it above the rows that it left out.
    if (entity === 'visits' && confidentialAmong(store, 'visits', [id]).size > 0)
      return t('registers.workbook.confidential')
    const record = nameOf(store, entity, id)
    if (!record) return gone
    return record.day === null ? record.name : `${record.name} ${formatDay(record.day, language)}`
  }
  return {
    t,
    language,
    country: store.country,
    day: (day) => formatDay(day, language),
    number: (value) => formatNumber(value, language),
    name: (entity, id) => once(id, () => called(entity, id)),
    municipality: (code, country) => municipalityName(code, country) ?? code,
    code: (list, code) => once(`${list}.${code}`, () => t(`codes.${list}.${code}` as 'codes.register.visits')),
    yesNo: (value) => (value ? yes : no),
  }
}
