import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Notification, PowerMonitor } from 'electron'
import { z } from 'zod'
import { createClient, type Host } from '#shared/contract/client.ts'
import { timeZoneOf } from '#shared/domain/days.ts'
import { dayToTell } from '#shared/domain/overdue-notices.ts'
import type { Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'

interface Given {
  readonly backend: Host
  readonly language: () => Language
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  /** `notices.json` of Fyr's own folder: which file was last told of on which day. */
  readonly kept: string
  /** Shows a notice of the system, and calls back when it is pressed. */
  readonly show: (notice: { title: string; body: string }, pressed: () => void) => void
  readonly openList: () => void
  readonly now?: () => Date
}

const told = z.record(z.string(), z.iso.date())
/** The clock on the wall is read each time, so a machine that slept is not late by as long as it slept. */
const everyMs = 10 * 60_000

/**
 * Tells of follow-ups past their day, where the user has asked for it. A number and nothing else: a notice stands on a locked screen and on
 * a wall in a meeting, and which company it is about may be confidential.
 */
export function tellOfFollowUps(given: Given): { readonly onFile: (path: string | null) => void } {
  const { backend, language, powerMonitor, kept, show, openList, now = () => new Date() } = given
  const client = createClient(backend)
  let file: string | null = null
  let looking = false
  const look = async () => {
    const name = file
    if (name === null || looking) return
    looking = true
    try {
      const preferences = await client.ask('preferences.show', {})
      if (!preferences.ok || !preferences.value.followUpNotices) return
      const [current, count] = await Promise.all([
        client.ask('workspace.current', {}),
        client.ask('followUps.count', { filter: { state: 'overdue', ownerId: preferences.value.me } }),
      ])
      // Another file may have been opened meanwhile.
      if (!current.ok || !current.value || !count.ok || file !== name) return
      const days = read(kept)
      const { country } = current.value.partnership
      const day = dayToTell(count.value, days[name] ?? null, now(), timeZoneOf(country))
      if (day === null) return
      write(kept, { ...days, [name]: day })
      const t = translator(language())
      const which = preferences.value.me === null ? 'all' : 'own'
      const title = t(`shell.notices.${which}`, { count: count.value })
      show({ title, body: t('shell.notices.body') }, openList)
    } finally {
      looking = false
    }
  }
  backend.onChanged((topics) => {
    if (['followUps', 'preferences', 'workspace'].some((topic) => topics.some((it) => it === topic))) void look()
  })
  powerMonitor.on('resume', () => void look())
  setInterval(() => void look(), everyMs).unref()
  return {
    onFile(path) {
      // Not the path itself: the list of days is no list of files.
      file = path === null ? null : createHash('sha256').update(path).digest('hex').slice(0, 16)
      void look()
    },
  }
}

function read(file: string): z.infer<typeof told> {
  try {
    return told.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}

function write(file: string, days: z.infer<typeof told>): void {
  try {
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(days).slice(-50))))
  } catch {
    // A disk that refuses costs a notice too many.
  }
}

type SystemNotice = Pick<Notification, 'show'> & { on(event: 'click', listener: () => void): unknown }

/** Shows notices one at a time, without a sound; the last is held, for one that nobody holds does not hear that it is pressed. */
export function systemNotices(make: (options: { title: string; body: string; silent: boolean }) => SystemNotice) {
  const held = new Set<SystemNotice>()
  return (notice: { title: string; body: string }, pressed: () => void): void => {
    const made = make({ ...notice, silent: true })
    held.clear()
    held.add(made)
    made.on('click', pressed)
    made.show()
  }
}
