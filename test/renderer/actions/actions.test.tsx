import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'
import { aMeetingUnderWay } from '../decisions/a-meeting.ts'

test('without action items the register says where they come from, and takes the first one', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/actions')
  await screen.findByText('Ingen oppfølgingspunkter ennå')
  await user.click(screen.getAllByRole('button', { name: 'Nytt oppfølgingspunkt' })[0] as HTMLElement)
  const form = within(await screen.findByRole('dialog'))
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  expect(form.getByLabelText(/^Hva skal gjøres/).getAttribute('aria-invalid')).toBe('true')
  await user.type(form.getByLabelText(/^Hva skal gjøres/), 'Ringe kommunen')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByRole('heading', { name: 'Ringe kommunen', level: 2 })
  expect((await desk.call('actions.list', {})).rows).toMatchObject([
    { title: 'Ringe kommunen', ownerId: desk.me, dueOn: '2026-09-29', originTitle: null },
  ])
})

test('what is overdue leads the list and says by how long', async () => {
  const desk = await aDeskOn()
  await desk.call('actions.add', { title: 'Senere', ownerId: desk.me, dueOn: '2026-10-01' })
  await desk.call('actions.add', { title: 'For lengst', ownerId: desk.me, dueOn: '2026-09-05' })
  windowAt(desk, '/actions')
  await screen.findByRole('row', { name: /For lengst/ })
  const [first, second] = screen.getAllByRole('row').slice(1)
  expect(first?.textContent).toContain('10 dager over frist')
  expect(second?.textContent).toContain('Senere')
})

test('an action ended without result needs the reason', async () => {
  const desk = await aDeskOn()
  const action = await desk.call('actions.add', { title: 'Ringe', ownerId: desk.me, dueOn: '2026-10-01' })
  const { user } = windowAt(desk, `/actions/${action.id}`)
  await user.click(await screen.findByRole('button', { name: 'Meld hva som er gjort' }))
  await user.click(screen.getByRole('radio', { name: 'Avsluttet uten resultat' }))
  await user.click(screen.getByRole('button', { name: 'Lagre meldingen' }))
  await waitFor(() => expect(screen.getByLabelText(/^Hvorfor det avsluttes/).getAttribute('aria-invalid')).toBe('true'))
  await user.type(screen.getByLabelText(/^Hvorfor det avsluttes/), 'Bedriften er lagt ned')
  await user.click(screen.getByRole('button', { name: 'Lagre meldingen' }))
  await screen.findByText('Oppfølgingspunktet: avsluttet uten resultat.')
})

