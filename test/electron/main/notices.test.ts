import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { systemNotices, tellOfFollowUps } from '#electron/main/notices.ts'
import type { Topic } from '#shared/contract/operation.ts'
import { aFolder } from '../folders.ts'

afterEach(() => {
  vi.useRealTimers()
})

function aDesk(start: { notices?: boolean; overdue?: number; me?: string | null; at?: string; folder?: string } = {}) {
  const state = { notices: true, overdue: 2, me: null, at: '2026-11-23T10:00:00Z', country: 'NO', ...start }
  const listeners: ((topics: readonly Topic[]) => void)[] = []
  const powerMonitor = new EventEmitter()
  const shown: string[] = []
  const asked: unknown[] = []
  let press = () => {}
  let lists = 0
  const kept = join(start.folder ?? aFolder(), 'notices.json')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const answers: Record<string, () => unknown> = {
    'preferences.show': () => ({ followUpNotices: state.notices, me: state.me }),
    'workspace.current': () => ({ partnership: { country: state.country } }),
    'followUps.count': () => state.overdue,
  }
  const notices = tellOfFollowUps({
    backend: {
      call: async (name, input) => {
        if (name === 'followUps.count') asked.push(input)
        return { ok: true, value: answers[name]?.(), change: null }
      },
      onChanged: (listener) => {
        listeners.push(listener)
        return () => {}
      },
    },
    language: () => 'nb',
    // Of which only `on` is used; Electron's gives back the whole monitor.
    powerMonitor: powerMonitor as unknown as Parameters<typeof tellOfFollowUps>[0]['powerMonitor'],
    kept,
    show: ({ title, body }, pressed) => {
      shown.push(`${title} ${body}`)
      press = pressed
    },
    openList: () => {
      lists += 1
    },
    now: () => new Date(state.at),
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    state,
    shown,
    asked,
    kept,
    notices,
    press: () => press(),
    lists: () => lists,
    opened: (path: string | null) => {
      notices.onFile(path)
      return settle()
    },
    changed: (...topics: Topic[]) => {
      for (const listener of listeners) listener(topics)
      return settle()
    },
    resumed: () => {
      powerMonitor.emit('resume')
      return settle()
    },
    minutes: (count: number) => {
      vi.advanceTimersByTime(count * 60_000)
      return settle()
    },
  }
}

test('a file with overdue follow-ups is told of once a day, by number alone, and pressing it leads to the list', async () => {
  const desk = aDesk()
  await desk.opened('/home/kari/Øst.fyr')
  expect(desk.shown).toEqual(['2 oppfølginger er over fristen Klikk for å se listen i Fyr.'])
  desk.state.overdue = 5
  await desk.changed('followUps')
  await desk.minutes(60)
  await desk.resumed()
  expect(desk.shown).toHaveLength(1)
  desk.press()
  expect(desk.lists()).toBe(1)
  // Another file has a day of its own; where the files lie is written nowhere.
  await desk.opened('/home/kari/Vest.fyr')
  expect(desk.shown).toHaveLength(2)
  expect(readFileSync(desk.kept, 'utf8')).toMatch(/^\{"[0-9a-f]{16}":"2026-11-23","[0-9a-f]{16}":"2026-11-23"\}$/)
})

test('Fyr that is started anew the same day says nothing more; the next morning it does', async () => {
  const folder = aFolder()
  await aDesk({ folder }).opened('/a.fyr')
  const again = aDesk({ folder })
  await again.opened('/a.fyr')
  expect(again.shown).toEqual([])
  again.state.at = '2026-11-24T06:30:00Z'
  await again.minutes(10)
  expect(again.shown).toEqual([])
  again.state.at = '2026-11-24T07:30:00Z'
  await again.resumed()
  expect(again.shown).toHaveLength(1)
})

test('nobody who has not asked for it is told, and choosing it is heard at once', async () => {
  const desk = aDesk({ notices: false })
  await desk.opened('/a.fyr')
  expect(desk.asked).toEqual([])
  desk.state.notices = true
  await desk.changed('visits')
  expect(desk.shown).toEqual([])
  await desk.changed('preferences')
  expect(desk.shown).toHaveLength(1)
})

test('who has said who they are is told of their own', async () => {
  const desk = aDesk({ me: 'p1', overdue: 1 })
  await desk.opened('/a.fyr')
  expect(desk.asked).toEqual([{ filter: { state: 'overdue', ownerId: 'p1' } }])
  expect(desk.shown[0]).toMatch(/^Én av oppfølgingene dine/)
})

test('with no file open nothing is asked and nothing told', async () => {
  const desk = aDesk()
  await desk.minutes(30)
  await desk.opened('/a.fyr')
  await desk.opened(null)
  desk.state.at = '2026-11-24T10:00:00Z'
  await desk.minutes(30)
  expect([desk.asked.length, desk.shown.length]).toEqual([1, 1])
})

test('a notice makes no sound and hears that it is pressed', () => {
  const made: EventEmitter[] = []
  const did: unknown[] = []
  const show = systemNotices((options) => {
    did.push(options)
    const notice = Object.assign(new EventEmitter(), { show: () => did.push('shown') })
    made.push(notice)
    return notice
  })
  show({ title: 'To', body: '' }, () => did.push('pressed'))
  made[0]?.emit('click')
  expect(did).toEqual([{ title: 'To', body: '', silent: true }, 'shown', 'pressed'])
})
