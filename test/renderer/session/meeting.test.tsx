import { afterEach, expect, test, vi } from 'vitest'
import { screen, waitFor, within } from '../a-window.tsx'
import { aSession, proposedText, sessionAt } from './a-session.ts'

afterEach(() => vi.useRealTimers())

const form = (name: string | RegExp) => screen.findByRole('form', { name })
const alt = (letter: string) => `{Alt>}${letter}{/Alt}`
const save = '{Control>}{Enter}{/Control}'
const nameButton = (name: RegExp) => screen.findByRole('button', { name })

test('the roll is called by keys: each answer goes on to the next name, and the quorum follows', async () => {
  const desk = await aSession({ open: false })
  const { user } = await sessionAt(desk)
  await screen.findByText('Opprop er ikke holdt, så vedtaksførheten er ukjent.')
  await user.click(screen.getByRole('button', { name: 'Åpne møtet' }))
  await screen.findByText(/Møtet er i gang/)
  ;(await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)).focus()
  await user.keyboard('1')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Anne Ek'))
  await user.keyboard('332')
  await screen.findByRole('button', { name: /^Carl Ek.*fjernmøte/ })
  expect(screen.getByRole('button', { name: /^Bjørn Ek.*Meldt forfall/ })).toBeTruthy()
  await screen.findByText('2 av 4 stemmer, 2 kreves')
})

test('an empty seat offers the next deputy in turn by name, who then serves for the member', async () => {
  const desk = await aSession({ open: false })
  await desk.call('meetings.start', { id: desk.meetingId, openedAt: '09:00' })
  const { user } = await sessionAt(desk)
  await user.click(await screen.findByRole('button', { name: 'Alle er til stede' }))
  await user.click(await nameButton(/^Anne Ek.*Til stede/))
  await user.click(screen.getByRole('radio', { name: 'Forfall' }))
  await user.click(await screen.findByRole('button', { name: 'Kall inn Dag Vara' }))
  await nameButton(/^Dag Vara.*møter for Anne Ek/)
  await screen.findByText('4 av 4 stemmer, 2 kreves')
})

test('a seat that nobody is elected to is told of, with the deputy next in turn to call into it', async () => {
  const desk = await aSession({ body: { seats: 5 } })
  const { user } = await sessionAt(desk)
  await screen.findByText('En plass er ledig: ingen er valgt til den.')
  await screen.findByText('4 av 5 stemmer, 3 kreves')
  await user.click(screen.getByRole('button', { name: 'Kall inn Dag Vara for ledig plass' }))
  await nameButton(/^Dag Vara.*møter for ledig plass/)
  await screen.findByText('5 av 5 stemmer, 3 kreves')
  expect(screen.queryByText(/plass er ledig/)).toBeNull()
})

test('leaving now takes the vote away from then on', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await user.click(await nameButton(/^Carl Ek/))
  await user.click(await screen.findByRole('button', { name: 'Gikk nå' }))
  await nameButton(/^Carl Ek.*en del av møtet, gikk \d\d:\d\d/)
})

test('the agenda’s proposal is put without leaving the keys, and the focus goes back', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  const from = await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)
  from.focus()
  await user.keyboard(alt('p'))
  const shown = within(await form('Nytt forslag'))
  expect(shown.getByRole<HTMLTextAreaElement>('textbox', { name: /^Forslag/ }).value).toBe(proposedText)
  await user.keyboard(save)
  await screen.findByText('Fremsatt')
  expect(screen.queryByRole('form')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(from))
})

test('Escape goes back to the text and keeps what was written for the next time', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)
  await user.keyboard(alt('n'))
  await form('Legg til protokolltilførsel')
  await user.keyboard('Vi ber om')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull())
  await user.keyboard(alt('n'))
  await waitFor(async () =>
    expect(
      within(await form('Legg til protokolltilførsel')).getByRole<HTMLTextAreaElement>('textbox', {
        name: /^Protokolltilførsel/,
      }).value,
    ).toBe('Vi ber om'),
  )
})

test('more votes than voters are told on the field, and nothing is sent', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)
  await user.keyboard(alt('v'))
  const ballot = within(await form('Før en votering'))
  await user.click(ballot.getByRole('radio', { name: 'Håndsopprekning' }))
  await user.type(ballot.getByRole('textbox', { name: 'For' }), '4')
  await user.type(ballot.getByRole('textbox', { name: 'Mot' }), '2')
  await ballot.findByText(/Stemmene er til sammen 6, men 4 kan stemme i saken/)
  await user.keyboard(save)
  expect((await desk.open(desk.meetingId)).items[0]?.votes).toEqual([])
})

