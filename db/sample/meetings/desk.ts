import type { InputOf, OperationName, OutputOf } from '#shared/contract/dispatcher.ts'
import { contract } from '#shared/contract/index.ts'
import type { Day } from '#shared/domain/values.ts'
import type { Context } from '../../context.ts'
import { actionHandlers } from '../../handlers/actions.ts'
import { agendaItemHandlers } from '../../handlers/agenda-items.ts'
import { agendaTemplateHandlers } from '../../handlers/agenda-templates.ts'
import { attachmentHandlers } from '../../handlers/attachments.ts'
import { attendanceHandlers } from '../../handlers/attendances.ts'
import { bodyMemberHandlers } from '../../handlers/body-members.ts'
import { commitmentHandlers } from '../../handlers/commitments.ts'
import { decisionHandlers } from '../../handlers/decisions.ts'
import { itemPartHandlers } from '../../handlers/item-parts.ts'
import { meetingHandlers } from '../../handlers/meetings.ts'
import { milestoneHandlers } from '../../handlers/milestones.ts'
import { minutesHandlers } from '../../handlers/minutes.ts'
import { partnerHandlers } from '../../handlers/partners.ts'
import { planHandlers } from '../../handlers/plans.ts'
import { projectHandlers } from '../../handlers/projects.ts'
import { registerHandlers } from '../../handlers/registers.ts'
import { voteHandlers } from '../../handlers/votes.ts'
import type { Store } from '../../store.ts'
import type { Random } from '../random.ts'

const handlers = {
  ...registerHandlers,
  ...partnerHandlers,
  ...bodyMemberHandlers,
  ...agendaTemplateHandlers,
  ...meetingHandlers,
  ...attendanceHandlers,
  ...agendaItemHandlers,
  ...itemPartHandlers,
  ...voteHandlers,
  ...decisionHandlers,
  ...actionHandlers,
  ...minutesHandlers,
  ...attachmentHandlers,
  ...commitmentHandlers,
  ...planHandlers,
  ...projectHandlers,
  ...milestoneHandlers,
}
type Name = keyof typeof handlers & OperationName
/** Operations that answer at once; saving a copy asks a person first. */
type Handled = Exclude<Name, 'attachments.saveCopy'>

/** Somebody at work in the file: does what the screens would call, at a time of its own. */
export interface Desk {
  readonly store: Store
  /** The wall clock goes on to this time of the place; it never goes back. */
  at(day: Day, time: string): void
  /** Runs an operation as a person's click would: the input parsed, the rules kept, one change. */
  call<N extends Handled>(name: N, input: InputOf<N>): OutputOf<N>
}

/** The desk of the secretariat's first person over an open file. `clock.now` is UTC milliseconds. */
export function createDesk(
  store: Store,
  clock: { now: number },
  random: Random,
  actor: { readonly personId: string; readonly name: string },
): Desk {
  const enter = (operation: string): Context => ({
    store,
    clock: { now: () => new Date(clock.now).toISOString() },
    newId: () => random.id(clock.now),
    get files(): never {
      return notHere('files')
    },
    get rendering(): never {
      return notHere('rendering')
    },
    get pdf(): never {
      return notHere('pdf')
    },
    get jobs(): never {
      return notHere('jobs')
    },
    get troubles(): never {
      return notHere('troubles')
    },
    get backups(): never {
      return notHere('backups')
    },
    get checks(): never {
      return notHere('checks')
    },
    get codes(): never {
      return notHere('codes')
    },
    get searchRebuild(): never {
      return notHere('search to rebuild')
    },
    get supervision(): never {
      return notHere('supervision')
    },
    workspaces: notOpened,
    actor,
    announce: () => {},
    operation,
    wrote: () => {},
    committing: () => {},
  })
  return {
    store,
    at(day, time) {
      clock.now = Math.max(clock.now, instantAt(day, time))
    },
    call<N extends Handled>(name: N, input: InputOf<N>): OutputOf<N> {
      // The table's own type ties each name to its input; an index by a type parameter loses the tie.
      const handler = handlers[name] as unknown as (input: unknown, context: Context) => OutputOf<N>
      return handler(contract[name].input.parse(input), enter(name))
    },
  }
}

function notHere(what: string): never {
  throw new Error(`making a sample has no ${what}`)
}

/** Nobody has chosen a language or saved a paper on this device. */
const notOpened: Context['workspaces'] = {
  preferences: {
    get: () => ({
      language: null,
      theme: 'system',
      followUpNotices: false,
      deviceName: '',
      device: '',
      me: {},
      papers: [],
      backupPlaces: {},
      packageFiles: {},
      recent: [],
    }),
    set: () => notHere('preferences to set'),
    opened: () => notHere('recent files'),
    recent: () => [],
    pathOf: () => undefined,
  },
  store: () => notHere('open file'),
  file: () => null,
  fileId: () => null,
  me: () => null,
  show: () => null,
  create: () => notHere('files to create'),
  open: () => notHere('files to open'),
  openSample: () => notHere('samples to open'),
  swap: () => notHere('open file'),
  foundDamaged: () => notHere('open file'),
  lookAgain: () => notHere('open file'),
  acknowledge: () => notHere('open file'),
  close: () => {},
}

/** UTC milliseconds of a wall time in Norway or Sweden; an hour wrong for some days about the change to winter time, which nobody sees. */
export function instantAt(day: Day, time: string): number {
  const summer = day.slice(5) >= '03-31' && day.slice(5) < '10-25'
  return Date.parse(`${day}T${time}:00.000Z`) - (summer ? 2 : 1) * 3_600_000
}