test('an action item is put on the agenda of the next meeting, then says where it stands', async () => {
  const desk = await aDeskOn()
  const { body } = await aMeetingUnderWay(desk)
  const next = await desk.call('meetings.plan', { bodyId: body.id, startsOn: '2026-10-20', startsAt: '09:00' })
  const action = await desk.call('actions.add', { title: 'Tomt i Moss', ownerId: desk.me, dueOn: '2026-10-01' })
  const { user, history } = windowAt(desk, `/actions/${action.id}`)
  await user.click(await screen.findByRole('button', { name: 'Sett på saksliste' }))
  await waitFor(() => expect(screen.getByRole('button', { name: /Møte$/ }).textContent).toContain('20.10.2026'))
  await user.click(screen.getByRole('button', { name: 'Sett på saksliste' }))
  await screen.findByText(/Står på sakslisten til Styret 20.10.2026/)
  expect(screen.queryByRole('button', { name: 'Sett på saksliste' })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Tomt i Moss' }))
  await waitFor(() => expect(history.location.pathname).toBe(`/meetings/${next.id}`))
})

test('a matter for a body without a planned meeting waits in its queue', async () => {
  const desk = await aDeskOn()
  const body = await desk.call('bodies.add', { name: 'Rådet', kind: 'council', activeFrom: '2026-01-01' })
  for (const other of await desk.call('bodies.list', {})) {
    if (other.id !== body.id) await desk.call('bodies.remove', { id: other.id })
  }
  const action = await desk.call('actions.add', { title: 'Tomt i Moss', ownerId: desk.me, dueOn: '2026-10-01' })
  const { user } = windowAt(desk, `/actions/${action.id}`)
  await user.click(await screen.findByRole('button', { name: 'Sett på saksliste' }))
  await user.click(await screen.findByRole('button', { name: 'Sett på saksliste' }))
  await screen.findByText(/Står i sakskøen til Rådet/)
  expect(await desk.call('agendaItems.queue', { bodyId: body.id })).toMatchObject([
    { title: 'Tomt i Moss', originActionId: action.id },
  ])
})

test('from a visit: its action items stand with it, and only its own', async () => {
  const desk = await aDeskOn()
  const visit = await desk.aVisit({ companyId: (await desk.aCompany({ name: 'Bruket AS' })).id })
  await desk.call('actions.add', { title: 'En annen sak', ownerId: desk.me, dueOn: '2026-10-01' })
  const { user } = windowAt(desk, `/visits/${visit.id}?tab=followUps`)
  const part = within(await screen.findByRole('region', { name: 'Oppfølgingspunkter fra besøket' }))
  await user.click(part.getByRole('button', { name: 'Nytt oppfølgingspunkt' }))
  await user.type(part.getByLabelText(/^Hva skal gjøres/), 'Sende kart')
  await user.click(part.getByRole('button', { name: 'Legg til' }))
  await user.click(await part.findByRole('link', { name: 'Sende kart' }))
  await screen.findByRole('link', { name: 'Bruket AS' })
  const { rows } = await desk.call('actions.list', { filter: { visitId: visit.id } })
  expect(rows.map((row) => row.title)).toEqual(['Sende kart'])
})

test('a follow-up is put on an agenda too', async () => {
  const desk = await aDeskOn()
  await aMeetingUnderWay(desk)
  const followUp = await desk.aFollowUp({ description: 'Finne tomt' })
  const { user } = windowAt(desk, `/follow-ups/${followUp.id}`)
  await user.click(await screen.findByRole('button', { name: 'Sett på saksliste' }))
  expect((await screen.findByLabelText<HTMLInputElement>(/^Sakens tittel/)).value).toBe('Finne tomt')
  await user.click(screen.getByRole('button', { name: 'Sett på saksliste' }))
  await screen.findByText(/Står i sakskøen til/)
})

test('a visit is put on an agenda from its menu, with its summary and nothing else', async () => {
  const desk = await aDeskOn()
  await aMeetingUnderWay(desk)
  const company = await desk.aCompany({ name: 'Bruket AS' })
  const visit = await desk.aVisit({ companyId: company.id, visitedOn: '2026-09-01' })
  await desk.call('visits.revise', {
    id: visit.id,
    changes: { notes: 'Selger kanskje', publishableSummary: 'Trenger tomt' },
  })
  const { user } = windowAt(desk, `/visits/${visit.id}`)
  await user.click(await screen.findByRole('button', { name: 'Mer' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sett på saksliste' }))
  expect((await screen.findByLabelText<HTMLInputElement>(/^Sakens tittel/)).value).toBe('Bruket AS, 01.09.2026')
  screen.getByText(/^Bare sammendraget til offentliggjøring følger med/)
  await user.click(screen.getByRole('button', { name: 'Sett på saksliste' }))
  await screen.findByText(/Står i sakskøen til/)
  const [item] = await desk.call('agendaItems.queue', {})
  expect(item).toMatchObject({ summary: 'Trenger tomt', originVisitId: visit.id })
  expect(JSON.stringify(item)).not.toContain('Selger')
})

test('an action due before the meeting that it came from says so at the day', async () => {
  const desk = await aDeskOn()
  const { item } = await aMeetingUnderWay(desk)
  const action = await desk.call('actions.add', {
    title: 'Ringe',
    ownerId: desk.me,
    dueOn: '2026-01-05',
    originItemId: item.id,
  })
  windowAt(desk, `/actions/${action.id}`)
  const due = await screen.findByRole('textbox', { name: /^Frist/ })
  const hints = (due.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id))
  expect(hints.map((one) => one?.textContent).join(' ')).toContain('Fristen er før dagen dette kom opp')
})
