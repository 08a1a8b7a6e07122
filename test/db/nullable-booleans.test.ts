import { expect, test } from 'vitest'
import { aMeetingDesk } from './a-meeting.ts'

test('whether a decision may be appealed stays unsaid where nobody said it', async () => {
  const desk = await aMeetingDesk()
  const { id } = await desk.aMeeting()
  const { id: itemId } = await desk.anItem(id)
  await desk.call('meetings.start', { id, openedAt: '09:00' })
  const taken = await desk.decide(itemId)
  const read = async () => (await desk.open(id)).items[0]?.decisions[0]?.appealable
  expect(await read()).toBeNull()
  await desk.call('decisions.revise', { id: taken.id, changes: { appealable: false } })
  expect(await read()).toBe(false)
})
