import { expect, test } from 'vitest'
import { aDeskOn, fireEvent, screen, waitFor, windowAt, within } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>

async function aBody(desk: Desk, given: object = {}) {
  return desk.call('bodies.add', { name: 'Styret', kind: 'board', activeFrom: '2026-01-01', ...given })
}
async function aPerson(desk: Desk, name: string) {
  const [givenName = '', familyName = ''] = name.split(' ')
  return desk.call('persons.add', { givenName, familyName })
}
async function aMember(desk: Desk, bodyId: string, name: string, given: object = {}) {
  const person = await aPerson(desk, name)
  return desk.call('bodyMembers.add', {
    bodyId,
    personId: person.id,
    role: 'member',
    termFrom: '2026-01-01',
    ...given,
  })
}
const rollOf = async (desk: Desk, bodyId: string) =>
  (await desk.call('bodyMembers.list', { bodyId })).map((one) => one.personName)

test('without bodies the screen says what one is; a new one opens with the rules of its country', async () => {
  const desk = await aDeskOn({ country: 'SE', language: 'nb' })
  for (const body of await desk.call('bodies.list', {})) await desk.call('bodies.remove', { id: body.id })
  const { user } = windowAt(desk, '/bodies')
  await screen.findByText('Ingen organer ennå')
  await user.click(screen.getAllByRole('button', { name: 'Legg til organ' })[0] as HTMLElement)
  const form = within(await screen.findByRole('dialog'))
  await user.type(form.getByLabelText(/^Navn/), 'Näringslivsrådet')
  await user.click(form.getByRole('button', { name: 'Legg til' }))
  await screen.findByRole('heading', { name: 'Näringslivsrådet', level: 2 })
  expect((await desk.call('bodies.list', {}))[0]).toMatchObject({ rules: 'municipalLikeSe', numberPrefix: '§' })
})

test('a typed name that nobody has makes the person and the member, and the form waits for the next name', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk)
  const { user } = windowAt(desk, `/bodies/${body.id}`)
  await user.click(await screen.findByRole('button', { name: 'Legg til medlem' }))
  await user.type(await screen.findByRole('combobox', { name: /Person/ }), 'Anne Marie Lund')
  await user.click(await screen.findByRole('option', { name: /Opprett «Anne Marie Lund»/ }))
  expect(screen.getByLabelText<HTMLInputElement>(/^Fornavn/).value).toBe('Anne Marie')
  expect(screen.getByLabelText<HTMLInputElement>(/^Etternavn/).value).toBe('Lund')
  await user.click(screen.getByRole('button', { name: 'Legg til' }))
  await screen.findByText('Anne Marie Lund er lagt til.')
  const [member] = await desk.call('bodyMembers.list', { bodyId: body.id })
  expect(member).toMatchObject({ personName: 'Anne Marie Lund', role: 'chair', termFrom: '2026-09-15' })
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('combobox', { name: /Person/ }).value).toBe(''))
  // One undo takes away both the seat and the person.
  const before = (await desk.call('persons.list', {})).length
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect(await desk.call('bodyMembers.list', { bodyId: body.id })).toEqual([]))
  expect((await desk.call('persons.list', {})).length).toBe(before - 1)
})

test('the same person twice in one term is refused at the name', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk)
  await aMember(desk, body.id, 'Per Moe')
  const { user } = windowAt(desk, `/bodies/${body.id}`)
  await user.click(await screen.findByRole('button', { name: 'Legg til medlem' }))
  await user.type(await screen.findByRole('combobox', { name: /Person/ }), 'Per')
  await user.click(await screen.findByRole('option', { name: /Per Moe/ }))
  await user.click(screen.getByRole('button', { name: 'Legg til' }))
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: /Person/ }).getAttribute('aria-invalid')).toBe('true'),
  )
  expect(await rollOf(desk, body.id)).toEqual(['Per Moe'])
})

test('the roll is put in order with the arrow keys; the handle keeps the focus and the place is said', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk)
  await aMember(desk, body.id, 'Ada Berg', { role: 'chair' })
  await aMember(desk, body.id, 'Bo Dahl')
  await aMember(desk, body.id, 'Cleo Falk')
  const { user } = windowAt(desk, `/bodies/${body.id}`)
  const handle = await screen.findByRole('button', { name: 'Flytt Cleo Falk' })
  handle.focus()
  await user.keyboard('{ArrowUp}{ArrowUp}')
  await screen.findByText('Cleo Falk er nå nummer 1 av 3.')
  await waitFor(async () => expect(await rollOf(desk, body.id)).toEqual(['Cleo Falk', 'Ada Berg', 'Bo Dahl']))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Flytt Cleo Falk')
})

