/** What is half-written in a form with a button is kept as it is typed, found again by the next window, and let go with "Avbryt". */
import { expect, test } from 'vitest'
import { aDeskOn, cleanup, screen, waitFor, windowAt } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>

async function aBodyWithMeeting(desk: Desk): Promise<{ bodyId: string; meetingId: string }> {
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const meeting = await desk.call('meetings.plan', { bodyId: body.id, startsOn: '2026-10-01', startsAt: '09:00' })
  return { bodyId: body.id, meetingId: meeting.id }
}

interface Case {
  readonly form: string
  /** Where it is, and what opens it there. */
  readonly path: (desk: Desk) => Promise<string>
  readonly opens?: string
  readonly label: RegExp
  readonly key: RegExp
  /** Has no "Avbryt": what is added is typed over. */
  readonly stays?: true
}

const cases: readonly Case[] = [
  {
    form: 'a standard phrase',
    path: async (desk) => `/bodies/${(await aBodyWithMeeting(desk)).bodyId}?tab=phrases`,
    opens: 'Legg til standardtekst',
    label: /^Tekst/,
    key: /^body:.+:phrase$/,
  },
  {
    form: 'a sector',
    path: async () => '/settings/sectors',
    opens: 'Legg til bransje',
    label: /^Navn på norsk/,
    key: /^sector:new$/,
  },
  {
    form: 'an item of an agenda',
    path: async (desk) => `/meetings/${(await aBodyWithMeeting(desk)).meetingId}`,
    label: /^Ny sak/,
    key: /^meeting:.+:agendaItem$/,
    stays: true,
  },
  {
    form: 'a matter in the queue',
    path: async (desk) => {
      await aBodyWithMeeting(desk)
      return '/queue'
    },
    label: /^Tittel/,
    key: /^agendaItem:new$/,
    stays: true,
  },
]

test.each(cases)('$form, half-written', async ({ path, opens, label, key, stays }) => {
  const desk = await aDeskOn()
  const where = await path(desk)
  const show = async () => {
    const { user } = windowAt(desk, where)
    if (opens) await user.click(await screen.findByRole('button', { name: opens }))
    return { user, field: await screen.findByLabelText<HTMLInputElement>(label) }
  }
  const first = await show()
  await first.user.type(first.field, 'Halvt')
  const kept = async () => (await desk.call('drafts.list', {})).find((draft) => key.test(draft.key))?.text
  // While the window is there: what goes to the file only as it closes is lost in a crash.
  await waitFor(async () => expect(await kept()).toBe('Halvt'))
  cleanup()
  const again = await show()
  await waitFor(() => expect(again.field.value).toBe('Halvt'))
  if (stays) await again.user.clear(again.field)
  else await again.user.click(screen.getByRole('button', { name: 'Avbryt' }))
  await waitFor(async () => expect(await kept()).toBeUndefined())
})
