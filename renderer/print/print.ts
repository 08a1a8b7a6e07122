/** The page that a hidden window prints (`electron/main/print-pages.ts`). It has no bridge: its document lies at a one-time address. */
import { layForPrint } from '#renderer/components/paper/print-pages.ts'
import { drawWord } from '#renderer/components/paper/word-pages.ts'

declare global {
  /** Settled when the pages can be printed; rejected with what is wrong. */
  var fyrPages: Promise<'ready'> | undefined
}

globalThis.fyrPages = show()

async function show(): Promise<'ready'> {
  const answer = await fetch(`/pages/${location.hash.slice(1)}`)
  if (!answer.ok) throw new Error(`the document was not given: ${answer.status}`)
  const drawn = drawWord(new Uint8Array(await answer.arrayBuffer()))
  await layForPrint(drawn)
  return 'ready'
}
