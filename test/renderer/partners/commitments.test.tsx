import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>
const aPartner = (desk: Desk, name = 'Moss kommune') => desk.call('partners.add', { name, partnerType: 'municipality' })
const aPledge = (desk: Desk, partnerId: string, given: object = {}) =>
  desk.call('commitments.add', {
    partnerId,
    title: 'Årlig tilskudd',
    kind: 'money',
    amount: 20_000_000,
    unit: 'NOK',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    ...given,
  })
/** Money and figures are written with hard blanks. */
const text = (element: Element | null) => (element?.textContent ?? '').replaceAll(/\s/g, ' ')

test('money is typed as people write it, and what was promised stands to the øre', async () => {
  const desk = await aDeskOn()
  const partner = await aPartner(desk)
  const { user } = windowAt(desk, `/partners/${partner.id}?tab=commitments`)
  await screen.findByText('Ingen forpliktelser ennå')
  await user.click(screen.getByRole('button', { name: 'Legg til forpliktelse' }))
  const form = within(screen.getByRole('group', { name: 'Legg til forpliktelse' }))
  await user.type(form.getByLabelText(/^Tittel/), 'Tilskudd til drift')
  await user.type(form.getByLabelText(/^Mengde/), 'to hundre')
  await user.tab()
  await form.findByText(/Tallet kan ikke leses/)
  await user.clear(form.getByLabelText(/^Mengde/))
  await user.type(form.getByLabelText(/^Mengde/), '1 234,50 kr')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByText('Forpliktelsen er lagt til.')
  const { commitments } = await desk.call('partners.open', { id: partner.id })
  expect(commitments).toMatchObject([{ title: 'Tilskudd til drift', amount: 123_450, unit: 'NOK', status: 'promised' }])
})

test('hours are delivered in parts, on the clock or with a comma; more than pledged is shown', async () => {
  const desk = await aDeskOn()
  const partner = await aPartner(desk)
  const pledge = await aPledge(desk, partner.id, { title: 'Rådgivning', kind: 'hours', amount: 1_000, unit: 'hours' })
  const { user } = windowAt(desk, `/commitments/${pledge.id}`)
  const deliver = async (amount: string) => {
    await user.click(await screen.findByRole('button', { name: 'Før leveranse' }))
    const form = within(screen.getByRole('group', { name: 'Før leveranse' }))
    await user.type(form.getByLabelText(/^Mengde/), amount)
    await user.click(form.getByRole('button', { name: 'Før' }))
  }
  await deliver('7:30')
  await waitFor(() => {
    const meter = screen.getByRole('meter', { name: 'Levert av lovet' })
    expect(meter.getAttribute('aria-valuetext')?.replaceAll(/\s/g, ' ')).toBe(
      '7,5 t levert av 10 t lovet. 2,5 t gjenstår.',
    )
  })
  await deliver('7,5')
  await waitFor(() => {
    const meter = screen.getByRole('meter', { name: 'Levert av lovet' })
    expect(meter.getAttribute('aria-valuetext')?.replaceAll(/\s/g, ' ')).toBe(
      '15 t levert av 10 t lovet. 5 t mer enn lovet.',
    )
  })
  expect((await desk.call('commitments.open', { id: pledge.id })).commitment).toMatchObject({
    status: 'delivered',
    delivered: 1_500,
    over: 500,
  })
})

test('withdrawing asks why, at its field, and is undone', async () => {
  const desk = await aDeskOn()
  const partner = await aPartner(desk)
  const pledge = await aPledge(desk, partner.id)
  const { user } = windowAt(desk, `/commitments/${pledge.id}`)
  await user.click(await screen.findByRole('button', { name: 'Trekk forpliktelsen' }))
  const form = within(screen.getByRole('group', { name: 'Trekk forpliktelsen' }))
  await user.click(form.getByRole('button', { name: 'Trekk forpliktelsen' }))
  await waitFor(() => expect(form.getByLabelText(/^Hvorfor trekkes den/).getAttribute('aria-invalid')).toBe('true'))
  await user.type(form.getByLabelText(/^Hvorfor trekkes den/), 'Kommunens budsjett ble kuttet')
  await user.click(form.getByRole('button', { name: 'Trekk forpliktelsen' }))
  await screen.findByText('Forpliktelsen er trukket.')
  await screen.findByText('Kommunens budsjett ble kuttet')
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () =>
    expect((await desk.call('commitments.open', { id: pledge.id })).commitment.stage).toBe('promised'),
  )
})

test('an amount in a record is read in its unit, and what cannot be read stays with its reason', async () => {
  const desk = await aDeskOn()
  const partner = await aPartner(desk)
  const pledge = await aPledge(desk, partner.id)
  const { user } = windowAt(desk, `/commitments/${pledge.id}`)
  const field = await screen.findByLabelText<HTMLInputElement>(/^Mengde/)
  expect(field.value.replaceAll(/\s/g, ' ')).toBe('200 000 kr')
  await user.clear(field)
  await user.type(field, 'mye{Enter}')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(field.value).toBe('mye')
  await user.clear(field)
  await user.type(field, '250 000,75{Enter}')
  await waitFor(async () =>
    expect((await desk.call('commitments.open', { id: pledge.id })).commitment.amount).toBe(25_000_075),
  )
})

