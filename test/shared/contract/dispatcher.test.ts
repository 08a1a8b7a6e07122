import { expect, it } from 'vitest'
import { z } from 'zod'
import { createDispatcher } from '#shared/contract/dispatcher.ts'
import { command, query } from '#shared/contract/operation.ts'
import { problem } from '#shared/contract/problem.ts'

/** Operations of no area, so that a search for a real one does not end here. */
const contract = {
  'lamps.count': query({ input: z.strictObject({ year: z.int() }), output: z.int(), reads: ['visits'] }),
  'lamps.light': command({ input: z.strictObject({}), output: z.string(), touches: ['visits', 'companies'] }),
}
interface Context {
  /** Makes it so many milliseconds since the start. */
  readonly reach: (ms: number) => void
}
type Handler = (input: never, context: Context) => unknown

/** The dispatcher over two handlers, with a clock that only the handlers move. */
function aDispatcher(handlers: Record<string, Handler>, checkOutput = false) {
  let ms = 0
  const reach = (at: number) => {
    ms = at
  }
  const logged: { level: string; operation: string; ms: number; cause?: unknown }[] = []
  const announced: string[][] = []
  const dispatch = createDispatcher<Context>({
    contract,
    handlers,
    enter: () => ({ context: { reach }, change: () => 'a stamp' }),
    announce: (topics) => announced.push([...topics]),
    log: (entry) => logged.push(entry),
    now: () => ms,
    checkOutput,
  })
  return { dispatch, logged, announced }
}

/** Takes so many milliseconds and gives 7. */
const seven =
  (ms: number): Handler =>
  (_input, { reach }) => {
    reach(ms)
    return 7
  }

it('logs an operation of more than 100 ms by its name, whether it succeeds or fails, and no quicker one', async () => {
  const slow = aDispatcher({ 'lamps.count': seven(212) })
  expect(await slow.dispatch('lamps.count', { year: 2026 })).toMatchObject({ ok: true, value: 7 })
  expect(slow.logged).toEqual([{ level: 'slow', operation: 'lamps.count', ms: 212 }])

  const failing = aDispatcher({
    'lamps.light': (_input, { reach }) => {
      reach(101)
      throw problem('refused', 'problems.refused')
    },
  })
  expect(await failing.dispatch('lamps.light', {})).toMatchObject({ ok: false, problem: { code: 'refused' } })
  expect(failing.logged).toEqual([{ level: 'slow', operation: 'lamps.light', ms: 101 }])

  const quick = aDispatcher({ 'lamps.count': seven(100) })
  await quick.dispatch('lamps.count', { year: 2026 })
  expect(quick.logged).toEqual([])
})

it('checks an answer against the contract where it is told to', async () => {
  const wrong: Record<string, Handler> = { 'lamps.count': () => 'seven' }
  const checking = aDispatcher(wrong, true)
  expect(await checking.dispatch('lamps.count', { year: 2026 })).toMatchObject({ problem: { code: 'internal' } })
  expect(checking.logged).toMatchObject([{ level: 'error', operation: 'lamps.count' }])
  expect(await aDispatcher(wrong).dispatch('lamps.count', { year: 2026 })).toMatchObject({ value: 'seven' })
})

it('says nothing of an unforeseen error but that it happened, and logs it', async () => {
  const cause = new Error('SELECT secret FROM visits')
  const { dispatch, logged } = aDispatcher({
    'lamps.light': () => {
      throw cause
    },
  })
  const reply = await dispatch('lamps.light', {})
  expect(reply).toEqual({ ok: false, problem: { code: 'internal', key: 'problems.internal' } })
  expect(logged).toEqual([{ level: 'error', operation: 'lamps.light', ms: 0, cause }])
})

it('announces what a command touched once it has succeeded, and nothing for a query or a failure', async () => {
  const good = aDispatcher({ 'lamps.light': () => 'lit', 'lamps.count': () => 1 })
  expect(await good.dispatch('lamps.light', {})).toEqual({ ok: true, value: 'lit', change: 'a stamp' })
  await good.dispatch('lamps.count', { year: 2026 })
  await good.dispatch('lamps.light', { unknown: 1 })
  expect(good.announced).toEqual([['visits', 'companies']])

  const failing = aDispatcher({
    'lamps.light': () => {
      throw problem('refused', 'problems.refused')
    },
  })
  await failing.dispatch('lamps.light', {})
  expect(failing.announced).toEqual([])
})

it.each(['__proto__', 'constructor', 'toString', 'lamps', 'lamps.remove', '', 7, null, {}])(
  'gives a problem for the name %j',
  async (name) => {
    const { dispatch } = aDispatcher({ 'lamps.light': () => 'lit' })
    expect(await dispatch(name as string, {})).toMatchObject({ ok: false, problem: { code: 'unknownOperation' } })
  },
)
