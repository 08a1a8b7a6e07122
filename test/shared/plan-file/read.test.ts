import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPlanFile } from '#shared/plan-file/read.ts'
import { goalsOfPlan } from '#shared/plan-file/references.ts'

const head = 'format: board-package-seed\nformat_version: 1\n'
const founding = new URL('../../../../shared/samples/founding-documents.yaml', import.meta.url)

function told(text: string) {
  const { remarks } = readPlanFile(text)
  return remarks.map(({ severity, line, message }) => [
    severity,
    line,
    message.key.replace('problems.field.', '').replace('planFile.', ''),
  ])
}

describe.runIf(existsSync(founding))('the founding documents', () => {
  const file = readPlanFile(existsSync(founding) ? readFileSync(founding, 'utf8') : head)
  it('are read without an error, and nothing that says something is left out', () => {
    expect(file.remarks.filter(({ severity }) => severity !== 'warning')).toEqual([])
  })
  it('have as many parts as the file lists', () => {
    const counts = file.plans.map((plan) => ({
      areas: plan.areas.length,
      goals: goalsOfPlan(plan).length,
      activities: plan.activities.length + plan.areas.flatMap((area) => area.activities).length,
      projects: plan.projects.length + plan.areas.flatMap((area) => area.projects).length,
      stated: [...plan.indicators, ...goalsOfPlan(plan).flatMap((goal) => goal.indicators)].filter(
        ({ fields }) => !fields.code.includes('.B'),
      ).length,
    }))
    expect(counts).toEqual([
      { areas: 3, goals: 9, activities: 0, projects: 8, stated: 28 },
      // Five sub-goals, and the main goal's own target.
      { areas: 3, goals: 6, activities: 0, projects: 0, stated: 0 },
      { areas: 3, goals: 0, activities: 9, projects: 0, stated: 0 },
      { areas: 5, goals: 0, activities: 12, projects: 0, stated: 0 },
    ])
  })
})

describe('hostile and broken files', () => {
  const deep = `${head}plans: ${'['.repeat(30)}${']'.repeat(30)}`
  it.each([
    ['', [['error', null, 'empty']]],
    ['- 1', [['error', 1, 'notAPlanFile']]],
    ['format: other', [['error', 1, 'notAPlanFile']]],
    ['format: board-package-seed\nformat_version: 2', [['error', 2, 'newerFormat']]],
    [`${head}plans: []`, [['error', 3, 'noPlans']]],
    [`${head}plans: &a [1]`, [['error', 3, 'alias']]],
    [`${head}a: !!js/function "x"`, [['error', 3, 'tag']]],
    [`${head}<<: {a: 1}`, [['error', 3, 'alias']]],
    [`${head}---\na: 1`, [['error', 3, 'severalDocuments']]],
    [`${head}plans:\n  - title: A\n    title: B`, [['error', 5, 'duplicateKey']]],
    [deep, [['error', 3, 'tooDeep']]],
    [`${head}plans: ${'['.repeat(900_000)}`, [['error', null, 'tooDeepToRead']]],
    [`${head}plans:\n${'- '.repeat(200_000)}`, [['error', null, 'tooDeepToRead']]],
    [`${head}plans:\n\t- a: 1`, [['error', 4, 'tabs']]],
    [`${head}plans:\n  - title: [a]\n`, [['error', 4, 'textExpected']]],
    [`${head}plans:\n  - title: A\n    __proto__: {polluted: 1}\n`, [['ignored', 5, 'ignored']]],
    [`\uFEFF${head.replaceAll('\n', '\r\n')}plans:\r\n  - title: A\r\n    odd: 1\r\n`, [['ignored', 5, 'ignored']]],
  ])('%# are told by line', { timeout: 10_000 }, (text, expected) => {
    const said = told(text)
    expect(said).toEqual(expected)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
  it('a bomb of aliases and a file too large are refused at once', { timeout: 20_000 }, () => {
    const rows = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`)
    expect(told(`${head}a0: &a0 x\n${rows.join('\n')}`)[0]).toEqual(['error', 3, 'alias'])
    const keys = Array.from({ length: 10_000 }, (_, i) => `k${i}: 1`).join('\n')
    expect(told(`${head}${keys}\nplans: []`).length).toBeGreaterThan(0)
    expect(told('a'.repeat(1_000_001))).toEqual([['error', null, 'tooLarge']])
  })
})
