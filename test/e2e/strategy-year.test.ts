/**
 * A strategy's year: four plans out of a file, figures typed, pasted and fetched, goals judged beside their figures, the red thread tied,
 * a version revised and adopted. What the screens and the papers say is held against figures worked by hand.
 */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { aDesk, type Desk, keep, shoot } from './desk.ts'
import { inOrder, wordOf } from './meeting-steps.ts'
import { aHeldMeeting, aSecretariat, type Row, rowsOf, type Secretariat } from './partnership-steps.ts'
import { button, expectMessage, foundPartnership, makePackageAs, t, textField } from './steps.ts'
import {
  block,
  held,
  inReport,
  inSheets,
  onPaper,
  onScreen,
  plans,
  shownOf,
  statistics,
  worked,
} from './strategy-figures.ts'
import { aStrategist, type Strategist } from './strategy-steps.ts'

let desk: Desk
let page: Page
let they: Secretariat
let strategist: Strategist
beforeAll(async () => {
  desk = await aDesk({ ownClock: true })
  page = await desk.open()
  await page.locator('h1').first().waitFor()
  await desk.setTime('2026-01-12T08:30+01:00')
  they = aSecretariat(page, t)
  strategist = aStrategist(desk, page, they)
  await foundPartnership(page, { name: 'Østfold vekstpartnerskap', givenName: 'Kari', familyName: 'Nilsen' })
})
afterAll(() => desk.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? shoot(page, 'strategy-failed') : undefined))

/** What is read, with plain blanks, so that figures can be written as they look. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const textOf = async (of: Locator) => plain((await of.allInnerTexts()).join('\n')).replace(/[\n\t ]+/g, ' ')
/** Waits until every line stands there, each after the one before it. */
const shows = (where: Locator, lines: readonly string[]) =>
  expect.poll(async () => inOrder(await textOf(where), lines)).toEqual([])
const call = <T>(name: string, input: unknown) => desk.call<T>(page, name, input)
const planFile = readFileSync(new URL('../fixtures/plan-file/strategy-year.yaml', import.meta.url), 'utf8')
const statusOf = () => they.region(t('app.fields.status'))

describe('January: four plans come out of a file', () => {
  it('the file is looked at before anything is kept, and counts what it holds of each plan', async () => {
    await strategist.go('strategy')
    await button(they.main(), t('strategy.import.title')).click()
    const form = they.dialog(t('strategy.import.title'))
    await strategist.choose(form, 'wrong.yaml', planFile.replace('factor: 2', 'factor: two'))
    await form.getByRole('alert').filter({ hasText: 'stopper importen' }).waitFor()
    await expect.poll(() => textOf(form)).toContain('plans[0].focus_areas[0].goals[0].target.factor')
    await strategist.choose(form, 'plans.yaml', planFile)
    const listed = form.getByRole('region', { name: t('strategy.import.plans') }).getByRole('listitem')
    for (const [title, counts] of Object.entries(held))
      await expect.poll(() => textOf(listed.filter({ hasText: title }))).toContain(counts)
    expect(await listed.count()).toBe(4)
    expect(await call<unknown[]>('plans.list', {})).toEqual([])
    await shoot(page, 'strategy-preview')
    await button(form, t('strategy.import.run', { count: 4 })).click()
    await form.waitFor({ state: 'hidden' })
  })

  it('one Ctrl+Z takes all four back, and they are fetched again', async () => {
    const count = async () => (await call<unknown[]>('plans.list', {})).length
    await expect.poll(count).toBe(4)
    await page.keyboard.press('Control+z')
    await expect.poll(count).toBe(0)
    await strategist.go('strategy')
    await button(they.main(), t('strategy.import.title')).click()
    const form = they.dialog(t('strategy.import.title'))
    await strategist.choose(form, 'plans.yaml', planFile)
    await button(form, t('strategy.import.run', { count: 4 })).click()
    await form.waitFor({ state: 'hidden' })
    await expect.poll(count).toBe(4)
  })

  it('every count stands on the screens: the plans, each plan, goals, activities, indicators and projects', async () => {
    await strategist.go('strategy')
    for (const [title, counts] of Object.entries(shownOf))
      await expect.poll(() => textOf(they.main().getByRole('listitem').filter({ hasText: title }))).toContain(counts)
    for (const [title, counts] of Object.entries(shownOf)) {
      await strategist.showPlan(title)
      await expect.poll(() => textOf(they.main().locator('header').filter({ hasText: title }))).toContain(counts)
    }
    await shoot(page, 'strategy-map')
    // 6 + 3 goals, 2 + 4 + 3 activities, 8 + 1 indicators, 4 projects.
    const registers = [
      ['goals', 'goals.list.count', 9],
      ['activities', 'goals.activities.count', 9],
      ['indicators', 'indicators.list.count', 9],
    ] as const
    for (const [area, words, count] of registers) {
      await strategist.go(area)
      await expect.poll(() => textOf(they.main())).toContain(t(words, { count, shown: String(count) }))
    }
    await they.go('projects')
    for (const title of ['Åpent laboratorium', 'Vinterkysten', 'Strøm på kaia', 'Felles kart over kysten'])
      await they
        .main()
        .getByRole('row', { name: new RegExp(title) })
        .waitFor()
  })

  it('without figures no progress is said, only what is missing', async () => {
    await strategist.showGoal('M-1.1')
    await shows(statusOf(), [t('codes.goalStatus.notMeasurable'), t('codes.figureGap.noFigure')])
  })
})