test('a member is dragged to another place', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk)
  await aMember(desk, body.id, 'Ada Berg', { role: 'chair' })
  await aMember(desk, body.id, 'Bo Dahl')
  windowAt(desk, `/bodies/${body.id}`)
  const handle = await screen.findByRole('button', { name: 'Flytt Ada Berg' })
  const target = screen.getByRole('button', { name: 'Flytt Bo Dahl' }).closest('li') as HTMLElement
  const dataTransfer = { setData: () => {}, setDragImage: () => {}, effectAllowed: '' }
  fireEvent.dragStart(handle, { dataTransfer })
  fireEvent.dragOver(target, { dataTransfer })
  fireEvent.drop(target, { dataTransfer })
  await waitFor(async () => expect(await rollOf(desk, body.id)).toEqual(['Bo Dahl', 'Ada Berg']))
})

test('coming and past terms stand apart from those of today, and an ended term moves to its place', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk)
  await aMember(desk, body.id, 'Ada Berg', { role: 'chair' })
  await aMember(desk, body.id, 'Bo Dahl', { termFrom: '2027-01-01' })
  await aMember(desk, body.id, 'Cleo Falk', { termFrom: '2020-01-01', termTo: '2023-12-31' })
  const { user } = windowAt(desk, `/bodies/${body.id}`)
  within(await screen.findByRole('region', { name: 'Kommende verv' })).getByText('Bo Dahl')
  within(screen.getByRole('region', { name: 'Tidligere verv' })).getByText('Cleo Falk')
  const now = within(screen.getByRole('region', { name: 'Medlemmer' }))
  now.getByText('1 stemmeberettiget plass i dag')
  await user.click(now.getByRole('button', { name: 'Rediger Ada Berg' }))
  await user.click(now.getByRole('button', { name: 'Avslutt vervet' }))
  const last = now.getByLabelText(/^Siste dag/)
  await user.clear(last)
  await user.type(last, '14.09.2026')
  await user.click(now.getByRole('button', { name: 'Avslutt vervet' }))
  const past = await screen.findByRole('region', { name: 'Tidligere verv' })
  await within(past).findByText('Ada Berg')
})

test('personal deputies name whom they stand in for', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk, { deputyOrder: 'personal' })
  const chair = await aMember(desk, body.id, 'Ada Berg', { role: 'chair' })
  await aMember(desk, body.id, 'Bo Dahl', { role: 'deputy', deputyForId: chair.personId })
  windowAt(desk, `/bodies/${body.id}`)
  const deputies = within(await screen.findByRole('region', { name: 'Varamedlemmer' }))
  deputies.getByText(/vara for Ada Berg/)
})

test('a set of rules fills the fields, says what it changed, and one undo brings all of it back', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk)
  const { user } = windowAt(desk, `/bodies/${body.id}?tab=rules`)
  await screen.findByText('Slik skrives sak nummer 12: Sak 12/26')
  await user.click(screen.getByRole('radio', { name: /Svensk, som i kommunen/ }))
  await screen.findByText('Regelsettet endret dette:')
  screen.getByText('Foran nummeret: Sak → §')
  screen.getByText('Varsel i dager: 7 → 5')
  await screen.findByText('Slik skrives sak nummer 12: § 12')
  expect((await desk.call('bodies.list', {})).find((one) => one.id === body.id)).toMatchObject({
    adjustmentRule: 'adjustedWithinDays',
    adjustmentDays: 14,
    adjusters: 1,
  })
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await screen.findByText('Slik skrives sak nummer 12: Sak 12/26')
  expect(screen.queryByText('Regelsettet endret dette:')).toBeNull()
})

test('examples follow the rules: the quorum of the seats, and the days of the next meeting', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk, { quorumRule: 'moreThanHalf', seats: 9, noticeDays: 10 })
  await desk.call('meetings.plan', { bodyId: body.id, startsOn: '2026-10-20', startsAt: '09:00' })
  const { user } = windowAt(desk, `/bodies/${body.id}?tab=rules`)
  await screen.findByText('5 av 9 plasser må kunne stemme.')
  await screen.findByText('Møte 20.10.2026: innkallingen må ut senest 10.10.2026, 10 dager før.')
  const seats = screen.getByLabelText('Stemmeberettigede plasser')
  await user.clear(seats)
  await user.type(seats, '12{Enter}')
  await screen.findByText('7 av 12 plasser må kunne stemme.')
})

