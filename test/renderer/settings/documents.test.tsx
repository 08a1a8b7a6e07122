import { beforeAll, expect, test } from 'vitest'
import { plainPng } from '#db/sample/png.ts'
import { fyrsBlue, readColour } from '#renderer/features/settings/accent-colour.ts'
import { largestLogo } from '#shared/contract/workspace.ts'
import { colours } from '#shared/documents/word/styles.ts'
import { aDeskOn, fireEvent, screen, waitFor, windowAt, within } from '../a-window.tsx'

// jsdom keeps no addresses of bytes.
beforeAll(() => {
  URL.createObjectURL = () => 'blob:logo'
  URL.revokeObjectURL = () => {}
})

const png = (name = 'logo.png') =>
  new File([Buffer.from(plainPng(300, 100, [122, 31, 61]))], name, { type: 'image/png' })

async function thePage() {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/settings/documents')
  await screen.findByRole('heading', { name: 'Dokumentenes utseende', level: 2 })
  const colour = await screen.findByLabelText<HTMLInputElement>('Farge')
  const look = () => desk.call('partnership.show', {})
  const sample = () => screen.getByTestId('document-sample').style
  return { desk, user, colour, look, sample }
}
const drop = (file: File) =>
  fireEvent.drop(screen.getByText(/^PNG eller JPEG/), { dataTransfer: { files: [file], types: ['Files'] } })

test('the blue of the screen’s sample is the blue of documents', () => {
  expect(fyrsBlue).toBe(`#${colours.accent}`)
})

test.each([
  ['', null],
  ['  ', null],
  ['7a1f3d', '#7A1F3D'],
  ['#7a1f3d ', '#7A1F3D'],
  ['#abc', '#AABBCC'],
])('the colour “%s” is read as %s', (text, value) => {
  expect(readColour(text)).toEqual({ ok: true, value })
})
test.each(['red', '#12345', '#1234567', '#12345g', 'rgb(1,2,3)'])('“%s” is no colour', (text) => {
  expect(readColour(text).ok).toBe(false)
})

test('a colour is written, shown in the sample and saved; empty is Fyr’s blue again', async () => {
  const { user, colour, look, sample } = await thePage()
  expect(sample().getPropertyValue('--document-accent')).toBe(fyrsBlue)
  await user.type(colour, '7a1f3d')
  // Seen before it is saved.
  await waitFor(() => expect(sample().getPropertyValue('--document-accent')).toBe('#7A1F3D'))
  expect((await look()).accentColour).toBeNull()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect((await look()).accentColour).toBe('#7A1F3D'))
  await waitFor(() => expect(colour.value).toBe('#7A1F3D'))
  expect(screen.getByLabelText<HTMLInputElement>('Velg farge').value).toBe('#7a1f3d')
  await user.click(screen.getByRole('button', { name: 'Bruk Fyrs blå' }))
  await waitFor(async () => expect((await look()).accentColour).toBeNull())
  expect(sample().getPropertyValue('--document-accent')).toBe(fyrsBlue)
})

