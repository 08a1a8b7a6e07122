/** Screens of partners, commitments, projects and documents in Swedish and English: no word of Norwegian is left on them. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, todayIn } from '#shared/domain/days.ts'
import { translator } from '#shared/i18n/translator.ts'
import { settled } from './axe.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { norwegian, textsShown, wordsIn } from './norwegian-words.ts'
import { chooseTwo, chosenInRegisters, partnershipScreenNames, partnershipScreens } from './partnership-screens.ts'
import { button, foundPartnership, t } from './steps.ts'

let desk: Desk
let page: Page
let origin = ''
let paths: Record<string, string> = {}
/** What the user wrote, and what is called the same in every language of the screen. */
const own = new Set(wordsIn('Partnerium Ingrid Solbakk Styret Kabelia Hamnia Planium Areium Norsk Svenska English'))
const today = todayIn('Europe/Oslo', new Date())

beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open()
  origin = new URL(page.url()).origin
  await foundPartnership(page, { name: 'Partnerium', givenName: 'Ingrid', familyName: 'Solbakk' })
  const add = (name: string, input: object) => desk.call<{ id: string }>(page, name, input)
  const me = (await desk.call<{ id: string }[]>(page, 'persons.list', {}))[0]?.id
  const [last, next] = [addDays(today, -30), addDays(today, 60)]
  const agreement = { status: 'active', agreementSignedOn: last, agreementValidFrom: last, agreementValidTo: next }
  const partners = []
  for (const name of ['Kabelia', 'Hamnia'])
    partners.push(await add('partners.add', { name, partnerType: 'company', country: 'NO', ...agreement }))
  const [partner] = partners
  await add('affiliations.add', { partnerId: partner?.id, personId: me, isContact: true, from: last })
  const year = Number(today.slice(0, 4))
  const project = { title: 'Kabelia', lighthouse: true, startYear: year, leadId: me, status: 'running' }
  const { id: projectId } = await add('projects.add', { ...project, newPlan: 'Planium', newFocusAreas: ['Areium'] })
  await add('projects.add', { ...project, title: 'Hamnia', crossCutting: true })
  await add('projects.report', { projectId, reportedOn: today, light: 'red', comment: 'Kabelia' })
  await add('projectPartners.add', { projectId, partnerId: partner?.id, role: 'owner' })
  await add('projects.revise', { id: projectId, changes: { currency: 'NOK', budgetAmount: 100_050 } })
  await add('financings.add', { projectId, source: 'Hamnia', amount: 100, granted: true })
  const period = { periodFrom: addDays(today, -60), periodTo: last, source: 'agreement' }
  const promise = { partnerId: partner?.id, kind: 'money', unit: 'NOK', amount: 1000, projectId, ...period }
  const { id: commitmentId } = await add('commitments.add', { ...promise, title: 'Kabelia' })
  await add('commitments.add', { ...promise, kind: 'hours', unit: 'hours', title: 'Hamnia' })
  await add('deliveries.add', { commitmentId, deliveredOn: today, amount: 1500 })
  const { id } = await add('milestones.add', { projectId, title: 'Kabelia', baselineOn: last })
  await add('milestones.forecast', { id, forecastOn: next, reason: 'Hamnia' })
  await add('milestones.rebaseline', { id, baselineOn: today, setOn: today, reason: 'Kabelia' })
  await add('milestones.add', { projectId, title: 'Hamnia', baselineOn: last })
  const file = { kind: 'file', fileName: 'kabelia.pdf', mime: 'application/pdf', altText: null }
  await add('attachments.add', { ...file, projectId, base64: 'YQ==' })
  paths = {
    home: '/',
    partners: '/partners',
    ...Object.fromEntries(
      ['overview', 'commitments', 'people', 'fields', 'history'].map((tab) => [
        `partner-${tab}`,
        `/partners/${partner?.id}?tab=${tab}&commitment=${commitmentId}`,
      ]),
    ),
    commitment: `/commitments/${commitmentId}`,
    'commitments-grouped': '/commitments?groupBy=status',
    'give-and-take': '/give-and-take',
    ...(await partnershipScreens(desk, page)),
  }
})
afterAll(() => desk.close())

it.each(['sv', 'en'] as const)('in %s', { timeout: 240_000 }, async (language) => {
  const words = translator(language)
  await desk.call(page, 'preferences.choose', { language })
  const left: Record<string, string[]> = {}
  const look = async (screen: string) => {
    const found = norwegian(await textsShown(page), language, own)
    if (found.length > 0) left[screen] = found
    await shoot(page, `${screen}-${language}`)
  }
  expect(Object.keys(paths).length).toBeGreaterThan(partnershipScreenNames.length)
  for (const [screen, path] of Object.entries(paths)) {
    await page.goto('about:blank')
    await page.goto(`${origin}/#${path}`)
    await settled(page)
    await look(screen)
  }
  for (const [register, path] of chosenInRegisters.filter(([name]) =>
    /partners|commitments|projects|milestones/.test(name),
  )) {
    await page.goto('about:blank')
    await page.goto(`${origin}/#${path}`)
    await settled(page)
    await chooseTwo(page)
    await look(`${register} with rows chosen`)
    await button(page, words('registers.select.clear')).click()
    await button(page, words('registers.export.button')).click()
    await page.getByRole('dialog').waitFor()
    await look(`${register} to be exported`)
  }
  expect(left).toEqual({})
  expect(words('projects.title')).not.toBe(t('projects.title'))
})