test('even votes offer the chair’s casting vote; the result is said in words, and the decision is lifted from the winner', async () => {
  const desk = await aSession()
  await desk.call('proposals.add', { itemId: desk.itemId, kind: 'main', text: proposedText })
  const { user } = await sessionAt(desk)
  await screen.findByText('Fremsatt')
  await user.keyboard(alt('v'))
  const ballot = within(await form('Før en votering'))
  await user.click(ballot.getByRole('radio', { name: 'Håndsopprekning' }))
  await user.type(ballot.getByRole('textbox', { name: 'For' }), '2')
  await user.type(ballot.getByRole('textbox', { name: 'Mot' }), '2')
  await ballot.findByText('Stemmene står likt, 2 mot 2. Ingenting er vedtatt.')
  const casting = within(ballot.getByRole('radiogroup', { name: /Dobbeltstemmen til Kari Berg/ }))
  await user.click(casting.getByRole('radio', { name: 'For' }))
  await ballot.findByText('Forslaget er vedtatt med 2 mot 2 stemmer. Dobbeltstemmen avgjorde.')
  await user.keyboard(save)
  const decision = within(await form('Fatt vedtak'))
  expect(decision.getByRole<HTMLTextAreaElement>('textbox', { name: /^Vedtak ?\(/ }).value).toBe(proposedText)
  expect(decision.getByRole<HTMLInputElement>('radio', { name: 'Ikke enstemmig' }).checked).toBe(true)
  await user.keyboard(save)
  await waitFor(async () => {
    const item = (await desk.open(desk.meetingId)).items[0]
    expect(item?.decisions[0]).toMatchObject({ text: proposedText, unanimous: 'no', voteId: item?.votes[0]?.id })
  })
})

test('a named vote is taken by digits down the roll, and who has not voted is told', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)
  await user.keyboard(alt('v'))
  const ballot = within(await form('Før en votering'))
  await user.click(ballot.getByRole('radio', { name: 'Navneopprop' }))
  within(ballot.getByRole('radiogroup', { name: 'Kari Berg' }))
    .getByRole('radio', { name: 'For' })
    .focus()
  await user.keyboard('112')
  await ballot.findByText('For 2, mot 1. 3 av 4 har stemt.')
  await user.keyboard(save)
  await ballot.findByText(/En som kan stemme i saken, mangler/)
  await user.click(ballot.getByRole('button', { name: 'Resten for' }))
  await user.keyboard(save)
  await waitFor(async () => {
    const [vote] = (await desk.open(desk.meetingId)).items[0]?.votes ?? []
    expect(vote).toMatchObject({ kind: 'named', forCount: 3, againstCount: 1 })
    expect(vote?.namedVotes).toHaveLength(4)
  })
})

test('who is disqualified no longer votes on the item, and is marked in the roll', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await screen.findByText('4 av 4 stemmer, 2 kreves')
  await user.keyboard(alt('j'))
  const entry = within(await form('Før habilitet'))
  await user.click(entry.getByRole('button', { name: /Hvem/ }))
  await user.click(await screen.findByRole('option', { name: /Anne Ek/ }))
  await user.keyboard(save)
  await screen.findByText('3 av 4 stemmer, 2 kreves')
  await nameButton(/^Anne Ek.*Inhabil i saken/)
})

test('Enter adds an action and begins the next one', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)
  await user.keyboard(alt('a'))
  const line = within(await form('Legg til oppfølgingspunkt'))
  await user.keyboard('Sende brev')
  await user.click(line.getByRole('button', { name: /Ansvarlig/ }))
  await user.click(await screen.findByRole('option', { name: /Siri Lund/ }))
  await user.click(line.getByRole('textbox', { name: /Hva som skal gjøres/ }))
  await user.keyboard('{Enter}')
  await waitFor(async () => expect((await desk.open(desk.meetingId)).items[0]?.actions).toHaveLength(1))
  await waitFor(() => {
    const field = line.getByRole<HTMLInputElement>('textbox', { name: /Hva som skal gjøres/ })
    expect(field.value).toBe('')
    expect(document.activeElement).toBe(field)
  })
})

