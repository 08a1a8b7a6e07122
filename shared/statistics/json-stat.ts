/** JSON-stat 2 datasets as PxWebApi gives them (SSB, SCB), version 1 and 2 of the interface. The format: json-stat.org. */
import { z } from 'zod'
import { isDay } from '../domain/values.ts'
import {
  type Dimension,
  type DimensionRole,
  mostCells,
  type ReadFile,
  roleOf,
  type StatisticsFile,
  unreadable,
} from './statistics-file.ts'

const words = z.string().max(2000)
const categories = z.object({
  index: z.union([z.array(z.string().max(200)).max(mostCells), z.record(z.string(), z.number())]).optional(),
  label: z.record(z.string(), z.unknown()).optional(),
})
const dataset = z.object({
  class: z.literal('dataset').optional(),
  label: words.optional().catch(undefined),
  source: words.optional().catch(undefined),
  updated: words.optional().catch(undefined),
  id: z.array(words).min(1).max(30),
  size: z.array(z.int().min(0)).min(1).max(30),
  role: z
    .object({
      time: z.array(words).optional(),
      geo: z.array(words).optional(),
      metric: z.array(words).optional(),
    })
    .optional()
    .catch(undefined),
  dimension: z.record(z.string(), z.unknown()),
  value: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  status: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown()), z.string()]).nullish(),
})
const oneDimension = z.object({ label: words.optional().catch(undefined), category: categories })

/** Reads a dataset. Never throws; cells are looked up in what was given, so that a size which claims more costs nothing. */
export function readJsonStat(text: string): ReadFile {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    return unreadable('notJson', lineOf(cause, text))
  }
  if (isObject(parsed) && parsed.class === 'collection') return unreadable('jsonStatCollection')
  // Version 1 of the format wraps its one dataset.
  const inner = isObject(parsed) && !('id' in parsed) && isObject(parsed.dataset) ? unwrapped(parsed.dataset) : parsed
  const read = dataset.safeParse(inner)
  if (!read.success) return unreadable('notJsonStat', null, { field: fieldOf(read.error) })
  const { id, size, dimension, role } = read.data
  if (id.length !== size.length || new Set(id).size !== id.length) {
    return unreadable('notJsonStat', null, { field: 'size' })
  }
  const cells = size.reduce((product, one) => product * one, 1)
  if (cells > mostCells) return unreadable('tooManyCells', null, { most: mostCells })
  const dimensions: Dimension[] = []
  for (const [at, name] of id.entries()) {
    const one = oneDimension.safeParse(Object.hasOwn(dimension, name) ? dimension[name] : undefined)
    const values = one.success ? valuesOf(one.data.category, size[at] ?? 0) : null
    if (!one.success || !values) return unreadable('notJsonStat', null, { field: `dimension.${name}`.slice(0, 200) })
    const label = one.data.label ?? name
    dimensions.push({ id: name, label, role: roleIn(role, name) ?? roleOf(name, label, codesOf(values)), values })
  }
  const { value, status } = read.data
  if (Array.isArray(value) && value.length !== cells) return unreadable('notJsonStat', null, { field: 'value' })
  const wrong = Object.values(value).find((one) => one !== null && typeof one !== 'number')
  if (wrong !== undefined) return unreadable('notJsonStat', null, { field: 'value' })
  const places = dimensions.map(({ values }) => new Map(values.map(({ code }, place) => [code, place])))
  const file: StatisticsFile = {
    title: read.data.label?.trim() || null,
    source: read.data.source?.trim() || null,
    updatedOn: dayIn(read.data.updated),
    dimensions,
    cells,
    unread: 0,
    cellAt: (codes) => {
      let at = 0
      for (const [nth, place] of places.entries()) {
        const found = place.get(codes[nth] ?? '')
        if (found === undefined) return null
        at = at * (size[nth] ?? 0) + found
      }
      const number = own(value, at)
      const sign = typeof status === 'string' ? status : own(status ?? {}, at)
      return {
        value: typeof number === 'number' && Number.isFinite(number) ? number : null,
        sign: typeof sign === 'string' && sign.trim() !== '' ? sign.trim() : null,
      }
    },
  }
  return { ok: true, file, problems: [] }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A dataset of version 1: its ids, sizes and roles stand among its dimensions. */
function unwrapped(old: Record<string, unknown>): unknown {
  if (!isObject(old.dimension)) return old
  const { id, size, role } = old.dimension
  return { ...old, id, size, role }
}

function own(of: readonly unknown[] | Record<string, unknown>, at: number): unknown {
  return Object.hasOwn(of, at) ? (of as Record<number, unknown>)[at] : undefined
}

/** Codes in their order with their labels; null where they are not as many as the size says, or one comes twice. */
function valuesOf({ index, label }: z.infer<typeof categories>, size: number): Dimension['values'] | null {
  const codes = Array.isArray(index)
    ? index
    : index
      ? placed(index, size)
      : // One value needs no index.
        Object.keys(label ?? {})
  if (!codes || codes.length !== size || new Set(codes).size !== size) return null
  return codes.map((code) => {
    const text = label && Object.hasOwn(label, code) ? label[code] : undefined
    return { code, label: typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, 500) : code }
  })
}

/** Codes by the places that an index object gives them; null where a place is missing, or given twice. */
function placed(index: Readonly<Record<string, number>>, size: number): string[] | null {
  const entries = Object.entries(index)
  if (entries.length !== size) return null
  const codes = new Map(entries.map(([code, place]) => [place, code]))
  const inOrder = entries.map((_, place) => codes.get(place))
  return inOrder.every((code) => code !== undefined) ? (inOrder as string[]) : null
}

function codesOf(values: Dimension['values']): string[] {
  return values.map(({ code }) => code)
}

function roleIn(role: z.infer<typeof dataset>['role'], name: string): DimensionRole | null {
  if (role?.time?.includes(name)) return 'period'
  if (role?.geo?.includes(name)) return 'region'
  return role?.metric?.includes(name) ? 'content' : null
}

function dayIn(updated: string | undefined): string | null {
  const day = updated?.slice(0, 10) ?? ''
  return isDay(day) ? day : null
}

function fieldOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.').slice(0, 200) || 'dataset'
}

/** The line of a JSON error, where the engine tells its place. */
function lineOf(cause: unknown, text: string): number | null {
  const said = cause instanceof Error ? cause.message : ''
  const line = /line (\d+)/.exec(said)?.[1]
  if (line) return Number(line)
  const position = /position (\d+)/.exec(said)?.[1]
  return position ? text.slice(0, Number(position)).split('\n').length : null
}
