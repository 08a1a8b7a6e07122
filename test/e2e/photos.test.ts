/** Photos beside a visit, as people bring them: dropped from a folder, pasted from the clipboard, too large, not there at all. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plainPng } from '#db/sample/png.ts'
import { aDesk, type Desk, shoot } from './desk.ts'
import { foundPartnership, t } from './steps.ts'

interface OpenVisit {
  readonly attachments: { readonly fileName: string; readonly mime: string; readonly kind: string }[]
}
/** A file as the page makes it: of these bytes, or of so many zeros. */
interface Given {
  readonly name: string
  readonly mime: string
  readonly base64?: string
  readonly size?: number
}
let desk: Desk
let page: Page
let visitId = ''
beforeAll(async () => {
  desk = await aDesk()
  page = await desk.open()
  await foundPartnership(page, { name: 'Lyngen næringsforum', givenName: 'Kari', familyName: 'Nilsen' })
  const [me] = await desk.call<{ id: string }[]>(page, 'persons.list', {})
  const visit = await desk.call<{ id: string }>(page, 'visits.log', {
    companyId: null,
    newCompanyName: 'Nordlys Mek AS',
    visitedOn: '2026-01-15',
    ourParticipantIds: [me?.id],
  })
  visitId = visit.id
  await page.goto(`${new URL(page.url()).origin}/#/visits/${visitId}?tab=files`)
  await page.getByText(t('visits.files.drop')).waitFor()
})
afterAll(() => desk.close())

const photo = (name: string): Given => ({
  name,
  mime: 'image/png',
  base64: Buffer.from(plainPng(320, 200, [96, 128, 112])).toString('base64'),
})
const attachments = async () => (await desk.call<OpenVisit>(page, 'visits.open', { id: visitId })).attachments
const names = async () => (await attachments()).map((one) => one.fileName).sort()

/** Lets files go over an element, or pastes them there, with the events that Chromium sends for real ones. */
async function bring(how: 'drop' | 'paste', selector: string, files: readonly Given[]): Promise<boolean> {
  return page.evaluate(
    ([way, target, given]) => {
      const transfer = new DataTransfer()
      for (const { name, mime, base64, size } of given) {
        const bytes = base64 ? Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)) : new Uint8Array(size ?? 0)
        transfer.items.add(new File([bytes], name, { type: mime }))
      }
      const element = document.querySelector(target)
      if (!element) throw new Error(`Nothing is ${target}`)
      const options = { bubbles: true, cancelable: true }
      if (way === 'paste') {
        return element.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: transfer }))
      }
      element.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer: transfer }))
      return element.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: transfer }))
    },
    [how, selector, files] as const,
  )
}
const frame = '[role="tabpanel"] [data-over]'

it('a photo and a paper dropped together are both kept, the photo shown and the paper as a file', async () => {
  await bring('drop', frame, [photo('tomten.png'), { name: 'avtale.pdf', mime: 'application/pdf', size: 2000 }])
  await expect.poll(names).toEqual(['avtale.pdf', 'tomten.png'])
  const kinds = Object.fromEntries((await attachments()).map((one) => [one.fileName, one.kind]))
  expect(kinds).toEqual({ 'tomten.png': 'photo', 'avtale.pdf': 'file' })
  const shown = page.getByRole('list', { name: t('visits.files.photos') }).getByRole('img')
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
  await shoot(page, 'photos-dropped')
})

it('a photo pasted anywhere on the screen lands at the visit; pasted text goes on into its field', async () => {
  await bring('paste', 'body', [photo('image.png')])
  await expect.poll(names).toEqual(['avtale.pdf', 'image.png', 'tomten.png'])
  expect(await bring('paste', 'body', [])).toBe(true)
})

it('a file let go beside the frame neither opens in the place of the window nor is kept', async () => {
  expect(await bring('drop', 'nav', [photo('ved-siden.png')])).toBe(false)
  expect(await names()).not.toContain('ved-siden.png')
})

it('what is too large or empty is named with the reason, and the rest is kept', async () => {
  const given = [
    { name: 'film.mp4', mime: 'video/mp4', size: 25 * 1024 * 1024 },
    { name: 'tom.txt', mime: 'text/plain', size: 0 },
    { name: 'brev.txt', mime: 'text/plain', size: 12 },
  ]
  await bring('drop', frame, given)
  const alert = page.getByRole('tabpanel').getByRole('alert')
  await alert.getByText('film.mp4').waitFor()
  await expect.poll(() => alert.innerText()).toContain(t('visits.files.emptyFile'))
  await expect.poll(() => alert.innerText()).toContain(t('problems.field.attachmentTooLarge'))
  await expect.poll(names).toEqual(['avtale.pdf', 'brev.txt', 'image.png', 'tomten.png'])
  await shoot(page, 'photos-refused')
})
