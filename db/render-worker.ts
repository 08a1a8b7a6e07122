import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '#shared/contract/problem.ts'
import { redactPaper } from '#shared/documents/redact-paper.ts'
import type { DocumentWork } from './rendering.ts'

const work = workerData as DocumentWork
const onProgress = (share: number, step: string) => parentPort?.postMessage({ share, step })

parentPort?.postMessage({ result: work.what === 'check' ? await findingsIn(work) : await bytesOf(work) })

async function findingsIn({ bytes, format, exempt }: Extract<DocumentWork, { what: 'check' }>) {
  const { checkDocument } = await import('#shared/documents/check/check-document.ts')
  const { exemptIn } = await import('#shared/documents/check/exempt-texts.ts')
  try {
    return [...exemptIn(bytes, exempt.texts, exempt.open), ...checkDocument(bytes, format)]
  } catch (cause) {
    if (cause instanceof ProblemError && cause.problem.code === 'tooLarge') return null
    throw cause
  }
}

/** Each library loads only for the document that needs it. */
async function bytesOf(asked: Exclude<DocumentWork, { what: 'check' }>): Promise<Uint8Array> {
  if (asked.what === 'package') {
    return asked.format === 'docx'
      ? (await import('#shared/documents/board-package-docx.ts')).renderBoardPackageDocx(
          asked.snapshot,
          onProgress,
          asked.files,
        )
      : (await import('#shared/documents/board-package-xlsx.ts')).renderBoardPackageXlsx(asked.snapshot, onProgress)
  }
  if (asked.what === 'partner') {
    return (await import('#shared/documents/partner-docx.ts')).renderPartnerPaperDocx(
      asked.paper,
      onProgress,
      asked.style,
    )
  }
  if (asked.what === 'plan') {
    return (await import('#shared/documents/plan-docx.ts')).renderPlanPaperDocx(asked.paper, onProgress, asked.style)
  }
  if (asked.what === 'workbook') {
    return (await import('#shared/documents/workbook.ts')).writeWorkbook(asked.spec)
  }
  const docx = async () =>
    (await import('#shared/documents/meeting-docx.ts')).renderMeetingPaperDocx(asked.paper, onProgress, asked.style)
  // A calendar is shown to many: its entry holds nothing confidential, whatever the paper beside it does.
  const ics = async () =>
    new TextEncoder().encode(
      (await import('#shared/documents/meeting-ics.ts')).renderMeetingIcs(redactPaper(asked.paper)),
    )
  if (asked.format === 'docx') return docx()
  if (asked.format === 'ics') return ics()
  const { mailDraft } = await import('./mail-draft.ts')
  return mailDraft(asked.paper, { name: asked.fileName, docx: await docx(), ics: await ics() })
}