test('the rule of a number brings its field, and a number above the seats is refused there', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk, { seats: 5 })
  const { user } = windowAt(desk, `/bodies/${body.id}?tab=rules`)
  await user.click(await screen.findByRole('button', { name: /Vedtaksfør når/ }))
  await user.click(await screen.findByRole('option', { name: 'Et bestemt antall' }))
  const number = await screen.findByLabelText(/^Stemmeberettigede som kreves/)
  await user.clear(number)
  await user.type(number, '8{Enter}')
  await waitFor(() => expect(number.getAttribute('aria-invalid')).toBe('true'))
})

test('a template’s rows are added, written and moved in place', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk)
  await desk.call('agendaTemplates.add', {
    bodyId: body.id,
    name: 'Fast',
    standing: true,
    rows: [
      { type: 'opening', title: 'Åpning', minutesPlanned: 5 },
      { type: 'minutesApproval', title: 'Protokoll', minutesPlanned: 10 },
    ],
  })
  const { user } = windowAt(desk, `/bodies/${body.id}?tab=templates`)
  await screen.findByText('2 saker · 15 minutter til sammen')
  await user.click(screen.getByRole('button', { name: 'Rediger Fast' }))
  const titles = () => screen.getAllByLabelText<HTMLInputElement>(/^Tittel/).map((input) => input.value)
  const rows = async () => (await desk.call('agendaTemplates.list', {}))[0]?.rows.map((row) => row.title)
  screen.getByRole('button', { name: 'Flytt Protokoll' }).focus()
  await user.keyboard('{ArrowUp}')
  await waitFor(async () => expect(await rows()).toEqual(['Protokoll', 'Åpning']))
  await waitFor(() => expect(titles()).toEqual(['Protokoll', 'Åpning']))
  await user.click(screen.getByRole('button', { name: 'Legg til sak' }))
  await waitFor(() => expect(titles()).toHaveLength(3))
  // The title just added is marked, so that typing writes over it.
  await waitFor(() => expect((document.activeElement as HTMLInputElement).value).toBe('Ny sak'))
  await user.keyboard('Eventuelt{Enter}')
  await waitFor(async () => expect(await rows()).toEqual(['Protokoll', 'Åpning', 'Eventuelt']))
})

test('a phrase belongs to the body until it is said to be for all', async () => {
  const desk = await aDeskOn()
  const body = await aBody(desk)
  const { user } = windowAt(desk, `/bodies/${body.id}?tab=phrases`)
  await user.click(await screen.findByRole('button', { name: 'Legg til standardtekst' }))
  await user.type(screen.getByLabelText(/^Navn/), 'Habilitet')
  await user.type(screen.getByLabelText(/^Tekst/), '[[[[navn]] fratrådte.')
  await user.click(screen.getByRole('button', { name: 'Legg til' }))
  await screen.findByText('[[navn]] fratrådte.')
  expect(await desk.call('phrases.list', {})).toMatchObject([{ bodyId: body.id, language: 'nb' }])
  await user.click(screen.getByRole('button', { name: 'Rediger Habilitet' }))
  await user.click(screen.getByRole('switch', { name: 'Gjelder alle organer' }))
  await waitFor(async () => expect(await desk.call('phrases.list', {})).toMatchObject([{ bodyId: null }]))
})

test('the settings lead to the bodies', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/settings/bodies')
  await user.click(await screen.findByRole('button', { name: 'Gå til organer' }))
  await screen.findByRole('heading', { name: 'Organer', level: 1 })
})

test('a second body of the same name is told of at the name, before and after it is made', async () => {
  const desk = await aDeskOn()
  await aBody(desk, { name: 'Rådet' })
  const { user } = windowAt(desk, '/bodies')
  await user.click((await screen.findAllByRole('button', { name: 'Legg til organ' }))[0] as HTMLElement)
  const form = within(await screen.findByRole('dialog'))
  await user.type(form.getByLabelText(/^Navn/), 'Rådene')
  expect(form.queryByText(/Et annet organ heter det samme/)).toBeNull()
  await user.clear(form.getByLabelText(/^Navn/))
  await user.type(form.getByLabelText(/^Navn/), 'rådet ')
  await form.findByText(/Et annet organ heter det samme/)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByText(/Et annet organ heter det samme/)).toBeNull())
  const second = await aBody(desk, { name: 'Rådet' })
  windowAt(desk, `/bodies/${second.id}?tab=rules`)
  await screen.findAllByText(/Et annet organ heter det samme/)
})
