import { expect, test } from 'vitest'
import { aBackend } from '../a-backend.ts'

test('an area moves among its plan’s, the numbers stay, and one undo puts all back', async () => {
  const desk = await aBackend()
  const plan = await desk.call('plans.add', { title: 'Næringsplan' })
  const add = (number: number, title: string) => desk.call('focusAreas.add', { planId: plan.id, number, title })
  await add(1, 'Kompetanse')
  const land = await add(3, 'Areal')
  await add(4, 'Klima')
  const order = async () =>
    (await desk.call('plans.list', {}))[0]?.areas.map(({ number, title }) => `${number} ${title}`)
  await desk.call('focusAreas.move', { id: land.id, number: 1 })
  expect(await order()).toEqual(['1 Areal', '3 Kompetanse', '4 Klima'])
  await desk.call('focusAreas.move', { id: land.id, number: 4 })
  expect(await order()).toEqual(['1 Kompetanse', '3 Klima', '4 Areal'])
  const [last] = (await desk.call('history.latest', { cursor: null, limit: 1 })).rows
  await desk.call('history.undo', { stamp: last?.stamp ?? '' })
  expect(await order()).toEqual(['1 Areal', '3 Kompetanse', '4 Klima'])
})