test('a dissent after the end is refused with its reason, and the text stays', async () => {
  const desk = await aSession()
  await desk.decide(desk.itemId)
  await desk.call('meetings.close', { id: desk.meetingId, adjournedAt: '10:30' })
  const { user } = await sessionAt(desk)
  await user.click(await screen.findByRole('button', { name: /Budsjett 2027/ }))
  await user.keyboard(alt('r'))
  const entry = within(await form('Legg til dissens'))
  await user.type(entry.getByRole('textbox', { name: /^Dissens/ }), 'Jeg er uenig.')
  await user.type(entry.getByRole('textbox', { name: 'Parti eller partner' }), 'H')
  await user.type(entry.getByRole('textbox', { name: 'Levert kl.' }), '11:15')
  await user.keyboard(save)
  await entry.findByText(/10:30/)
  expect(entry.getByRole<HTMLTextAreaElement>('textbox', { name: /^Dissens/ }).value).toBe('Jeg er uenig.')
})

test('what keeps the meeting from being closed is listed, each with the way there', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await user.click(await screen.findByRole('button', { name: /Orientering om besøk/ }))
  await screen.findByRole('heading', { name: 'Orientering om besøk' })
  await user.click(screen.getByRole('button', { name: 'Avslutt møtet' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('button', { name: 'Avslutt møtet' }).hasAttribute('disabled')).toBe(true)
  await user.click(dialog.getByRole('button', { name: 'Gå til Budsjett 2027' }))
  await screen.findByRole('heading', { name: 'Budsjett 2027' })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('before it is closed the meeting tells which numbers it will give', async () => {
  const desk = await aSession()
  await desk.decide(desk.itemId)
  const { user } = await sessionAt(desk)
  await user.click(await screen.findByRole('button', { name: 'Avslutt møtet' }))
  const dialog = within(await screen.findByRole('dialog'))
  dialog.getByText('2 saker får nummer, fra Sak 1/26 til Sak 2/26.')
  dialog.getByText('Ett vedtak føres i registeret.')
  await user.click(dialog.getByRole('button', { name: 'Avslutt møtet' }))
  await waitFor(async () => expect((await desk.open(desk.meetingId)).meeting.status).toBe('held'))
})

test('the next item is one key away, and the shortcuts stand in the keyboard help', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await screen.findByRole('heading', { name: 'Budsjett 2027' })
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await screen.findByRole('heading', { name: 'Orientering om besøk' })
  await user.keyboard('{F1}')
  const help = within(await screen.findByRole('dialog'))
  help.getByText('Fatt vedtak')
  help.getByText('Alt+D')
})

test('minutes in review can’t be written, and the screen says how to correct them', async () => {
  const desk = await aSession()
  await desk.decide(desk.itemId)
  await desk.call('meetings.close', { id: desk.meetingId, adjournedAt: '11:00' })
  await desk.call('minutes.sendToReview', { meetingId: desk.meetingId, language: 'nb' })
  await sessionAt(desk)
  await screen.findByText(/Ta den tilbake under Protokoll/)
  expect(screen.queryByRole('toolbar')).toBeNull()
})

test('“finished” marks the item as treated, goes to the next, and takes the clock along', async () => {
  const desk = await aSession()
  await desk.decide(desk.itemId)
  await desk.call('agendaItems.clock', { id: desk.itemId, at: '09:05', does: 'start' })
  const { user } = await sessionAt(desk)
  await screen.findByRole('heading', { name: 'Budsjett 2027' })
  await user.keyboard('{Alt>}{Enter}{/Alt}')
  await screen.findByRole('heading', { name: 'Orientering om besøk' })
  await waitFor(async () => {
    const [first, second] = (await desk.open(desk.meetingId)).items
    expect(first?.item.endedAt).not.toBeNull()
    expect(second?.item.startedAt).not.toBeNull()
  })
})

test('an overrun of the item’s planned minutes is told in words', async () => {
  const desk = await aSession()
  await desk.call('agendaItems.revise', { id: desk.itemId, changes: { minutesPlanned: 10 } })
  await desk.call('agendaItems.clock', { id: desk.itemId, at: '09:00', does: 'start' })
  await desk.call('agendaItems.clock', { id: desk.itemId, at: '09:25', does: 'end' })
  await sessionAt(desk)
  await screen.findByText('25 av 10 min · 15 min over')
})

test('opening the meeting leads to the roll; what is answered and saved is said aloud', async () => {
  const desk = await aSession({ open: false })
  const { user } = await sessionAt(desk)
  await user.click(await screen.findByRole('button', { name: 'Åpne møtet' }))
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Alle er til stede'))
  expect(await screen.findByText('Møtet er åpnet.')).toBeTruthy()
  ;(await nameButton(/^Anne Ek.*Ikke ropt/)).focus()
  await user.keyboard('3')
  expect(
    (await screen.findByText(/^Anne Ek: Meldt forfall\. 0 av 4 til stede/)).closest('[role="status"]'),
  ).toBeTruthy()
  await user.keyboard(alt('p'))
  await form('Nytt forslag')
  await user.keyboard(save)
  await screen.findByText('Forslag 1 er lagt til.')
  await user.keyboard('{F9}')
  await screen.findByText('Sakens klokke er startet.')
})

test('a form that lacks something takes the focus to that field and says that it is not saved', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)
  await user.keyboard(alt('a'))
  await form('Legg til oppfølgingspunkt')
  await user.keyboard('Sende brev')
  await user.keyboard(save)
  expect((await screen.findByText(/^Ikke lagret ennå/)).getAttribute('role')).toBe('alert')
  expect(document.activeElement?.textContent).toContain('Velg')
})

