import { expect, test } from 'vitest'
import { faultOf, watchFaults } from '#renderer/lib/faults.ts'
import { contract } from '#shared/contract/index.ts'

test('a fault keeps its kind and places in our code, and not a word of its message', () => {
  const error = new TypeError('Cannot read “Kari Berg” of 14500')
  error.stack = `TypeError: Cannot read “Kari Berg” of 14500
    at at 12:34:56 with Ola (notes.txt)
    at VisitHeader (http://127.0.0.1:4711/assets/visits-screen-B1x_2.js:12:345)
    at async http://127.0.0.1:4711/assets/index-C$.js:1:99999
    at Array.map (<anonymous>)`
  const fault = faultOf('screen', error)
  expect(fault).toEqual({
    kind: 'screen',
    name: 'TypeError',
    places: ['visits-screen-B1x_2.js:12:345', 'index-C$.js:1:99999'],
  })
  expect(contract['app.noteFault'].input.safeParse(fault).success).toBe(true)
})

test.each([['a text'], [undefined], [{ name: 'Kari' }], [Object.assign(new Error('x'), { name: 'Kari Berg' })]])(
  'what was thrown may be anything: %j',
  (thrown) => {
    const fault = faultOf('rejection', thrown)
    expect(fault.name).toBe('Unknown')
    expect(contract['app.noteFault'].input.safeParse(fault).success).toBe(true)
  },
)

test('what nobody catches is noted, and no more than twenty of them', () => {
  const target = new EventTarget()
  const asked: unknown[][] = []
  // The window as far as faults go: it listens, and the client is asked.
  watchFaults({ ask: (async (...given: unknown[]) => asked.push(given)) as never }, target as unknown as Window)
  target.dispatchEvent(Object.assign(new Event('error'), { error: null }))
  expect(asked).toEqual([])
  target.dispatchEvent(Object.assign(new Event('error'), { error: new RangeError('secret') }))
  target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'secret' }))
  expect(asked).toMatchObject([
    ['app.noteFault', { kind: 'error', name: 'RangeError' }],
    ['app.noteFault', { kind: 'rejection', name: 'Unknown' }],
  ])
  expect(JSON.stringify(asked)).not.toContain('secret')
  for (let more = 0; more < 40; more += 1) {
    target.dispatchEvent(Object.assign(new Event('error'), { error: new Error() }))
  }
  expect(asked).toHaveLength(20)
})
