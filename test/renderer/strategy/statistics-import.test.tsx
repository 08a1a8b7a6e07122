import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readStatistics } from '#renderer/features/strategy/statistics-file.ts'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/statistics/${name}`, import.meta.url))
const asFile = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name)

async function aDialog() {
  const desk = await aDeskOn()
  const jobs = await desk.call('indicators.add', {
    code: 'I-1',
    title: 'Sysselsatte',
    unit: 'number',
    frequency: 'yearly',
    regionCodes: ['31'],
  })
  const { user } = windowAt(desk, `/indicators/${jobs.id}`)
  await user.click(await screen.findByRole('button', { name: 'Hent fra fil' }))
  const dialog = await screen.findByRole('dialog', { name: 'Hent tall fra en statistikkfil' })
  const choose = (file: File) => user.upload(dialog.querySelector('input[type="file"]') as HTMLInputElement, file)
  return { desk, jobs, user, dialog, inside: within(dialog), choose }
}

test('a file is chosen, looked at, narrowed to the regions of the indicator and fetched in one change', async () => {
  const { desk, jobs, user, inside, choose } = await aDialog()
  await choose(asFile(fixture('ssb-region-time-contents.json'), 'ssb.json'))
  await inside.findByText(/ssb\.json, 2 kB\..*Lest som JSON-stat i UTF-8\./)
  await inside.findByText(/Statistisk sentralbyrå · oppdatert 05\.03\.2026/)
  await inside.findByRole('button', { name: 'Hent 24 tall' })
  await user.click(inside.getByRole('radio', { name: 'Bare indikatorens (1)' }))
  const fetchThem = await inside.findByRole('button', { name: 'Hent 6 tall' })
  expect(inside.getAllByText('31 · Østfold')).toHaveLength(6)
  await user.click(fetchThem)
  await screen.findByText('6 måleverdier er lagret.')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const { series } = await desk.call('indicators.open', { id: jobs.id })
  expect(series.map(({ regionCode }) => regionCode)).toEqual(['31'])
  expect(series[0]?.figures).toHaveLength(6)
  expect(series[0]?.figures[0]).toMatchObject({
    vintage: '2026-03-05',
    sourceDocument: expect.stringContaining('90001'),
  })
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect((await desk.call('indicators.open', { id: jobs.id })).series).toEqual([]))
})

test('figures far from those before are fetched only when they are confirmed', async () => {
  const { desk, jobs, user, inside, choose } = await aDialog()
  await desk.call('measurements.enter', {
    figures: [{ indicatorId: jobs.id, regionCode: '31', period: '2018', value: 5 }],
  })
  await choose(asFile(fixture('ssb-region-time-contents.json'), 'ssb.json'))
  const fetchThem = await inside.findByRole('button', { name: 'Hent 24 tall' })
  expect((fetchThem as HTMLButtonElement).disabled).toBe(true)
  await user.click(inside.getByRole('checkbox', { name: /svært ulik.*kontrollert$/ }))
  await user.click(inside.getByRole('button', { name: 'Hent 24 tall' }))
  await screen.findByText('24 måleverdier er lagret.')
})

test('a file that is empty, or too large, is refused with a way out; a large one is read when asked', async () => {
  const { user, inside, choose } = await aDialog()
  await choose(asFile(new Uint8Array(), 'tom.csv'))
  await inside.findByText('Filen er tom. Velg en annen.')
  const large = asFile(fixture('ssb-wide.csv'), 'stor.csv')
  Object.defineProperty(large, 'size', { value: 61_000_000 })
  await choose(large)
  await inside.findByText('stor.csv, 61,0 MB.')
  await user.click(inside.getByRole('button', { name: 'Les filen' }))
  await inside.findByText(/^Filen er for stor\. Last ned færre/)
})

test('a file in the encoding of older programs is read, and says so', async () => {
  const { inside, choose } = await aDialog()
  await choose(asFile(Buffer.from(fixture('ssb-wide.csv').toString('utf8'), 'latin1'), 'gammel.csv'))
  await inside.findByText(/Lest som CSV i Windows-1252, fordi filen ikke er UTF-8/)
  await waitFor(() => expect(inside.getAllByText('31 · Østfold').length).toBeGreaterThan(0))
})

test.each([
  ['UTF-8', Buffer.from('\ufeffår;Ørje', 'utf8')],
  ['UTF-16', Buffer.from('\ufeffår;Ørje', 'utf16le')],
  ['Windows-1252', Buffer.from('år;Ørje', 'latin1')],
] as const)('text in %s is read as it was written', (encoding, bytes) => {
  expect(readStatistics(bytes)).toEqual({ text: 'år;Ørje', encoding, format: 'csv' })
})
