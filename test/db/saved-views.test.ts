import { expect, it } from 'vitest'
import { aBackend } from './a-backend.ts'

const register = 'companies' as const

it('are listed per register, in the order they were made', async () => {
  const desk = await aBackend()
  await desk.call('views.save', { register, name: 'Store', search: { bands: ['250+'] } })
  await desk.call('views.save', { register: 'visits', name: 'Haster', search: { flags: ['urgent'] } })
  await desk.call('views.save', {
    register,
    name: 'Aldri besøkt',
    search: { sort: 'lastVisit', deep: { a: [1, null] } },
  })
  const views = await desk.call('views.list', { register })
  expect(views.map(({ name, search }) => ({ name, search }))).toEqual([
    { name: 'Store', search: { bands: ['250+'] } },
    { name: 'Aldri besøkt', search: { sort: 'lastVisit', deep: { a: [1, null] } } },
  ])
})

it('saving under a name that is there overwrites it in one change, and one undo brings the old one back', async () => {
  const desk = await aBackend()
  const first = await desk.call('views.save', { register, name: 'Store', search: { bands: ['250+'] } })
  const again = await desk.ask('views.save', { register, name: 'store', search: { bands: ['100-249'] } })
  expect(again).toMatchObject({ ok: true, value: { id: first.id, name: 'store', search: { bands: ['100-249'] } } })
  expect(await desk.call('views.list', { register })).toHaveLength(1)
  await desk.call('history.undo', { stamp: (again.ok && again.change) || '' })
  expect(await desk.call('views.list', { register })).toMatchObject([{ name: 'Store', search: { bands: ['250+'] } }])
})

it('a new name may not be that of another view of the register', async () => {
  const desk = await aBackend()
  await desk.call('views.save', { register, name: 'Store', search: {} })
  const small = await desk.call('views.save', { register, name: 'Små', search: {} })
  const problem = await desk.problemOf('views.rename', { id: small.id, name: 'STORE' })
  expect(problem.fields?.name).toMatchObject({ key: 'problems.field.viewNameTaken', params: { name: 'STORE' } })
  await desk.call('views.rename', { id: small.id, name: 'små' })
  await desk.call('views.save', { register: 'visits', name: 'Store', search: {} })
  expect((await desk.call('views.list', { register })).map(({ name }) => name)).toEqual(['Store', 'små'])
})

it('a removed view is gone from the list, its name is free, and undo brings it back', async () => {
  const desk = await aBackend()
  const view = await desk.call('views.save', { register, name: 'Store', search: {} })
  const removed = await desk.ask('views.remove', { id: view.id })
  expect(await desk.call('views.list', { register })).toEqual([])
  expect((await desk.problemOf('views.rename', { id: view.id, name: 'Ny' })).code).toBe('notFound')
  await desk.call('history.undo', { stamp: (removed.ok && removed.change) || '' })
  expect(await desk.call('views.list', { register })).toMatchObject([{ name: 'Store' }])
})

it.each([
  ['without a name', { name: ' ' }, 'name', 'problems.field.required'],
  ['of no register', { register: 'persons' }, 'register', 'problems.field.notInList'],
] as const)('a view %s is refused', async (_what, given, field, key) => {
  const desk = await aBackend()
  const input = { register, name: 'Store', search: {}, ...given }
  // The compiler forbids a register that is none; a window of another version doesn't.
  const problem = await desk.problemOf('views.save', input as never)
  expect(problem.fields?.[field]?.key).toBe(key)
})

it('a view larger than any filter is refused', async () => {
  const desk = await aBackend()
  const search = { text: 'x'.repeat(20_001) }
  expect((await desk.problemOf('views.save', { register, name: 'Store', search })).code).toBe('tooLarge')
})