describe('Spring: the figures of the year come', () => {
  beforeAll(() => desk.setTime('2026-03-16T09:00+01:00'))

  it('a block out of a sheet is pasted and the rest typed; a percent where it can’t be and a jump are asked about', async () => {
    const { grid } = strategist
    await grid.show(plans.growth)
    await grid.paste('I-1.1', '2022', block)
    await grid.type('I-3.1', '2025', '2,1')
    await grid.type('I-3.2', '2025', '18')
    await grid.type('V-1', '2025', '12 %')
    await grid.save(15)
    const wrong = they.region(t('indicators.figures.problems.wrong', { count: 1, shown: '1' }))
    await expect.poll(() => textOf(wrong)).toContain(t('problems.field.percentHere'))
    await grid.type('V-1', '2025', '131 400')
    await grid.type('I-3.2', '2024', '1,6')
    await grid.save(16)
    const jumps = they.region(t('indicators.figures.jumps.title', { count: 1, shown: '1' }))
    await expect.poll(() => textOf(jumps)).toContain(plain(t('problems.field.jump', { before: '1,6', period: '2024' })))
    await shoot(page, 'strategy-jump')
    await grid.type('I-3.2', '2025', '1,8')
    await grid.save(16)
    await expect.poll(() => textOf(grid.bar())).toContain(t('indicators.figures.noneWaiting'))
    await grid.show(plans.jobs)
    await grid.type('J-1', '2022', '20 000')
    await grid.type('J-1', '2025', '20 600')
    await grid.save(2)
    await expect.poll(() => textOf(grid.bar())).toContain(t('indicators.figures.noneWaiting'))
  })

  it('a file of SSB is looked at, tied to its indicator and fetched', async () => {
    await strategist.grid.show(plans.growth)
    await button(they.main(), t('indicators.statistics.open')).click()
    const form = they.dialog(t('indicators.statistics.title'))
    await strategist.choose(form, 'havner.json', statistics)
    await they.find(form, t('app.fields.indicatorId'), 'I-2.2', /^I-2\.2/)
    const rows = form.getByRole('region', { name: t('indicators.statistics.outcome') })
    await expect.poll(() => textOf(rows)).toContain(`${t('indicators.statistics.outcomes.new')}: 4`)
    await shoot(page, 'strategy-statistics')
    await button(form, t('indicators.statistics.import', { count: 4, shown: '4' })).click()
    await form.waitFor({ state: 'hidden' })
    await expect.poll(() => textOf(strategist.grid.cell('I-2.2', '2025'))).toContain('11 620')
  })

  it('each kind of target says what was worked by hand', async () => {
    const figures = async (code: string) => (await strategist.goal(code)).figures
    const near = (value: number) => expect.closeTo(value, 9)
    expect(await figures('M-1.1')).toMatchObject({
      target: 80,
      progress: near(worked.multiple.progress),
      expected: near(worked.multiple.expected),
    })
    expect(await figures('M-1.2')).toMatchObject({
      target: 12.5,
      progress: near(worked.level.progress),
      expected: near(worked.level.expected),
    })
    expect(await figures('M-2.1')).toMatchObject({
      target: near(worked.relative.target),
      progress: near(worked.relative.progress),
      expected: near(worked.relative.expected),
    })
    expect(await figures('M-2.2')).toMatchObject({
      target: 11_800,
      progress: near(worked.absolute.progress),
      expected: near(worked.absolute.expected),
    })
    expect(await figures('H')).toMatchObject({
      target: expect.closeTo(worked.yearly.target, 6),
      expected: expect.closeTo(worked.yearly.expected, 6),
      rate: near(worked.yearly.rate),
    })
    for (const [code, lines] of Object.entries(onScreen)) {
      await strategist.showGoal(code)
      await shows(statusOf(), lines)
    }
    await shoot(page, 'strategy-yearly')
  })
})

