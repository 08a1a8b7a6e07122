import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFile } from '#db/connection.ts'
import { assemblePlanPaper } from '#db/plan-paper.ts'
import { plansInForce } from '#db/repositories/plans.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { createStore, type Store } from '#db/store.ts'
import { renderPlanPaperDocx } from '#shared/documents/plan-docx.ts'
import { missingTexts, strategyWords } from '#shared/documents/strategy/words.ts'
import type { PlanPaper } from '#shared/documents/strategy-snapshot.ts'
import { part, partsOf, wordText } from '../shared/documents/office-file.ts'

const today = '2026-11-22'
const folder = mkdtempSync(join(tmpdir(), 'fyr-'))
let file: ReturnType<typeof openFile>
let store: Store
let paper: PlanPaper
const assembled = (language: 'nb' | 'sv' | 'en') => {
  const [plan] = plansInForce(store)
  return assemblePlanPaper(store, plan?.id ?? '', language, { today, madeBy: 'Ingrid Holm' })
}
const read = async (one: PlanPaper) => wordText(part(partsOf(await renderPlanPaperDocx(one)), 'word/document.xml'))

beforeAll(() => {
  const path = join(folder, 'sample.fyr')
  makeSample(path, { sample: 'ostfold', today })
  file = openFile(path)
  store = createStore(file.db, { now: () => `${today}T10:00:00.000Z`, device: '0000abcd' })
  paper = assembled('nb')
})
afterAll(() => {
  file.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the report that walks a plan', () => {
  it('tells every area and goal in the order of the plan, each with what serves it and what is missing', async () => {
    const text = await read(paper)
    let at = 0
    const next = (words: string) => {
      const found = text.indexOf(words, at)
      expect(found, words).toBeGreaterThanOrEqual(0)
      at = found
    }
    expect(paper.plan.goals).toHaveLength(9)
    for (const area of paper.plan.areas) {
      next(`${area.number}: ${area.title}`)
      for (const goal of paper.plan.goals.filter(({ areaNumber }) => areaNumber === area.number)) {
        next(`${goal.code} ${goal.title}`)
        for (const one of goal.strategies) next(one.text)
        next('Det som bidrar til målet')
        for (const one of goal.serving.slice(0, 1)) next(one.title)
        next('Det som mangler')
      }
    }
    next('Alt som mangler')
    const words = strategyWords('nb')
    const lacking = paper.plan.goals.filter((goal) => missingTexts(goal, words).length > 0)
    expect(lacking.length).toBeGreaterThan(0)
    for (const goal of lacking) next(`${goal.code} ${goal.title}`)
  })

  it('reads a target out with its figures, and says what the plan does not', async () => {
    const text = (await read(paper)).replace(/[\u00a0\u202f]/g, ' ')
    const gazelles = paper.plan.goals.find(({ kind, target }) => kind === 'multiple' && target === 292)
    expect(gazelles).toBeDefined()
    expect(text).toMatch(/2 ganger utgangsverdien.*292/)
    expect(text).toContain('Utgangspunktet er 146 bedrifter (2017).')
    expect(text).toContain('Planen oppgir ikke noe målår')
  })

  it('says why the newest figure of a goal is missing, in the sentences about it', async () => {
    const text = (await read(paper)).replace(/[\u00a0\u202f]/g, ' ')
    const waiting = paper.plan.indicators.find(({ missing, goals }) => missing?.reason && goals.length > 0)
    expect(waiting).toBeDefined()
    expect(text).toMatch(new RegExp(`Siste tall er [^\\n]*\\. ${waiting?.missing?.period} mangler: [^\\n]*[.!?]`))
  })

  it('marks a series after a break in another way than before it, and holds no chart to the next one', async () => {
    const parts = partsOf(await renderPlanPaperDocx(paper))
    const charts = [...parts.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))
    const broken = charts.map((name) => part(parts, name)).filter((xml) => xml.includes('Resultat etter brudd'))
    expect(broken).toHaveLength(1)
    expect(broken[0]).toContain('<c:symbol val="circle"/>')
    expect(broken[0]).toContain('<c:symbol val="diamond"/>')
    const rule = part(parts, 'word/document.xml')
      .split('<w:p>')
      .find((one) => one.includes('Tallene før og etter bruddet'))
    expect(rule).toMatch(/<w:keepNext w:val="(false|0)"\/>/)
  })

  it('gives the same bytes for the same paper, and is whole in Swedish and English', async () => {
    expect(await renderPlanPaperDocx(paper)).toEqual(await renderPlanPaperDocx(assembled('nb')))
    for (const language of ['sv', 'en'] as const) {
      const text = await read(assembled(language))
      expect(text).not.toMatch(/\{\{|documents\.strategy/)
      expect(text).toContain(strategyWords(language).t('documents.strategy.report.gaps'))
    }
  })

  it('names nothing confidential: what may not be named is counted', async () => {
    const hidden = store.db
      .prepare(`SELECT title FROM commitments WHERE is_public = 0 AND deleted_at IS NULL`)
      .pluck()
      .all() as string[]
    const text = await read(paper)
    const others = store.db.prepare(`SELECT title FROM commitments WHERE is_public = 1`).pluck().all() as string[]
    for (const title of hidden.filter((one) => !others.includes(one))) expect(text).not.toContain(title)
  })
})
