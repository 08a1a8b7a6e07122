import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

test('a new partner opens at its details; a wrong number says which digit rule it breaks, at its field', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/partners')
  await screen.findByText('Ingen partnere ennå')
  await user.click(screen.getAllByRole('button', { name: 'Legg til partner' })[0] as HTMLElement)
  const form = within(await screen.findByRole('dialog'))
  await user.type(form.getByLabelText(/^Navn/), 'Moss Havn')
  await user.type(form.getByLabelText('Organisasjonsnummer'), '974 760 674')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await form.findByText(/kontrollsiffer/i)
  await user.clear(form.getByLabelText('Organisasjonsnummer'))
  await user.type(form.getByLabelText('Organisasjonsnummer'), '974 760 673')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByRole('heading', { name: 'Moss Havn', level: 2 })
  await screen.findByRole('tab', { name: 'Opplysninger', selected: true })
  expect(screen.getByLabelText<HTMLInputElement>('Organisasjonsnummer').value.replaceAll(/\s/g, ' ')).toBe(
    '974 760 673',
  )
})

test('a partner that moves to the other country loses the number that does not fit there, and one undo brings it back', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', {
    name: 'Moss',
    partnerType: 'municipality',
    orgNo: '974760673',
    municipalityCode: '3103',
  })
  const { user } = windowAt(desk, `/partners/${partner.id}?tab=fields`)
  await user.click(await screen.findByRole('button', { name: /Land/ }))
  await user.click(await screen.findByRole('option', { name: 'Sverige' }))
  await waitFor(async () =>
    expect((await desk.call('partners.list', {}))[0]).toMatchObject({
      country: 'SE',
      orgNo: null,
      municipalityCode: null,
    }),
  )
  await user.click(screen.getByRole('button', { name: 'Angre siste endring' }))
  await waitFor(async () =>
    expect((await desk.call('partners.list', {}))[0]).toMatchObject({
      country: 'NO',
      orgNo: '974760673',
      municipalityCode: '3103',
    }),
  )
})

test('an active partner without a signed agreement is refused at the status, and becomes active once it is signed', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', { name: 'Moss', partnerType: 'municipality' })
  const { user } = windowAt(desk, `/partners/${partner.id}?tab=fields`)
  const choose = async () => {
    await user.click(await screen.findByRole('button', { name: /^(?!.*Moss).*Status$/ }))
    await user.click(await screen.findByRole('option', { name: 'Aktiv' }))
  }
  await choose()
  await screen.findAllByText(/har underskrevet partnerskapsavtalen/)
  await user.type(screen.getByLabelText(/^Avtale underskrevet/), '1.2.2026{Enter}')
  await waitFor(async () => expect((await desk.call('partners.list', {}))[0]?.agreementSignedOn).toBe('2026-02-01'))
  await choose()
  await waitFor(async () => expect((await desk.call('partners.list', {}))[0]?.status).toBe('active'))
})

test('the list tells when an agreement ends and what is open and overdue', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', {
    name: 'Moss kommune',
    partnerType: 'municipality',
    agreementValidTo: '2026-09-25',
  })
  const pledge = { partnerId: partner.id, kind: 'money', amount: 100_000, unit: 'NOK' } as const
  await desk.call('commitments.add', {
    ...pledge,
    title: 'Tilskudd',
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
  })
  await desk.call('commitments.add', {
    ...pledge,
    title: 'Mer tilskudd',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
  })
  windowAt(desk, '/partners')
  const row = within(await screen.findByRole('row', { name: /Moss kommune/ }))
  row.getByText('10 dager igjen')
  await row.findByText('2 åpne')
  row.getByText('1 over tiden')
})

test('a person is typed, made and placed at the partner in one go; who has left stands apart', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
  const { user } = windowAt(desk, `/partners/${partner.id}?tab=people`)
  await user.click(await screen.findByRole('button', { name: 'Legg til person' }))
  await user.type(screen.getByRole('combobox', { name: /^Person/ }), 'Kari Moe')
  await user.click(await screen.findByRole('option', { name: 'Ny person: Kari Moe' }))
  const form = within(screen.getByRole('group', { name: 'Legg til person' }))
  await user.type(form.getByLabelText('Rolle'), 'Kommunedirektør')
  await user.click(form.getByRole('checkbox', { name: 'Kontaktperson for sekretariatet' }))
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  const now = within(await screen.findByRole('region', { name: 'Nå' }))
  now.getByText(/Kommunedirektør/)
  now.getByText('Kontaktperson')
  await user.click(now.getByRole('button', { name: 'Rediger Kari Moe' }))
  const last = now.getByLabelText('Til')
  await user.type(now.getByLabelText(/^Fra/), '{Control>}a{/Control}1.1.2026{Enter}')
  await user.type(last, '31.8.2026{Enter}')
  await screen.findByRole('region', { name: 'Tidligere' })
  expect((await desk.call('partners.open', { id: partner.id })).people[0]).toMatchObject({
    personName: 'Kari Moe',
    isContact: true,
    to: '2026-08-31',
  })
})

test('a partner is removed with a way back', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
  const { user } = windowAt(desk, `/partners/${partner.id}`)
  await screen.findByRole('heading', { name: 'Moss kommune', level: 2 })
  await user.click(screen.getAllByRole('button', { name: 'Mer' })[0] as HTMLElement)
  await user.click(await screen.findByRole('menuitem', { name: 'Slett partneren' }))
  await screen.findByText('Partneren er slettet.')
  expect(await desk.call('partners.list', {})).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await desk.call('partners.list', {})).toHaveLength(1))
})

test('the page to bring to a talk is made in Word', async () => {
  const desk = await aDeskOn()
  const partner = await desk.call('partners.add', { name: 'Moss kommune', partnerType: 'municipality' })
  const { user } = windowAt(desk, `/partners/${partner.id}`)
  await screen.findByRole('heading', { name: 'Moss kommune', level: 2 })
  await user.click(screen.getAllByRole('button', { name: 'Mer' })[0] as HTMLElement)
  await user.click(await screen.findByRole('menuitem', { name: 'Partnerens side i Word' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Lag Word-dokumentet' }))
  await dialog.findByText(/\.docx/, undefined, { timeout: 20_000 })
}, 30_000)