describe('Summer: goals are judged, worded, and what serves them is tied', () => {
  beforeAll(() => desk.setTime('2026-06-10T09:00+02:00'))

  it('a figure that is revised keeps what was said before, and moves the goal', async () => {
    const { grid } = strategist
    await grid.show(plans.growth)
    await they.pick(grid.bar(), t('app.fields.status'), t('codes.measurementStatus.revised'))
    await grid.type('I-2.2', '2025', '11 500')
    await grid.save(1)
    await expect.poll(() => textOf(grid.bar())).toContain(t('indicators.figures.noneWaiting'))
    await strategist.showGoal('M-2.2')
    await shows(statusOf(), [
      'Usikkert',
      '50 % av veien fra 11 200 til 11 800',
      'Siste tall er 11 500 (2025, revidert).',
    ])
    expect((await strategist.goal('M-2.2')).figures.progress).toBeCloseTo(worked.revised.progress, 9)
    const { leadIndicatorId } = await strategist.goal('M-2.2')
    await they.show(`/indicators/${leadIndicatorId}`, 'Arbeidsplasser i havnene')
    const row = they.main().getByRole('row', { name: /^2025/ })
    await button(row, t('indicators.figures.earlier')).click()
    await expect.poll(() => textOf(they.main())).toContain('Var 11 620 den 02.03.2026 (endelig)')
  })

  it('a status by hand that says another thing than the figures asks why', async () => {
    await strategist.showGoal('M-2.1')
    const form = await strategist.setStatus('atRisk', null)
    const why = textField(form, t('app.fields.statusComment'))
    await expectMessage(why, t('problems.field.statusCommentMissing'))
    await why.fill('To hoteller åpner til høsten.')
    await button(form, t('goals.save')).click()
    await form.waitFor({ state: 'hidden' })
    await shows(statusOf(), [
      'Satt Usikkert per 10.06.2026',
      'Etter tallene Ute av rute',
      'To hoteller åpner til høsten.',
      t('goals.status.differs'),
    ])
    await shoot(page, 'strategy-status')
  })

  it('one wording of two is put in force', async () => {
    await strategist.showGoal('M-1.2', 'words')
    const wordings = they.region(t('goals.wordings.title'))
    await expect.poll(() => textOf(wordings)).toContain(t('goals.wordings.noneInForce'))
    const chosen = wordings.getByRole('listitem').filter({ hasText: 'Hver åttende' })
    await button(chosen, t('goals.wordings.putInForce')).click()
    await expect.poll(() => textOf(chosen)).toContain(t('goals.wordings.takeOut'))
    await expect.poll(() => textOf(wordings)).not.toContain(t('goals.wordings.noneInForce'))
  })

  it('what serves a goal is tied from either end, and stands on the goal’s page', async () => {
    const partner = await call<{ id: string }>('partners.add', { name: 'Havneby kommune', partnerType: 'municipality' })
    const day = '2026-05-04'
    const decided = { partnerId: partner.id, day, title: 'Laboratoriet', decision: 'Laboratoriet åpnes for alle.' }
    await aHeldMeeting(desk, page, decided)
    const pledge = {
      partnerId: partner.id,
      title: 'Timer i laboratoriet',
      kind: 'hours',
      unit: 'hours',
      amount: 12_000,
    }
    const period = { periodFrom: '2026-01-01', periodTo: '2027-12-31' }
    const commitment = await call<{ id: string }>('commitments.add', { ...pledge, ...period })
    const [me] = await call<{ id: string }[]>('persons.list', {})
    await call('visits.log', {
      companyId: null,
      newCompanyName: 'Kråkerøy Mek AS',
      visitedOn: '2026-05-20',
      notes: 'Forsker selv nå.',
      ourParticipantIds: [me?.id],
    })
    await strategist.showGoal('M-1.1', 'thread')
    await strategist.tieHere('project', 'Åpent laboratorium')
    await strategist.tieHere('visit', 'Kråkerøy Mek AS')
    await they.show(`/commitments/${commitment.id}`, 'Timer i laboratoriet')
    await strategist.tieFrom('M-1.1')
    const decisions = await call<{ rows: { id: string; text: string }[] }>('decisions.list', {})
    const decision = decisions.rows.find(({ text }) => text.includes('Laboratoriet'))
    await page.goto(`${new URL(page.url()).origin}/#/decisions/${decision?.id}`)
    await strategist.tieFrom('M-1.1')
    await strategist.showGoal('M-1.1', 'thread')
    const tied = [
      ['project', 'Åpent laboratorium'],
      ['commitment', 'Timer i laboratoriet Lovet Havneby kommune'],
      ['decision', 'Laboratoriet åpnes for alle.'],
      ['visit', 'Kråkerøy Mek AS'],
    ] as const
    for (const [kind, words] of tied)
      await expect
        .poll(() => textOf(they.region(t(`goals.thread.kinds.${kind}`)).getByRole('listitem')))
        .toContain(words)
    await shoot(page, 'strategy-thread')
    await strategist.showPlan(plans.growth)
    const card = they.main().getByRole('listitem').filter({ hasText: 'M-1.1' })
    await expect
      .poll(() => textOf(card))
      .toContain('Bidrar: 1 forpliktelse, 1 prosjekt, 1 vedtak, 1 besøk, 1 indikator, 2 tiltak')
  })

  it('one activity is done, and one is dropped with its reason', async () => {
    const { rows } = await call<OutputOf<'activities.list'>>('activities.list', { limit: 50 })
    const idOf = (code: string) => rows.find((row) => row.code === code)?.id ?? ''
    await they.show(`/activities/${idOf('T-1')}`, 'T-1 Forskerdag på Kråkerøy')
    await they.pick(strategist.part(), t('app.fields.status'), t('codes.activityStatus.done'))
    await they.show(`/activities/${idOf('T-2')}`, 'T-2 Stipend til bedriftsdoktorer')
    await they.pick(strategist.part(), t('app.fields.status'), t('codes.activityStatus.dropped'))
    const form = they.group(t('goals.activities.drop'))
    await button(form, t('goals.activities.drop')).click()
    const why = textField(form, t('goals.activities.whyDropped'))
    await expectMessage(why, t('problems.field.droppedWithoutReason'))
    await why.fill('Fylket gir stipendene nå.')
    await button(form, t('goals.activities.drop')).click()
    await form.waitFor({ state: 'hidden' })
    await strategist.go('activities')
    await expect
      .poll(() => textOf(they.main().getByRole('row', { name: /T-1/ })))
      .toContain(t('codes.activityStatus.done'))
    await expect
      .poll(() => textOf(they.main().getByRole('row', { name: /T-2/ })))
      .toContain(t('codes.activityStatus.dropped'))
  })
})

