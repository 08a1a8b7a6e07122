/** The activity log as a file: a row for each field of each change, newest first. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import type { historyOperations } from '#shared/contract/history.ts'
import { problem } from '#shared/contract/problem.ts'
import { cleanLine } from '#shared/documents/clean-text.ts'
import { csvBytes } from '#shared/documents/csv.ts'
import { dayFormats, monthFormats } from '#shared/documents/workbook-formats.ts'
import type { SheetColumn, WorkbookSpec } from '#shared/documents/workbook-spec.ts'
import { formatDay, timeZoneOf, todayIn } from '#shared/domain/days.ts'
import { formatNumber } from '#shared/domain/numbers.ts'
import type { Language } from '#shared/domain/values.ts'
import { fieldWords } from '#shared/i18n/field-words.ts'
import { localeOf, translator } from '#shared/i18n/translator.ts'
import { type Context, today } from './context.ts'
import { entities } from './entities.ts'
import { partnershipOf, stopIfCancelled } from './handlers/checking.ts'
import { type Change, changeOf, detailsOf } from './history.ts'
import { closedIn } from './history-closed.ts'
import { stampsOfLog } from './history-log.ts'
import { mostRows } from './register-export.ts'
import { saveMadeFile } from './save-made-file.ts'
import type { Store } from './store.ts'

type Request = z.output<(typeof historyOperations)['history.export']['input']>
type Field = Change['fields'][number]
type Row = (string | null)[]

const pageLength = 200

/** Starts the job that reads, writes and saves the log. */
export async function exportLog(context: Context, request: Request): Promise<{ jobId: string }> {
  const { store, files, rendering, jobs } = context
  const { language, format } = request
  const t = translator(language)
  const facts = { partnership: partnershipOf(store).name, madeBy: context.actor.name, madeAt: context.clock.now() }
  const name = `${t('history.export.sheet')} ${facts.partnership} ${today(context)}.${format}`
  const jobId = jobs.start(async (report, signal) => {
    report({ step: 'registers.workbook.steps.reading' })
    const read = await rowsOf(store, request, signal)
    report({ progress: 0.5, step: 'registers.workbook.steps.writing' })
    const bytes =
      format === 'csv'
        ? csvBytes([columnsOf(language).map(({ header }) => header), ...read.rows])
        : await rendering.renderWorkbook(workbookOf(read, facts, language, store), signal)
    return saveMadeFile(files, { name, kind: format, bytes }, report, signal)
  })
  return { jobId }
}

/** Rows and how many fields were left out. @throws ProblemError `tooLarge` past what a workbook takes; `cancelled`. */
async function rowsOf(
  store: Store,
  { filter, language }: Request,
  signal: AbortSignal,
): Promise<{ rows: Row[]; leftOut: number }> {
  const rows: Row[] = []
  let leftOut = 0
  const take = rowMaker(store, language)
  let cursor: string | null = null
  do {
    stopIfCancelled(signal)
    const page = stampsOfLog(store, filter, cursor, pageLength)
    for (const stamp of page.stamps) {
      const change = changeOf(store, stamp)
      let more: string | null = null
      do {
        const { rows: fields, names, next } = detailsOf(store, stamp, more, pageLength)
        for (const field of fields) {
          if (filter.entities.length > 0 && !filter.entities.includes(field.entity)) continue
          const made = take({ ...change, names }, field)
          if (made === 'closed') leftOut += 1
          else if (made !== null) rows.push(made)
        }
        more = next
        if (rows.length > mostRows) {
          const most = formatNumber(mostRows, language)
          throw problem('tooLarge', 'problems.registerTooLarge', { count: `> ${most}`, most })
        }
      } while (more !== null)
    }
    cursor = page.next
    // Between pages other questions get their turn.
    await nextTurn()
  } while (cursor !== null)
  return { rows, leftOut }
}

