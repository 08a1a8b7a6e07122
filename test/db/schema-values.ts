/** Reads the contract's Zod schemas: which fields an input has, and values that look right for them. */

import { z } from 'zod'
import fc from '#test/random.ts'
import { hostileTexts } from './hostile-values.ts'

/** A schema without what wraps it: optional, nullable, default, transform. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod as { def: { type: string; innerType?: z.core.$ZodType; in?: z.core.$ZodType } }
  if (def.innerType) return bare(def.innerType)
  return def.type === 'pipe' && def.in ? bare(def.in) : schema
}

/** The path of every field of an input, nested ones and the first item of lists too. */
export function fieldPaths(schema: z.core.$ZodType, path: readonly string[] = []): string[][] {
  const inner = bare(schema)
  const own = path.length === 0 ? [] : [[...path]]
  if (inner instanceof z.ZodObject) {
    return [
      ...own,
      ...Object.entries(inner.shape).flatMap(([key, value]) => fieldPaths(value as z.ZodType, [...path, key])),
    ]
  }
  if (inner instanceof z.ZodArray) return [...own, ...fieldPaths(inner.element as z.ZodType, [...path, '0'])]
  return own
}

/** A copy of an input with one field set; objects and lists on the way are made. */
export function put(base: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (key === '0') return [put(Array.isArray(base) ? base[0] : undefined, rest, value)]
  const fields = typeof base === 'object' && base !== null ? (base as Record<string, unknown>) : {}
  return { ...fields, [key]: put(fields[key], rest, value) }
}

/** Ids to choose from, those that exist most often. */
export function aliasesOf(pool: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...pool)
}

const days = fc.constantFrom(
  '1800-01-01',
  '2024-02-29',
  '2026-01-01',
  '2026-09-01',
  '2026-09-15',
  '2026-12-31',
  '2199-12-31',
)
const texts = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Strøm',
      'Åse',
      '3105',
      '923609016',
      '+4791735846',
      'a@b.no',
      '09:30',
      'x'.repeat(200),
      'å'.repeat(200),
    ),
  },
)

/** Inputs that look right for a schema: every field of its own kind, ids from the pool, many optional fields left out. */
export function valuesOf(schema: z.core.$ZodType, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const { def } = schema._zod as unknown as {
    def: {
      type: string
      innerType?: z.core.$ZodType
      in?: z.core.$ZodType
      entries?: Record<string, string>
      getter?: () => z.core.$ZodType
    }
  }
  if (def.innerType) {
    const inner = valuesOf(def.innerType, ids)
    if (def.type === 'nullable')
      return fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: inner })
    return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: inner })
  }
  if (def.type === 'pipe' && def.in) return valuesOf(def.in, ids)
  if (schema instanceof z.ZodObject) {
    return fc.record(
      Object.fromEntries(Object.entries(schema.shape).map(([key, value]) => [key, valuesOf(value as z.ZodType, ids)])),
    )
  }
  if (schema instanceof z.ZodArray) {
    const item = valuesOf(schema.element as z.ZodType, ids)
    return fc.oneof(fc.array(item, { maxLength: 3 }), fc.array(item, { minLength: 12, maxLength: 12 }))
  }
  if (def.entries) return fc.constantFrom(...Object.values(def.entries))
  if (def.type === 'boolean') return fc.boolean()
  if (def.type === 'number')
    return fc.oneof(fc.integer({ min: -2, max: 60 }), fc.constantFrom(2026, 1900, 2199, 10_000_000, 9e15, 1.5))
  if (def.type === 'string') return looksOf(schema, ids)
  return fc.jsonValue()
}

/** A text that passes the schema's own check where one of ours does, mostly. */
function looksOf(schema: z.core.$ZodType, ids: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const takes = (text: string) => z.safeParse(schema, text).success
  if (takes('019f0000-0000-7000-8000-00000000dead') && !takes('x')) return ids
  if (takes('2026-01-01') && !takes('x')) return days
  return texts
}