describe('Autumn: the plan is revised and adopted', () => {
  beforeAll(() => desk.setTime('2026-10-05T09:00+02:00'))

  it('a new version is a draft of all that goes on; a goal is worded anew', async () => {
    await strategist.showPlan(plans.growth, 'versions')
    await button(they.main(), t('strategy.versions.add')).click()
    const form = they.dialog(t('strategy.versions.add'))
    await textField(form, t('strategy.versions.label')).fill('Rullert 2026')
    await button(form, t('strategy.versions.add')).click()
    await page.getByRole('heading', { level: 2, name: plans.revised, exact: true }).waitFor()
    // What was done or dropped stays behind, projects go along when it is adopted.
    await expect
      .poll(() => textOf(they.main().locator('header').filter({ hasText: plans.revised })))
      .toContain('3 innsatsområder · 6 mål · 4 strategier')
    await expect.poll(() => textOf(they.main())).toContain(t('strategy.readDraft'))
    const draft = await strategist.plan(plans.revised)
    const { goals } = await call<OutputOf<'plans.open'>>('plans.open', { id: draft.id })
    const reworded = goals.find(({ code }) => code === 'M-3.2')
    await they.show(`/goals/${reworded?.id}?tab=fields`, 'M-3.2 Nye innbyggere føler seg ventet')
    await they.write(strategist.part(), t('app.fields.title'), 'Nye innbyggere blir boende')
    await page.getByRole('heading', { level: 2, name: 'M-3.2 Nye innbyggere blir boende' }).waitFor()
  })

  it('the two versions stand side by side, and say what is changed', async () => {
    await strategist.showPlan(plans.revised, 'versions')
    const compared = they.region(t('strategy.versions.compare'))
    const row = compared.getByRole('row', { name: /M-3\.2/ })
    await expect
      .poll(() => textOf(row))
      .toMatch(/Endret.*Nye innbyggere føler seg ventet.*M-3\.2 Nye innbyggere blir boende/)
    await expect.poll(() => textOf(compared.getByRole('row', { name: /Forskerdag/ }))).toContain('Tatt ut')
    await shoot(page, 'strategy-compare')
  })

  it('it is adopted, taken back by one Ctrl+Z, and adopted again; the old can be read', async () => {
    const statuses = async () => [
      (await strategist.plan(plans.growth)).status,
      (await strategist.plan(plans.revised)).status,
    ]
    const adopt = async () => {
      await strategist.showPlan(plans.revised, 'versions')
      await button(they.main(), t('strategy.versions.adopt')).click()
      const form = they.dialog(t('strategy.versions.adoptTitle', { title: plans.revised }))
      await textField(form, t('app.fields.adoptedOn')).fill('1.10.2026')
      await textField(form, t('app.fields.adoptedBy')).fill('Partnerskapsmøtet')
      await button(form, t('strategy.versions.adopt')).click()
      await form.waitFor({ state: 'hidden' })
      await expect.poll(statuses).toEqual(['superseded', 'inForce'])
    }
    await adopt()
    await page.keyboard.press('Control+z')
    await expect.poll(statuses).toEqual(['inForce', 'draft'])
    await expect.poll(() => textOf(they.main())).toContain(t('strategy.readDraft'))
    await adopt()
    await strategist.showPlan(plans.growth)
    await expect.poll(() => textOf(they.main())).toContain(t('strategy.readSuperseded'))
    // What isn't ended is tied to the goal that took over, a visit that is over is not.
    await strategist.showGoal('M-1.1', 'thread')
    for (const [kind, words] of [
      ['project', 'Åpent laboratorium'],
      ['commitment', 'Timer i laboratoriet'],
    ] as const)
      await expect.poll(() => textOf(they.region(t(`goals.thread.kinds.${kind}`)))).toContain(words)
    await expect.poll(() => textOf(they.region(t('goals.thread.kinds.visit')))).toContain(t('goals.thread.none.visit'))
  })
})

