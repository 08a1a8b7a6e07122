/** What was typed and not saved, told by the record and the field it was typed in. */
import type { z } from 'zod'
import type { deskOperations } from '#shared/contract/desk.ts'
import { plainText, richText } from '#shared/domain/rich-text.ts'
import { type EntityName, entities } from './entities.ts'
import { nameOf } from './record-names.ts'
import { listDrafts, loadDraft } from './repositories/drafts.ts'
import { linesOf } from './repositories/search.ts'
import { find, type Store, sql } from './store.ts'

type DraftLine = z.infer<(typeof deskOperations)['drafts.list']['output']>[number]

const longestText = 20_000
const anId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
/** The kinds that a key of a new record begins with. */
const made: ReadonlyMap<string, EntityName> = new Map([
  ['activity', 'activities'],
  ['agendaItem', 'agendaItems'],
  ['body', 'bodies'],
  ['commitment', 'commitments'],
  ['company', 'companies'],
  ['decision', 'decisions'],
  ['goal', 'goals'],
  ['indicator', 'indicators'],
  ['meeting', 'meetings'],
  ['package', 'packages'],
  ['partner', 'partners'],
  ['person', 'persons'],
  ['plan', 'plans'],
  ['project', 'projects'],
  ['sector', 'sectors'],
])

/** Every draft of the file, newest first. */
export function draftLines(store: Store): DraftLine[] {
  return listDrafts(store).map(({ key, savedAt }) => {
    const id = anId.exec(key)?.[0] ?? null
    const [kind = '', ...rest] = key.split(':')
    const field = rest.at(-1) ?? ''
    const text = wordsIn(loadDraft(store, key)?.value).join('\n').slice(0, longestText)
    const entity = id === null ? (made.get(kind) ?? null) : entityOf(store, id)
    const record = entity === null || id === null ? undefined : find(store, entity, id)
    const name = entity !== null && id !== null ? nameOf(store, entity, id) : null
    const alive = record?.deletedAt === null
    const line = alive && entity !== null && id !== null ? linesOf(store, [{ entity, id }])[0] : undefined
    return {
      key,
      savedAt,
      text,
      entity,
      id,
      field,
      name: name?.name ?? '',
      day: name?.day ?? null,
      removed: id !== null && !alive,
      openId: line?.openId ?? (alive ? id : null),
    }
  })
}

/** The kind of a record, as the log has it. */
function entityOf(store: Store, id: string): EntityName | null {
  const found = sql(store, 'SELECT entity FROM changes WHERE record_id = ? LIMIT 1').pluck().get(id) as
    | string
    | undefined
  return found !== undefined && Object.hasOwn(entities, found) ? (found as EntityName) : null
}

/** Everything in a draft that somebody typed; rich text is kept written out, beside the stamp it is based on. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return anId.test(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  if ('content' in value && typeof value.content === 'string' && 'basedOn' in value) {
    const read = richText.safeParse(jsonOf(value.content))
    return read.success ? [plainText(read.data)] : []
  }
  return Object.values(value)
    .flatMap(wordsIn)
    .filter((words) => words.trim() !== '')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
