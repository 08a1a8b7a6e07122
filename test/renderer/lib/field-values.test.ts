// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { useFieldNames } from '#renderer/lib/use-field-names.ts'
import { activityFields, goalFields } from '#shared/domain/records/goal.ts'
import { indicatorFields, measurementFields } from '#shared/domain/records/indicator.ts'
import { planFields } from '#shared/domain/records/plan.ts'
import { aHost } from '../a-host.ts'
import { Providers } from '../providers.tsx'

afterEach(cleanup)
function names() {
  const { client } = aHost({})
  const wrapper = ({ children }: { children: ReactNode }) => createElement(Providers, { client, children })
  return renderHook(() => useFieldNames(), { wrapper }).result.current
}
const records = {
  plans: planFields,
  goals: goalFields,
  activities: activityFields,
  indicators: indicatorFields,
  measurements: measurementFields,
}

test.each(Object.entries(records))('histories of %s say each code in words', (entity, fields) => {
  const { fieldValue } = names()
  const codes = Object.entries<z.ZodType>(fields).flatMap(([field, schema]) =>
    optionsOf(schema).map((code) => ({ field, code, said: fieldValue(field, code, entity) })),
  )
  expect(codes.length).toBeGreaterThan(0)
  expect(codes.filter(({ said, code }) => said === undefined || said === code)).toEqual([])
})

test('figures keep their decimals, years are no thousands, regions and periods have their names', () => {
  const { fieldName, fieldValue } = names()
  expect(fieldValue('value', 3.87, 'measurements')).toBe('3,87')
  expect(fieldValue('baselineValue', 56000, 'goals')).toBe('56\u00a0000')
  expect(fieldValue('periodFrom', 2016, 'plans')).toBe('2016')
  expect(fieldValue('regionCode', '31', 'measurements')).toBe('Østfold')
  expect(fieldValue('regionCodes', ['NO', '31', 'Ytre'], 'indicators')).toBe('Norge, Østfold, Ytre')
  expect(fieldName('regionCodes', 'indicators')).toBe('Regioner')
  expect(fieldValue('period', '2024-Q3', 'measurements')).toBe('3. kvartal 2024')
  expect(fieldValue('titleVariants', [{ text: 'Ord', source: 'S000' }], 'focusAreas')).toBe('Ord (S000)')
})

function optionsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  return schema instanceof z.ZodNullable ? optionsOf(schema.unwrap() as z.ZodType) : []
}