/** Makes a row of a field; `closed` for what must stay in the file, null for inner fields. */
function rowMaker(store: Store, language: Language) {
  const t = translator(language)
  const closed = closedIn(store, language)
  const words = fieldWords(language, store.country, () => undefined)
  const zone = timeZoneOf(store.country)
  const clock = new Intl.DateTimeFormat('sv', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const called = (change: Change, id: string): string => {
    const found = change.names[id]
    return found ? [found.name, found.day && formatDay(found.day, language)].filter(Boolean).join(', ') : ''
  }
  const wordsOf = (change: Change, { entity, recordId, field }: Field, value: unknown): string => {
    if (value === null || value === undefined || value === '') return ''
    const stays = closed.stays(entity, field)
    if (stays) return t(stays === 'personal' ? 'history.export.personal' : 'history.export.hidden')
    const reference = entities[entity].references.find((one) => one.field === field)
    if (reference) {
      const ids = [value].flat().filter((id) => typeof id === 'string')
      return ids
        .map((id) => {
          if (reference.to === 'contacts') return t('history.export.contact')
          if (closed.isClosed(reference.to, id)) return t('history.export.hidden')
          return called(change, id) || t('registers.workbook.gone')
        })
        .join(', ')
    }
    const said = words.fieldValue(field, value, entity)
    if (said !== undefined) return closed.masked(said, entity, recordId)
    if (typeof value === 'boolean') return t(value ? 'registers.workbook.yes' : 'registers.workbook.no')
    return typeof value === 'string' ? closed.masked(value, entity, recordId) : ''
  }
  return (change: Change, field: Field): Row | 'closed' | null => {
    const { entity, recordId } = field
    if (closed.isClosed(entity, recordId)) return 'closed'
    const deed = deedOf(field)
    const label = deed === 'changed' ? words.fieldName(field.field, entity) : ''
    if (label === undefined) return null
    const plain = deed === 'changed'
    return [
      todayIn(zone, change.at),
      clock.format(new Date(change.at)),
      change.actor || t('app.history.someone'),
      change.device,
      t(`history.deeds.${deed}`),
      t(`app.entities.${entity}`),
      entity === 'contacts' ? t('history.export.contact') : closed.masked(called(change, recordId), entity, recordId),
      label,
      plain ? wordsOf(change, field, field.before) : '',
      plain ? wordsOf(change, field, field.value) : '',
      change.undone ? t('history.export.undone') : change.undoes === null ? '' : t('history.export.isUndo'),
    ].map((cell) => (cell === '' ? null : cell))
  }
}

function deedOf({ field, value }: Field): 'made' | 'changed' | 'removed' | 'restored' {
  if (field === '*') return 'made'
  if (field !== 'deletedAt') return 'changed'
  return value === null ? 'restored' : 'removed'
}

function columnsOf(language: Language): SheetColumn[] {
  const t = translator(language)
  const column = (word: Column, width: number, kind: SheetColumn['kind'] = 'text') => ({
    header: t(`history.export.columns.${word}`),
    kind,
    width,
  })
  return [
    column('day', 12, 'day'),
    column('at', 11),
    column('actor', 22),
    column('device', 18),
    column('deed', 14),
    column('kind', 18),
    column('record', 34, 'name'),
    column('field', 22),
    column('before', 40),
    column('after', 40),
    column('state', 10),
  ]
}
type Column = 'day' | 'at' | 'actor' | 'device' | 'deed' | 'kind' | 'record' | 'field' | 'before' | 'after' | 'state'

function workbookOf(
  { rows, leftOut }: { rows: readonly Row[]; leftOut: number },
  facts: { readonly partnership: string; readonly madeBy: string; readonly madeAt: string },
  language: Language,
  { country }: Pick<Store, 'country'>,
): WorkbookSpec {
  const t = translator(language)
  const label = t('history.export.sheet')
  const day = formatDay(todayIn(timeZoneOf(country), facts.madeAt), language)
  return {
    sheets: [
      {
        name: label,
        title: label,
        notes: [
          `${cleanLine(facts.partnership)} · ${day} · ${t('registers.workbook.internal')}`,
          ...(leftOut > 0
            ? [t('history.export.leftOut', { count: leftOut, number: formatNumber(leftOut, language) })]
            : []),
        ],
        table: t('history.export.table'),
        columns: columnsOf(language),
        rows,
        empty: t('history.export.noRows'),
      },
    ],
    locale: localeOf(language),
    title: `${label} · ${cleanLine(facts.partnership)}`,
    subject: t('registers.workbook.subject', { register: label }),
    author: facts.madeBy,
    keywords: t('history.export.keywords'),
    description: t('registers.workbook.internal'),
    madeAt: facts.madeAt,
    dayFormat: dayFormats[language],
    monthFormat: monthFormats[language],
    cutMark: t('registers.workbook.cut'),
    page: { word: t('registers.workbook.page'), of: t('registers.workbook.pageOf') },
  }
}
