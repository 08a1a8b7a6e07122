import { expect, test } from 'vitest'
import { today } from '#test/db/a-backend.ts'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

const old = { collectedOn: '2022-01-01', reviewBy: '2025-01-01' }
const lineOf = (name: string) => within(screen.getByText(name).closest('li') as HTMLElement)

test('keeping a person moves the day on by the partnership’s own period, takes the line away, and can be undone', async () => {
  const desk = await aDeskOn()
  await desk.call('partnership.revise', { changes: { retentionMonths: 24 } })
  const contact = await desk.aContact({ givenName: 'Ada', familyName: 'Lien', ...old })
  const { user } = windowAt(desk, '/settings/personalData')
  await screen.findByText('Ada Lien')
  await user.click(lineOf('Ada Lien').getByRole('button', { name: /^Behold, vurder igjen 15\.0?9\.2028/ }))
  await screen.findByText('Ingen personopplysninger skal vurderes nå.')
  const { contacts } = await desk.call('companies.open', { id: contact.companyId })
  expect(contacts[0]?.reviewBy).toBe('2028-09-15')
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await screen.findByText('Ada Lien')
})

test('who objected can only be opened, at the company where anonymising is', async () => {
  const desk = await aDeskOn()
  const contact = await desk.aContact({ givenName: 'Nei', familyName: 'Takk', objectedOn: '2026-09-01' })
  const { user, history } = windowAt(desk, '/settings/personalData')
  await screen.findByText('Nei Takk')
  expect(lineOf('Nei Takk').queryByRole('button', { name: /^Behold/ })).toBeNull()
  await user.click(lineOf('Nei Takk').getByRole('button', { name: 'Åpne bedriften' }))
  await waitFor(() => expect(history.location.pathname).toBe(`/companies/${contact.companyId}`))
})

test('a person of a partner opens unfolded among the people, with the focus on it', async () => {
  const desk = await aDeskOn()
  await desk.call('persons.add', { givenName: 'Per', familyName: 'Moe', ...old })
  const { user } = windowAt(desk, '/settings/personalData')
  await screen.findByText('Per Moe')
  await user.click(lineOf('Per Moe').getByRole('button', { name: 'Åpne personen' }))
  const line = await screen.findByRole('button', { name: /^Per Moe/, expanded: true })
  await waitFor(() => expect(document.activeElement).toBe(line))
  await screen.findByDisplayValue('01.01.2025')
})

test('the way to the settings tells how many are due, and is silent when none is', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/settings/people')
  const link = await screen.findByRole('link', { name: 'Innstillinger' })
  const { companyId } = await desk.aContact(old)
  await desk.aContact({ companyId, collectedOn: '2022-01-01', reviewBy: today })
  await waitFor(() => expect(link.textContent).toContain('2 personer skal vurderes'))
  await user.click(link)
  await screen.findByRole('link', { name: /^Personopplysninger/ })
})
