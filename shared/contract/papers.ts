import { z } from 'zod'
import { meetingPaper } from '#shared/documents/meeting-paper.ts'
import { paper, paperKinds } from '#shared/domain/records/meeting.ts'
import { id, language } from '#shared/domain/values.ts'
import { command, query } from './operation.ts'

/** Which paper: of a meeting, of one decision (`extract`), or of a body over all its meetings (`followUpList` without a meeting). */
const choice = {
  kind: z.enum(paperKinds),
  bodyId: id,
  meetingId: id.nullable(),
  decisionId: id.nullable().default(null),
  language,
  /** Holds back confidential items: the version that may be shown to anybody. */
  redacted: z.boolean(),
}
export const paperChoice = z.strictObject(choice)

export const paperOperations = {
  /** The paper's content as it would be exported now; minutes in review and later come as they were frozen. */
  'papers.preview': query({
    input: paperChoice,
    output: meetingPaper,
    reads: ['meetings', 'bodies', 'bodyMembers', 'persons', 'partners', 'decisions', 'actions', 'partnership'],
  }),
  /**
   * Starts making the file; follow it with `jobs.show`. `eml` is a mail draft with the paper attached, `ics` the calendar entry.
   * The job fails with `handEdited` where the chosen file was changed since Fyr wrote it, unless `overEdits`.
   */
  'papers.export': command({
    input: z.strictObject({
      ...choice,
      format: z.enum(['docx', 'eml', 'ics']),
      overEdits: z.boolean().default(false),
    }),
    output: z.object({ jobId: z.string() }),
    touches: ['jobs', 'papers'],
  }),
  'papers.list': query({
    input: z.strictObject({ meetingId: id }),
    output: z.array(paper),
    reads: ['papers'],
  }),
}
