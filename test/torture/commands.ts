/**
 * Random commands of every kind, made from the contract's own schemas: values that look right, ids of the kind that a field asks for.
 * What the rules refuse is no harm; the share that is accepted is told by the rows.
 */
import { z } from 'zod'
import type { OperationName } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'

/** Ids of records by kind (`visits`, `agendaItems`). */
export type Ids = Record<string, string[]>
export interface Command {
  readonly name: OperationName
  readonly input: unknown
}

/** Those that leave the file, ask the desktop, or rebuild it whole. */
const leftOut =
  /^(workspace|backups|files|jobs|opening|salvage|settings)\.|export|import|print|make|openSample|anonymise|saveCopy|restore/i
const names = (Object.keys(contract) as OperationName[]).filter(
  (name) => contract[name].kind === 'command' && !leftOut.test(name),
)
/** What people do most, and what writes most at once. */
const frequent: readonly OperationName[] = [
  'visits.log',
  'drafts.save',
  'attachments.add',
  'followUps.add',
  'agendaItems.add',
]
const people =
  /(owner|lead|person|secretary|chair|responsible|participant|reporter|contactPerson|decidedBy|author|me)$/i
const words = ['Strøm', 'Åse', 'Næring', 'areal', 'møte', 'vedtak', 'Kommunen', 'Ølberg', 'frist', 'oppfølging']
const looks = [
  '2026-09-15',
  '09:30',
  '2026-09',
  '2026',
  'ola@nordmann.no',
  '923609016',
  '+4791735846',
  'https://example.org/',
  'aGVpIHDDpSBkZWc=',
  'text/plain',
  'nb',
  '#336699',
]
const past = ['2025-03-04', '2025-10-20', '2026-01-12', '2026-03-02']
const days = ['2026-01-12', '2026-03-02', '2026-09-01', '2026-09-15', '2026-11-03', '2027-02-01']

interface Def {
  readonly type: string
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly entries?: Record<string, string | number>
  readonly options?: readonly z.core.$ZodType[]
  readonly values?: readonly unknown[]
  readonly getter?: () => z.core.$ZodType
  readonly element?: z.core.$ZodType
}
type TextKind = { readonly id: true } | { readonly some: readonly string[] } | { readonly free: true }
const kinds = new WeakMap<object, TextKind>()

export function createCommands(
  random: () => number,
  ids: Ids,
): { next(): Command; learn(command: Command, value: unknown): void } {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const text = () => Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(words)).join(' ')

  const idFor = (field: string, area: string): string => {
    const stem = field.replace(/Ids?$/, '')
    const kind = /^ids?$/.test(field)
      ? area
      : ([`${stem}s`, stem.replace(/y$/, 'ies')].find((name) => ids[name]?.length) ??
        Object.keys(ids).find((name) => name.toLowerCase().startsWith(stem.toLowerCase())) ??
        Object.keys(ids).find((name) => name.toLowerCase().endsWith(`${stem.toLowerCase()}s`)) ??
        (people.test(stem) ? 'persons' : ''))
    return pick(ids[kind] ?? []) ?? pick(Object.values(ids).flat()) ?? ''
  }

  const kindOf = (schema: z.core.$ZodType): TextKind => {
    const known = kinds.get(schema)
    if (known) return known
    const takes = (value: string) => z.safeParse(schema, value).success
    const fresh: TextKind = takes('Et ord')
      ? { free: true }
      : takes('019f0000-0000-7000-8000-00000000dead')
        ? { id: true }
        : takes(days[0] ?? '')
          ? { some: days }
          : { some: looks.filter(takes) }
    kinds.set(schema, fresh)
    return fresh
  }

  const valueFor = (schema: z.core.$ZodType, field: string, area: string, depth: number): unknown => {
    const def = schema._zod.def as unknown as Def
    const inner = (given: z.core.$ZodType | undefined) => (given ? valueFor(given, field, area, depth + 1) : undefined)
    if (depth > 8) return undefined
    if (schema instanceof z.ZodObject) {
      const fields = Object.entries(schema.shape).map(([key, value]) => [
        key,
        valueFor(value as z.ZodType, key, area, depth + 1),
      ])
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
    }
    switch (def.type) {
      case 'optional':
      case 'default':
      case 'prefault':
        return random() < (field === 'changes' ? 1 : 0.35) ? inner(def.innerType) : undefined
      case 'nullable':
        return random() < 0.4 ? null : inner(def.innerType)
      case 'pipe':
        return inner(def.in)
      case 'lazy':
        return inner(def.getter?.())
      case 'union':
        return inner(pick(def.options ?? []))
      case 'array':
        return Array.from({ length: 1 + Math.floor(random() * 2) }, () => inner(def.element))
      case 'enum':
        return pick(Object.values(def.entries ?? {}))
      case 'literal':
        return pick(def.values ?? [])
      case 'boolean':
        return random() < 0.5
      case 'number':
        return pick([0, 1, 2, 3, 12, 50, 2026])
      case 'string': {
        const kind = kindOf(schema)
        if ('free' in kind) return text()
        return 'id' in kind ? idFor(field, area) : (pick(kind.some) ?? text())
      }
      default:
        return def.innerType ? inner(def.innerType) : undefined
    }
  }

  return {
    next() {
      const name = (random() < 0.35 ? pick(frequent) : pick(names)) ?? 'drafts.save'
      const area = name.split('.')[0] ?? ''
      if (name === 'drafts.save') return { name, input: { key: 'capture', value: { text: text().repeat(20) } } }
      if (name === 'visits.log' && random() < 0.7) {
        const company = { companyId: null, newCompanyName: `Bedrift ${text()}` }
        return { name, input: { ...company, visitedOn: pick(past), notes: text() } }
      }
      const visitId = pick(ids.visits ?? []) ?? ''
      if (name === 'attachments.add') {
        const base64 = Buffer.from(text().repeat(1 + Math.floor(random() * 200))).toString('base64')
        return {
          name,
          input: { visitId, kind: 'file', fileName: 'brev.txt', mime: 'text/plain', altText: null, base64 },
        }
      }
      if (name === 'followUps.add') {
        const ownerId = pick(ids.persons ?? []) ?? ''
        return { name, input: { visitId, description: text(), theme: 'other', ownerId, dueOn: pick(days) } }
      }
      if (name === 'agendaItems.add') {
        return { name, input: { bodyId: pick(ids.bodies ?? []) ?? '', type: 'information', title: text() } }
      }
      return { name, input: valueFor(contract[name].input, '', area, 0) }
    },
    learn({ name }, value) {
      const id = (value as { id?: unknown } | null)?.id
      if (typeof id !== 'string') return
      const area = name.split('.')[0] ?? ''
      ids[area] = [...(ids[area] ?? []), id]
    },
  }
}
