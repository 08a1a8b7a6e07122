import { z } from 'zod'
import { adjustment, minutes } from '#shared/domain/records/meeting.ts'
import { day, id } from '#shared/domain/values.ts'
import { command } from './operation.ts'

export const minutesOperations = {
  /** Chooses the adjusters of a meeting, the chair left out (the chair always signs). Before review begins. */
  'minutes.chooseAdjusters': command({
    input: z.strictObject({ meetingId: id, personIds: z.array(id).max(4, 'problems.field.tooMany') }),
    output: z.array(adjustment),
    touches: ['meetings'],
  }),
  /** Freezes the minutes as a version and asks the adjusters. */
  'minutes.sendToReview': command({
    input: z.strictObject({
      meetingId: id,
      language: z.enum(['nb', 'sv', 'en']),
      dueOn: day.nullable().default(null),
    }),
    output: minutes,
    touches: ['meetings'],
  }),
  /** What an adjuster says. A refusal (with its comment) returns the minutes to the secretary: the meeting is `held` again. */
  'minutes.adjust': command({
    input: z.strictObject({
      id,
      verdict: z.enum(['approved', 'refused']),
      comment: z.string().max(100_000).default(''),
      decidedOn: day,
      place: z.string().max(200).default(''),
    }),
    output: adjustment,
    touches: ['meetings'],
  }),
  /**
   * Makes the minutes final and locks all that the meeting holds. `approvedInId` by the rule "in the next meeting". `minutesId` is the
   * version that the user read: where another was sent to review since, it is refused with `conflict`.
   */
  'minutes.approve': command({
    input: z.strictObject({
      meetingId: id,
      minutesId: id,
      approvedOn: day,
      approvedInId: id.nullable().default(null),
      /** True after the user was told that the Word file was edited by hand. */
      despiteEdits: z.boolean().default(false),
    }),
    output: minutes,
    touches: ['meetings', 'decisions'],
  }),
  /** Opens approved minutes again, with a reason; the approved version is kept. */
  'minutes.reopen': command({
    input: z.strictObject({ meetingId: id, reason: z.string().max(10_000) }),
    output: minutes,
    touches: ['meetings', 'decisions'],
  }),
}