it('what was judged of the old version is judged anew', async () => {
  await desk.setTime('2027-01-05T09:00+01:00')
  await strategist.showGoal('M-2.1')
  await shows(statusOf(), [t('goals.status.notSet')])
  const form = await strategist.setStatus('atRisk', 'Ett hotell er åpnet.')
  await form.waitFor({ state: 'hidden' })
  await shows(statusOf(), ['Satt Usikkert per 05.01.2027', 'Etter tallene Ute av rute', 'Ett hotell er åpnet.'])
})

describe('After New Year: the board is told', () => {
  let word = ''
  let book: Uint8Array = new Uint8Array()
  beforeAll(async () => {
    await they.go('packages')
    await button(page, t('packages.new.action')).first().click()
    const made = page.getByRole('region', { name: t('packages.new.title') })
    await made.getByText(t('packages.presets.lastYear'), { exact: true }).click()
    await button(made, t('packages.new.make')).click()
    await page.getByRole('heading', { level: 3, name: t('packages.contents.title') }).waitFor()
    const file = (name: 'Word' | 'Excel') => they.download(() => makePackageAs(page, [name]))
    const bytes = await file('Word')
    book = await file('Excel')
    keep('strategy-package.docx', bytes)
    keep('strategy-package.xlsx', book)
    word = plain(wordOf(bytes))
  })

  it('section 10 of the package says what the screens say', () => {
    const told = word.slice(word.lastIndexOf(`\n${t('documents.strategy.heading')}\n`))
    expect(inOrder(told, onPaper.growth)).toEqual([])
    expect(inOrder(told, onPaper.jobs)).toEqual([])
    // A plan that is a draft is not told of.
    expect(told).not.toContain(plans.promise)
  })

  it('its three sheets hold the same figures', () => {
    const [goals, indicators, figures] = (['goals', 'indicators', 'figures'] as const).map((key) =>
      rowsOf(book, t(`documents.strategy.sheets.${key}`)),
    ) as [Row[], Row[], Row[]]
    expect([goals.length, indicators.length, figures.length]).toEqual(inSheets.counts)
    for (const [code, row] of Object.entries(inSheets.goals))
      expect(goals.find(({ Kode }) => Kode === code)).toMatchObject(row)
    expect(indicators.find(({ Kode }) => Kode === 'I-1.1')).toMatchObject({ 'Måler målene': 'M-1.1' })
    const ports = figures.filter(({ Indikator }) => Indikator === 'I-2.2')
    expect(ports.map(({ Verdi }) => Verdi)).toEqual([11_260, 11_350, 11_480, 11_500])
    expect(ports.at(-1)).toMatchObject({ Periode: '2025', 'Status for tallet': 'Revidert' })
  })
})

