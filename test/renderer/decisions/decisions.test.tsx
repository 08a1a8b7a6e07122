import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'
import { aMeetingUnderWay } from './a-meeting.ts'

test('without decisions the register says where they come from', async () => {
  const desk = await aDeskOn()
  windowAt(desk, '/decisions')
  await screen.findByText('Ingen vedtak ennå')
  screen.getByRole('button', { name: 'Gå til møter' })
})

test('a decision says its item, what was decided, and how long it is overdue', async () => {
  const desk = await aDeskOn()
  const { item } = await aMeetingUnderWay(desk)
  await desk.call('decisions.take', { itemId: item.id, text: 'Budsjettet vedtas.', deadline: '2026-09-03' })
  windowAt(desk, '/decisions')
  const row = await screen.findByRole('row', { name: /Budsjett 2027/ })
  within(row).getByText('Budsjettet vedtas.')
  within(row).getByText('12 dager over frist')
  await screen.findByText('1 over frist')
})

test('filters stand in the address, and each is taken off by its chip', async () => {
  const desk = await aDeskOn()
  const { item } = await aMeetingUnderWay(desk)
  await desk.call('decisions.take', { itemId: item.id, text: 'Budsjettet vedtas.' })
  await desk.call('decisions.addExternal', { externalBody: 'Bystyret', decidedOn: '2026-08-01', text: 'Plan vedtas.' })
  const { user, history } = windowAt(desk, '/decisions?to=2026-08-15')
  await screen.findByRole('row', { name: /Bystyret|Plan vedtas/ })
  expect(screen.queryByRole('row', { name: /Budsjett 2027/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /til 15.08.2026/ }))
  await screen.findByRole('row', { name: /Budsjett 2027/ })
  await user.click(screen.getByRole('radio', { name: 'Fattet andre steder' }))
  await waitFor(() => expect(screen.queryByRole('row', { name: /Budsjett 2027/ })).toBeNull())
  expect(history.location.href).toContain('state=external')
})

test('nonsense in the address is left out rather than refused', async () => {
  const desk = await aDeskOn()
  const { item } = await aMeetingUnderWay(desk)
  await desk.call('decisions.take', { itemId: item.id, text: 'Budsjettet vedtas.' })
  windowAt(desk, '/decisions?body=%22nobody%22&from=soon&kinds=%5B%22nonsense%22%5D&state=odd')
  await screen.findByRole('row', { name: /Budsjett 2027/ })
})

test('done needs its day and result; each is asked for at its field', async () => {
  const desk = await aDeskOn()
  const { item } = await aMeetingUnderWay(desk)
  const decision = await desk.call('decisions.take', { itemId: item.id, text: 'Vedtas.', deadline: '2026-10-01' })
  const { user } = windowAt(desk, `/decisions/${decision.id}`)
  await user.click(await screen.findByRole('button', { name: 'Meld gjennomføring' }))
  const report = within(screen.getByRole('group', { name: 'Hvor langt er det kommet?' }))
  await user.click(report.getByRole('radio', { name: 'Gjennomført' }))
  await user.click(screen.getByRole('button', { name: 'Lagre meldingen' }))
  await waitFor(() => expect(screen.getByLabelText(/^Resultat/).getAttribute('aria-invalid')).toBe('true'))
  await user.type(screen.getByLabelText(/^Resultat/), 'Budsjettet er sendt ut')
  await user.click(screen.getByRole('button', { name: 'Lagre meldingen' }))
  await screen.findByText('Vedtaket: gjennomført.')
  expect((await desk.call('decisions.open', { id: decision.id })).decision).toMatchObject({
    status: 'done',
    doneOn: '2026-09-15',
    result: 'Budsjettet er sendt ut',
  })
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () =>
    expect((await desk.call('decisions.open', { id: decision.id })).decision.status).toBe('open'),
  )
})

test('a decision of somebody else is added with its votes, and its vote is told in words', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/decisions')
  await user.click(await screen.findByRole('button', { name: 'Legg til vedtak' }))
  const form = within(await screen.findByRole('dialog'))
  await user.type(form.getByLabelText(/^Hvem fattet vedtaket/), 'Sarpsborg bystyre')
  await user.type(form.getByLabelText(/^Vedtakets ordlyd/), 'Næringsplanen vedtas.')
  await user.click(form.getByRole('button', { name: /Stemmetall/ }))
  await user.click(await screen.findByRole('option', { name: /Håndsopprekning|opprekning/i }))
  const counts = within(screen.getByRole('dialog'))
  for (const [label, count] of [
    ['For', '30'],
    ['Mot', '12'],
    ['Avsto', '1'],
  ] as const) {
    await user.clear(counts.getByLabelText(label))
    await user.type(counts.getByLabelText(label), count)
  }
  await user.click(counts.getByRole('button', { name: 'Legg til vedtaket' }))
  await screen.findByText(/^30 for, 12 mot, 1 avsto/)
  screen.getByText(/Fattet av Sarpsborg bystyre/)
})

test('an action item made under a decision stands there and in its register', async () => {
  const desk = await aDeskOn()
  const { item } = await aMeetingUnderWay(desk)
  const decision = await desk.call('decisions.take', { itemId: item.id, text: 'Vedtas.' })
  const { user } = windowAt(desk, `/decisions/${decision.id}`)
  const part = within(await screen.findByRole('region', { name: 'Oppfølgingspunkter' }))
  await user.click(part.getByRole('button', { name: 'Nytt oppfølgingspunkt' }))
  await user.type(part.getByLabelText(/^Hva skal gjøres/), 'Sende budsjettet')
  await user.click(part.getByRole('button', { name: 'Legg til' }))
  await user.click(await part.findByRole('link', { name: 'Sende budsjettet' }))
  await screen.findByRole('heading', { name: 'Sende budsjettet', level: 2 })
  screen.getByRole('link', { name: /Budsjett 2027/ })
})

test('the list over all meetings is made as a Word document for the body', async () => {
  const desk = await aDeskOn()
  const { item } = await aMeetingUnderWay(desk)
  await desk.call('decisions.take', { itemId: item.id, text: 'Vedtas.', deadline: '2026-10-01' })
  const { user } = windowAt(desk, '/decisions')
  await screen.findByRole('row', { name: /Budsjett 2027/ })
  await user.click(screen.getByRole('button', { name: 'Oppfølgingsliste' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Lag Word-dokumentet' }))
  await dialog.findByText(/\.docx/, undefined, { timeout: 20_000 })
}, 30_000)