test('the agenda’s proposal is put, voted on and decided in three strokes', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)
  await user.keyboard(alt('v'))
  await form('Før en votering')
  await user.keyboard(save)
  await form('Fatt vedtak')
  await user.keyboard(save)
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull())
  const [item] = (await desk.open(desk.meetingId)).items
  expect(item?.proposals.map(({ kind, text, status }) => [kind, text, status])).toEqual([
    ['main', proposedText, 'adopted'],
  ])
  expect(item?.votes[0]?.forId).toBe(item?.proposals[0]?.id)
  expect(item?.decisions.map(({ text, unanimous }) => [text, unanimous])).toEqual([[proposedText, 'yes']])
})

test('a due day before the meeting is remarked on at the field, and may still be saved', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await nameButton(/^Kari Berg.*(Til stede|Ikke ropt)/)
  await user.keyboard(alt('d'))
  const decision = within(await form('Fatt vedtak'))
  await user.type(decision.getByRole('textbox', { name: 'Frist' }), '1.6.2026')
  await decision.findByText(/^Fristen er før vedtaket/)
  await user.keyboard(save)
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull())
  expect((await desk.open(desk.meetingId)).items[0]?.decisions[0]?.deadline).toBe('2026-06-01')
})

test('F6 leads from the text to the roll and Shift+F6 back; a deputy who serves takes a seat, not one more', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  const clock = await nameButton(/^Start klokken/)
  clock.focus()
  await user.keyboard('{F6}')
  expect(document.activeElement?.closest('[data-part]')?.getAttribute('data-part')).toBe('people')
  await user.keyboard('{Shift>}{F6}{/Shift}')
  expect(document.activeElement).toBe(clock)
  await screen.findByText('4 av 4 til stede')
  ;(await nameButton(/^Anne Ek.*Til stede/)).focus()
  await user.keyboard('3')
  await user.click(await screen.findByRole('button', { name: 'Kall inn Dag Vara' }))
  await screen.findByText('Dag Vara: Til stede. 4 av 4 til stede.')
})

test('a form that nobody typed in follows what was saved meanwhile, and one that somebody typed in keeps its words', async () => {
  const desk = await aSession()
  const { user } = await sessionAt(desk)
  await user.click(await screen.findByRole('button', { name: /^Forslag/ }))
  const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Forslag/ })
  await waitFor(() => expect(text().value).toBe(proposedText))
  const put = { itemId: desk.itemId, kind: 'main' as const, proposerId: null, party: null, text: proposedText }
  const { id } = await desk.call('proposals.add', put)
  await waitFor(() => expect(text().value).toBe(''))
  await user.type(text(), 'Budsjettet økes.')
  await desk.call('proposals.remove', { id })
  await waitFor(() => expect(screen.queryByText('Fremsatt')).toBeNull())
  expect(text().value).toBe('Budsjettet økes.')
})

test('opened before its day, the meeting asks which day it is, and moves there', async () => {
  const desk = await aSession({ open: false })
  await desk.call('meetings.revise', { id: desk.meetingId, changes: { startsOn: '2026-09-24' } })
  const { user } = await sessionAt(desk)
  await user.click(await screen.findByRole('button', { name: 'Åpne møtet' }))
  const question = within(await screen.findByRole('dialog', { name: 'Hvilken dag åpnes møtet?' }))
  question.getByText('Møtet er planlagt til 24.09.2026. Åpnes det en annen dag, flyttes det dit.')
  expect(question.getByRole<HTMLInputElement>('textbox', { name: /Åpnet dag/ }).value).toBe('15.09.2026')
  await user.click(question.getByRole('button', { name: 'Åpne møtet' }))
  await screen.findByText(/Møtet er i gang/)
  expect((await desk.open(desk.meetingId)).meeting.startsOn).toBe('2026-09-15')
})