describe('The plan itself goes out', () => {
  it('the report that walks it holds its parts and what was worked by hand', async () => {
    await strategist.showPlan(plans.revised)
    await strategist.menu(t('strategy.export.report'))
    const form = they.dialog(t('strategy.export.reportTitle'))
    const bytes = await they.download(() => button(form, t('strategy.export.make')).click())
    keep('strategy-plan-report.docx', bytes)
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'hidden' })
    expect(inOrder(plain(wordOf(bytes)), inReport)).toEqual([])
  })

  it('its file makes the same plan in another partnership, with the version before it and every figure', async () => {
    const file = async () =>
      new TextDecoder().decode(await they.download(() => strategist.menu(t('strategy.export.file'))))
    const text = await file()
    const own = parse(text) as { plans: { version_label: string; focus_areas: { goals: unknown[] }[] }[] }
    expect(own.plans.map((plan) => [plan.version_label, plan.focus_areas.map(({ goals }) => goals.length)])).toEqual([
      ['Vedtatt 2022', [2, 2, 2]],
      ['Rullert 2026', [2, 2, 2]],
    ])
    // The figure that was revised, and what was said before.
    expect(text).toMatch(/period: "2025", value: 11500, status: "revised".* vintage: "2026-06-10"/)
    expect(text).toMatch(/period: "2025", value: 11620,.* vintage: "2026-03-02"/)
    await call('workspace.close', {})
    await foundPartnership(page, { name: 'Et annet partnerskap', givenName: 'Kari', familyName: 'Nilsen' })
    await strategist.go('strategy')
    await button(they.main(), t('strategy.import.title')).click()
    const form = they.dialog(t('strategy.import.title'))
    await strategist.choose(form, 'plan.yaml', text)
    await button(form, t('strategy.import.run', { count: 2 })).click()
    await form.waitFor({ state: 'hidden' })
    await strategist.showPlan(plans.revised)
    expect(await file()).toBe(text)
    await strategist.showGoal('M-2.2')
    await shows(statusOf(), ['50 % av veien fra 11 200 til 11 800', 'Siste tall er 11 500 (2025, revidert).'])
  })
})
