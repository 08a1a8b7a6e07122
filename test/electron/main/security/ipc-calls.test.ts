import { expect } from 'vitest'
import * as rule from '#electron/main/security/ipc-calls.ts'
import { contract } from '#shared/contract/index.ts'
import { secured } from './secured.ts'

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { it: nested(depth - 1) })
const listed = (depth: number): unknown => (depth === 0 ? 'x' : [listed(depth - 1)])
const round: Record<string, unknown> = {}
round.round = [round]
const holes: unknown[] = []
// As many as the largest call has characters; there may be four billion.
holes.length = 60_000_000
const zeros = { few: new Array(1_000_000).fill(0), many: new Array(6_000_000).fill(0) }
const megabyte = 'x'.repeat(1024 * 1024)

secured(
  'electron/main/security/ipc-calls.ts',
  rule,
  {
    'a name that is no operation’s reaches for what objects inherit': ({ isCall }) => {
      for (const name of [
        undefined,
        null,
        5,
        {},
        ['visits.list'],
        '',
        'visits',
        '__proto__',
        'visits.',
        '.list',
        'a.b.c',
        'visits.list\n',
        ' visits.list',
        `${'x'.repeat(41)}.list`,
        `visits.${'x'.repeat(41)}`,
      ])
        expect(isCall([name, {}])).toBe(false)
    },
    'more comes with a call than the preload ever sends': ({ isCall }) => {
      for (const given of [[], ['visits.list'], ['visits.list', {}, {}]]) expect(isCall(given)).toBe(false)
    },
    'what is no plain data (a map, a buffer, an error) runs past the schemas': ({ isCall }) => {
      for (const input of [
        new Map(),
        new Set(),
        new Date(),
        new Uint8Array(9),
        new ArrayBuffer(9),
        new Error('x'),
        /x/,
        1n,
        Symbol('x'),
        () => 1,
        Object.create(null),
        Object.create({ admin: true }),
      ])
        for (const given of [input, [input], { it: input }, [0, input], { first: 1, it: input }])
          expect(isCall(['visits.save', given])).toBe(false)
    },
    'one call fills the memory of the worker': ({ isCall }) => {
      expect(isCall(['x.y', megabyte.repeat(44)])).toBe(true)
      expect(isCall(['x.y', megabyte.repeat(46)])).toBe(false)
      expect(isCall(['x.y', { it: Array.from({ length: 46 }, () => megabyte) }])).toBe(false)
      expect(isCall(['x.y', { [megabyte.repeat(46)]: 1 }])).toBe(false)
      // Little of it, but six million times.
      expect(isCall(['x.y', zeros.many])).toBe(false)
      expect(isCall(['x.y', zeros.few])).toBe(true)
    },
    'a list of nothing but holes costs the page nothing and the main process minutes': ({ isCall }) => {
      expect(isCall(['x.y', { it: holes }])).toBe(false)
    },
    'a value within itself, or nested past all sense, breaks whoever walks it': ({ isCall }) => {
      expect(isCall(['x.y', round])).toBe(false)
      for (const deep of [nested, listed]) {
        expect(isCall(['x.y', deep(50)])).toBe(true)
        expect(isCall(['x.y', deep(51)])).toBe(false)
        expect(isCall(['x.y', deep(3_000)])).toBe(false)
      }
    },
    'what Fyr’s own pages send is refused': ({ isCall }) => {
      const names = Object.keys(contract)
      expect(names.length).toBeGreaterThan(100)
      const input = { text: 'ø', none: null, left: undefined, list: [1, true, { a: [] }], more: {} }
      for (const name of names) expect(isCall([name, input])).toBe(true)
      for (const it of [undefined, null, 'x', 0, false, []]) expect(isCall(['visits.list', it])).toBe(true)
    },
  },
  {
    alike: {
      'value.length : 7': 'a value more or less of six million',
      'left < 7': 'seven characters of 45 million',
      'left >= 7': 'the same',
    },
    mutants: [
      ['45 * 1024', '450 * 1024'],
      ['= 50', '= 500'],
      ['/^[a-z', '/[a-z'],
      ['{1,40}$/', '{1,40}/'],
      ['? value.length : 8', '? 8 : 8'],
      [' : 8', ' : 0'],
      ['take(key, depth) && ', ''],
      [/depth \+ 1/g, 'depth'],
      ['Object.getPrototypeOf(value) !== Object.prototype', 'false'],
      ["['string', 'number', 'boolean', 'undefined']", "['string', 'number', 'boolean', 'undefined', 'bigint']"],
    ],
  },
)
