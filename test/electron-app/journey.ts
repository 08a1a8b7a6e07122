/** What somebody does on a first day, by role and name alone; the same window as in the browser's journeys, in whatever language it opens. */
import type { Page } from 'playwright-core'
import { languages } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { button, comboBox, foundPartnership, goTo, textField } from '../e2e/steps.ts'

type Words = ReturnType<typeof translator>

/** The words of the language that a window speaks, once it shows one of these in it. */
async function wordsOf(page: Page, known: (words: Words) => string): Promise<Words> {
  const spoken = languages.map(translator)
  const shown = spoken.map((words) => page.getByText(known(words), { exact: true }).first())
  await shown
    .reduce((one, other) => one.or(other))
    .first()
    .waitFor()
  for (const [at, words] of spoken.entries()) if (await shown[at]?.isVisible()) return words
  throw new Error('The window speaks no language of ours.')
}

/** Makes a partnership; answers with the words of the window, which from then on are those of its system or its file. */
export async function found(page: Page): Promise<Words> {
  const first = await wordsOf(page, (words) => words('app.welcome.create.action'))
  await foundPartnership(page, { name: 'Øst næringspartnerskap', givenName: 'Kari', familyName: 'Berg' }, first)
  return atWork(page)
}

/** The words of a window that has a file open. */
export const atWork = (page: Page): Promise<Words> => wordsOf(page, (words) => words('app.areas.companies'))

/** Logs a visit at a company that nobody knew before. */
export async function logVisit(page: Page, words: Words, company: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+L')
  const capture = page.getByRole('dialog', { name: words('app.actions.logVisit') })
  await comboBox(capture, words('visits.fields.companyId')).fill(company)
  await page.getByRole('option', { name: words('common.createNamed', { name: company }) }).click()
  await textField(capture, words('visits.fields.notes')).fill('Bygger om verkstedet.')
  await button(capture, words('visits.capture.save')).click()
  await capture.waitFor({ state: 'hidden' })
}

export async function seeVisit(page: Page, words: Words, company: string): Promise<void> {
  await goTo(page, 'visits', words)
  await page.getByRole('row', { name: new RegExp(company) }).waitFor()
}

/** Asks for the register of visits as a workbook; where it goes is said by a dialog of the system. */
export async function exportVisits(page: Page, words: Words): Promise<void> {
  await button(page, words('registers.export.button')).click()
  await button(page.getByRole('dialog'), words('registers.export.make')).click()
}
