import { createHash } from 'node:crypto'
import type { InputOf } from '#shared/contract/dispatcher.ts'
import { problem } from '#shared/contract/problem.ts'
import type { MeetingPaper } from '#shared/documents/meeting-paper.ts'
import { translator } from '#shared/i18n/translator.ts'
import { type AreaHandlers, type Context, change, today } from '../context.ts'
import { isHandEdited, rememberPaper } from '../hand-edits.ts'
import { assemblePaper, type PaperChoice } from '../meeting-papers.ts'
import { houseStyleOf } from '../package-layout.ts'
import { newestDataStamp } from '../repositories/packages.ts'
import { nextPaperVersion, papersOf } from '../repositories/papers.ts'
import { saveMadeFile } from '../save-made-file.ts'
import { read, type Store } from '../store.ts'

export const paperHandlers: AreaHandlers<'papers'> = {
  'papers.preview': (choice, context) => paper(context, choice),

  'papers.export': (input, context) => {
    const { files, rendering, store } = context
    const shown = paper(context, input)
    const style = houseStyleOf(store)
    const stem = fileStem(shown)
    const jobId = context.jobs.start(async (report, signal) => {
      report({ step: 'packages.steps.layout' })
      const bytes = await rendering.renderPaper(
        shown,
        style,
        input.format,
        `${stem}.docx`,
        (share) => report({ progress: share * 0.9 }),
        signal,
      )
      // Of a paper that is saved later only this is remembered beside its bytes.
      const made = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength }
      return saveMadeFile(
        files,
        {
          name: `${stem}.${input.format}`,
          kind: input.format,
          bytes,
          async mayWriteTo(path) {
            if (!input.overEdits && (await isHandEdited(store, context.workspaces.preferences, path))) {
              throw problem('conflict', 'problems.handEdited')
            }
          },
          saved: ({ name }, path) => keepRecord(context, store, input, { fileName: name, made, path }),
        },
        report,
        signal,
      )
    })
    return { jobId }
  },

  'papers.list': ({ meetingId }, { store }) => {
    read(store, 'meetings', meetingId)
    return papersOf(store, meetingId)
  },
}

function paper(context: Context, choice: PaperChoice): MeetingPaper {
  return assemblePaper(context.store, choice, { today: today(context), madeBy: context.actor.name })
}

interface Fingerprint {
  readonly sha256: string
  readonly size: number
}

/** Keeps what was made and from which data. A file opened for reading can still give papers; they are not recorded. */
function keepRecord(
  context: Context,
  store: Store,
  input: InputOf<'papers.export'> & PaperChoice,
  { fileName, made, path }: { readonly fileName: string; readonly made: Fingerprint; readonly path: string },
): void {
  // The file may have been closed while the dialog stood open.
  if (store.readOnly || !store.db.open) return
  const dataStamp = newestDataStamp(store)
  const id = context.newId()
  change({ ...context, store }, (write) => {
    write.insert('papers', {
      id,
      meetingId: input.meetingId,
      bodyId: input.bodyId,
      kind: input.kind,
      decisionId: input.decisionId ?? null,
      language: input.language,
      format: input.format,
      redacted: input.redacted,
      fileName,
      ...made,
      version: nextPaperVersion(store, input),
      madeOn: context.clock.now(),
      madeBy: context.actor.name,
      dataStamp,
    })
  })
  rememberPaper(context.workspaces.preferences, id, path)
  context.announce(['papers', 'meetings'])
}

/** `Møteprotokoll Styret 2026-03-12`; a draft and a redacted one say so, since files travel without their covers. */
export function fileStem(paper: MeetingPaper): string {
  const t = translator(paper.language)
  const decision = paper.extractOf === null ? undefined : paper.items[paper.extractOf.item]?.numberText
  return [
    t(`codes.paperKind.${paper.kind}`),
    paper.body.name,
    decision?.replaceAll('/', '-'),
    paper.meeting?.startsOn,
    paper.kind === 'minutes' && paper.minutes?.status !== 'approved' ? t('papers.file.draft') : null,
    paper.redacted ? t('papers.file.redacted') : null,
  ]
    .filter(Boolean)
    .join(' ')
}