test('a colour too pale, or none at all, is refused at its field, which keeps it; the sample stays with the one in use', async () => {
  const { desk, user, colour, look, sample } = await thePage()
  await desk.call('partnership.revise', { changes: { accentColour: '#7A1F3D' } })
  await waitFor(() => expect(colour.value).toBe('#7A1F3D'))
  await user.clear(colour)
  await user.type(colour, '#F0C040{Enter}')
  await screen.findByText(/^Fargen er for lys: kontrasten mot hvitt er 1,7/)
  expect(colour.getAttribute('aria-invalid')).toBe('true')
  expect(colour.value).toBe('#F0C040')
  expect(sample().getPropertyValue('--document-accent')).toBe('#7A1F3D')
  await user.clear(colour)
  await user.type(colour, 'rød{Enter}')
  await screen.findByText(/^Skriv fargen som #/)
  expect((await look()).accentColour).toBe('#7A1F3D')
})

test('the colour picker saves what is settled on, not each colour on the way', async () => {
  const { colour, look, sample } = await thePage()
  const picker = screen.getByLabelText<HTMLInputElement>('Velg farge')
  fireEvent.input(picker, { target: { value: '#123456' } })
  await waitFor(() => expect(sample().getPropertyValue('--document-accent')).toBe('#123456'))
  fireEvent.input(picker, { target: { value: '#1b5e20' } })
  await waitFor(() => expect(colour.value).toBe('#1B5E20'))
  expect((await look()).accentColour).toBeNull()
  picker.dispatchEvent(new Event('change', { bubbles: true }))
  await waitFor(async () => expect((await look()).accentColour).toBe('#1B5E20'))
})

test('the typeface is chosen and the sample is set in it', async () => {
  const { user, look, sample } = await thePage()
  await user.click(screen.getByRole('button', { name: /Skrift/ }))
  await user.click(await screen.findByRole('option', { name: 'Verdana' }))
  await waitFor(async () => expect((await look()).documentFont).toBe('Verdana'))
  await waitFor(() => expect(sample().fontFamily).toMatch(/^Verdana/))
})

test('a logo is dropped, put into words and used; its words are needed; it is removed and brought back', async () => {
  const { desk, user, look } = await thePage()
  drop(png())
  const form = within(await screen.findByRole('group', { name: 'Ny logo' }))
  const words = form.getByLabelText<HTMLInputElement>(/^Hva logoen viser/)
  await waitFor(() => expect(document.activeElement).toBe(words))
  expect(words.value).toMatch(/^Logoen til /)
  await user.clear(words)
  await user.click(form.getByRole('button', { name: 'Bruk logoen' }))
  await form.findByText('Skriv hva bildet viser, for dem som ikke ser det.')
  expect(await desk.call('partnership.readLogo', {})).toBeNull()
  await user.type(words, 'Østfolds vannliljer')
  await user.click(form.getByRole('button', { name: 'Bruk logoen' }))
  await screen.findByText('Logoen er lagret.')
  // On the page and in the sample.
  await waitFor(() => expect(screen.getAllByRole('img', { name: 'Østfolds vannliljer' })).toHaveLength(2))
  expect(await desk.call('partnership.readLogo', {})).toMatchObject({ mime: 'image/png' })
  const saved = screen.getByLabelText<HTMLInputElement>(/^Hva logoen viser/)
  await user.clear(saved)
  await user.keyboard('{Enter}')
  await screen.findByText('Skriv hva bildet viser, for dem som ikke ser det.')
  expect((await look()).logoAltText).toBe('Østfolds vannliljer')
  await user.click(screen.getByRole('button', { name: 'Fjern logoen' }))
  await screen.findByText('Logoen er fjernet.')
  expect(await desk.call('partnership.readLogo', {})).toBeNull()
  await user.click(screen.getAllByRole('button', { name: 'Angre' }).at(-1) as HTMLElement)
  await waitFor(async () => expect((await look()).logoAltText).toBe('Østfolds vannliljer'))
})

test('what is no logo is refused where one is chosen: another kind, too large, and bytes that are no picture', async () => {
  const { desk, user } = await thePage()
  drop(new File(['%PDF'], 'logo.pdf', { type: 'application/pdf' }))
  await screen.findByText(/^Fila er ikke et bilde/)
  drop(new File([new Uint8Array(largestLogo + 1)], 'stor.png', { type: 'image/png' }))
  await screen.findByText(/^Logoen er for stor/)
  drop(new File(['ikke et bilde'], 'logo.png', { type: 'image/png' }))
  await user.click(await screen.findByRole('button', { name: 'Bruk logoen' }))
  await screen.findByText(/^Fila er ikke et bilde/)
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Velg fil'))
  expect(await desk.call('partnership.readLogo', {})).toBeNull()
})