test('the register sums what it shows, unit by unit, and its filters stand in the address', async () => {
  const desk = await aDeskOn()
  const [moss, rygge] = [await aPartner(desk), await aPartner(desk, 'Rygge bedrift')]
  const pledge = await aPledge(desk, moss.id, { amount: 10_010 })
  await desk.call('deliveries.add', { commitmentId: pledge.id, deliveredOn: '2026-03-01', amount: 5_005 })
  await aPledge(desk, rygge.id, { title: 'Støtte', amount: 20_020, periodTo: '2026-06-30' })
  await aPledge(desk, rygge.id, { title: 'Rådgivning', kind: 'hours', amount: 750, unit: 'hours' })
  const { user, history } = windowAt(desk, '/commitments')
  const sums = () => within(screen.getByRole('list', { name: 'Summer av det som vises' })).getAllByRole('listitem')
  await waitFor(() =>
    expect(sums().map(text)).toEqual([
      'Norske kroner: 300,30 kr lovet, 50,05 kr levert, 250,25 kr gjenstår',
      'Timer: 7,5 t lovet, 0 t levert, 7,5 t gjenstår',
    ]),
  )
  await user.click(screen.getByRole('button', { name: 'Filtrer' }))
  await user.click(await screen.findByRole('switch', { name: 'Bare over tiden' }))
  await user.keyboard('{Escape}')
  await waitFor(() =>
    expect(sums().map(text)).toEqual(['Norske kroner: 200,20 kr lovet, 0 kr levert, 200,20 kr gjenstår']),
  )
  expect(history.location.href).toContain('overdue=true')
})

test('grouped by partner, each group says what it comes to and leads to the partner', async () => {
  const desk = await aDeskOn()
  const moss = await aPartner(desk)
  await aPledge(desk, moss.id, { amount: 10_000 })
  await aPledge(desk, moss.id, { title: 'Mer', amount: 5_000 })
  const { user } = windowAt(desk, '/commitments?groupBy=partner')
  const group = await screen.findByRole('row', { name: /2 rader/ })
  expect(text(group)).toContain('0 av 150 kr')
  await user.click(group)
  await screen.findByRole('heading', { name: 'Moss kommune', level: 2 })
})

test('nonsense in the address is left out rather than refused', async () => {
  const desk = await aDeskOn()
  const moss = await aPartner(desk)
  await aPledge(desk, moss.id)
  windowAt(desk, '/commitments?partner=%22nobody%22&year=%22soon%22&kinds=%5B%22nonsense%22%5D')
  await screen.findByRole('row', { name: /Årlig tilskudd/ })
})

test('the matrix has partners and years, sums both ways, and the share told in words', async () => {
  const desk = await aDeskOn()
  const [moss, rygge] = [await aPartner(desk), await aPartner(desk, 'Rygge bedrift')]
  const pledge = await aPledge(desk, moss.id, {
    amount: 10_000,
    recurrence: 'yearly',
    periodFrom: '2025-01-01',
    periodTo: '2026-12-31',
  })
  await desk.call('deliveries.add', { commitmentId: pledge.id, deliveredOn: '2025-05-01', amount: 10_000 })
  await aPledge(desk, rygge.id, { title: 'Støtte', amount: 30_000 })
  const { user } = windowAt(desk, '/give-and-take?from=%222025%22&to=%222026%22')
  const table = await screen.findByRole('table', { name: /per partner og år/ })
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(text))
  expect(rows).toEqual([
    ['Partner', '2025', '2026', 'Sum'],
    ['Moss kommune', '100 av 100 · 100 %', '0 av 100 · 0 %', '100 av 200 · 50 %'],
    ['Rygge bedrift', '–Ingenting', '0 av 300 · 0 %', '0 av 300 · 0 %'],
    ['Alle partnere', '100 av 100 · 100 %', '0 av 400 · 0 %', '100 av 500 · 20 %'],
  ])
  await user.click(within(table).getByRole('link', { name: /^100 av 100/ }))
  await screen.findByRole('heading', { name: 'Moss kommune', level: 2 })
})

test('an agreement that ends and a promise past its time join what is due', async () => {
  const desk = await aDeskOn()
  await desk.aVisit()
  const partner = await desk.call('partners.add', {
    name: 'Moss kommune',
    partnerType: 'municipality',
    status: 'active',
    agreementSignedOn: '2025-01-01',
    agreementValidTo: '2026-09-20',
  })
  await aPledge(desk, partner.id, { title: 'Tilskudd i vår', periodTo: '2026-06-30' })
  windowAt(desk, '/')
  await screen.findByRole('link', { name: 'Tilskudd i vår' })
  screen.getByText('Avtale utløper')
})

test('a commitment is put on an agenda, and the item leads back to it', async () => {
  const desk = await aDeskOn()
  await desk.call('bodies.add', { name: 'Styret', kind: 'board', activeFrom: '2020-01-01' })
  const partner = await aPartner(desk)
  const pledge = await aPledge(desk, partner.id)
  const { user } = windowAt(desk, `/commitments/${pledge.id}`)
  await user.click(await screen.findByRole('button', { name: 'Sett på saksliste' }))
  expect((await screen.findByLabelText<HTMLInputElement>(/^Sakens tittel/)).value).toBe('Moss kommune: Årlig tilskudd')
  screen.getByText(/^Partner, mengde, leveranser og frist skrives i sakens sammendrag/)
  await user.click(screen.getByRole('button', { name: 'Sett på saksliste' }))
  await screen.findByText(/Står i sakskøen til Styret/)
  expect(await desk.call('agendaItems.queue', {})).toMatchObject([{ originCommitmentId: pledge.id }])
  await user.click(screen.getByRole('link', { name: 'Moss kommune: Årlig tilskudd' }))
  await screen.findByText(/fra en forpliktelse/)
})
