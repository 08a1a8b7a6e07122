import { describe, expect, it } from 'vitest'
import fc from '#test/random.ts'
import { aMeetingDesk, type MeetingDesk } from './a-meeting.ts'

/** Often what makes numbers, now and then what might make a gap. */
const weighted = [
  ...Array(3).fill('plan'),
  ...Array(6).fill('add'),
  ...Array(4).fill('close'),
  ...['drop', 'cancel', 'remove', 'review', 'review', 'reopen'],
] as string[]
const steps = fc.array(
  fc.record({
    does: fc.constantFrom(...weighted),
    which: fc.nat(5),
    type: fc.constantFrom('information' as const, 'heading' as const, 'discussion' as const),
    startsOn: fc.constantFrom('2026-03-01', '2026-06-01', '2027-01-15'),
  }),
  { minLength: 25, maxLength: 40 },
)
const words = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Sagt.' }] }],
}

/** Takes a step; one that the rules refuse is no step. */
async function take(
  desk: MeetingDesk,
  meetings: readonly string[],
  step: { does: string; which: number; type: 'information' | 'heading' | 'discussion' },
) {
  const id = meetings[step.which % Math.max(1, meetings.length)]
  if (id === undefined) return
  switch (step.does) {
    case 'add': {
      const made = await desk.ask('agendaItems.add', {
        bodyId: desk.bodyId,
        meetingId: id,
        type: step.type,
        title: 'Sak',
      })
      if (!made.ok) return
      const { createdStamp: basedOn } = made.value
      await desk.ask('agendaItems.write', { id: made.value.id, field: 'minutesText', content: words, basedOn })
      return
    }
    case 'drop': {
      const detail = await desk.ask('meetings.open', { id })
      const item = detail.ok ? detail.value.items.at(-1)?.item.id : undefined
      if (item) await desk.ask('agendaItems.remove', { id: item })
      return
    }
    case 'close':
      await desk.ask('meetings.start', { id, openedAt: '09:00' })
      await desk.ask('attendances.call', { meetingId: id, answers: await everybody(desk, id) })
      await desk.ask('meetings.close', { id, adjournedAt: '10:00' })
      return
    case 'cancel':
      await desk.ask('meetings.cancel', { id, reason: 'Syk' })
      return
    case 'remove':
      await desk.ask('meetings.remove', { id })
      return
    case 'review':
      await desk.ask('minutes.sendToReview', { meetingId: id, language: 'nb' })
      return
    case 'reopen':
      await desk.ask('minutes.reopen', { meetingId: id, reason: 'Feil' })
  }
}
async function everybody(desk: MeetingDesk, id: string) {
  const detail = await desk.ask('meetings.open', { id })
  return detail.ok ? detail.value.attendances.map((row) => ({ id: row.id, status: 'present' as const })) : []
}

describe('numbers in the database', () => {
  it('have no gaps and no repeats under any order of closing, cancelling, removing and opening again', async () => {
    let given = 0
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const desk = await aMeetingDesk()
        const meetings: string[] = []
        for (const step of taken) {
          if (step.does === 'plan' || meetings.length === 0) {
            meetings.push((await desk.aMeeting({ startsOn: step.startsOn })).id)
          } else await take(desk, meetings, step)
        }
        const series = new Map<string, number[]>()
        for (const id of meetings) {
          const detail = await desk.ask('meetings.open', { id })
          if (!detail.ok) continue
          const { meeting, items } = detail.value
          if (meeting.number !== null) {
            const key = `meetings ${meeting.numberYear}`
            series.set(key, [...(series.get(key) ?? []), meeting.number])
          }
          expect(meeting.number === null).toBe(['planned', 'noticeSent', 'cancelled'].includes(meeting.status))
          for (const { item } of items) {
            if (item.number === null || item.numberSeries === null) continue
            series.set(item.numberSeries, [...(series.get(item.numberSeries) ?? []), item.number])
          }
        }
        for (const numbers of series.values()) {
          given += numbers.length
          expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
        }
        await desk.backend.close()
      }),
      { numRuns: 10 },
    )
    // A run in which every step was refused proves nothing.
    expect(given).toBeGreaterThan(24)
  }, 60_000)
})
