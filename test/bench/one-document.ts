/**
 * One document by one writer, in a process of its own: `node one-document.ts WRITER GIVEN OUT`. GIVEN is a snapshot for our writers
 * and content for the others, as JSON. Prints a `Written` as JSON; libraries load and templates are made before the time is taken.
 */
import { readFileSync, writeFileSync } from 'node:fs'

export interface WrittenDocument {
  readonly ms: number
  /** Of all threads of the process. */
  readonly cpu: number
  /** MB: of the process before the work, with what was given and the library, and at its peak. */
  readonly before: number
  readonly peak: number
}
export type Writer = 'ours' | 'ours, given content' | 'bare' | 'docxtemplater' | 'docx' | 'exceljs stream' | 'exceljs'

const [writer = '', given = '', out = ''] = process.argv.slice(2)
const work = await workOf(writer as Writer, JSON.parse(readFileSync(given, 'utf8')), given.endsWith('xlsx.json'))
const before = process.memoryUsage().rss
const used = process.cpuUsage()
const started = performance.now()
const bytes = await work()
const ms = performance.now() - started
const { user, system } = process.cpuUsage(used)
const told: WrittenDocument = {
  ms,
  cpu: (user + system) / 1000,
  before: before / 2 ** 20,
  peak: process.resourceUsage().maxRSS / 1024,
}
writeFileSync(out, bytes)
console.log(JSON.stringify(told))

// biome-ignore lint/suspicious/noExplicitAny: each writer knows what it is given; the driver gave it
async function workOf(name: Writer, content: any, isSheet: boolean): Promise<() => Promise<Uint8Array> | Uint8Array> {
  if (name === 'ours') {
    if (isSheet) {
      const { renderBoardPackageXlsx } = await import('#shared/documents/board-package-xlsx.ts')
      return () => renderBoardPackageXlsx(content)
    }
    const { renderBoardPackageDocx } = await import('#shared/documents/board-package-docx.ts')
    return () => renderBoardPackageDocx(content)
  }
  if (name === 'bare') {
    const { bareSheets, bareWord } = await import('./bare-office.ts')
    return () => (isSheet ? bareSheets(content) : bareWord(content))
  }
  if (name === 'ours, given content') {
    const { ourWord } = await import('./our-office.ts')
    return () => ourWord(content)
  }
  const peers = await import('./peer-office.ts')
  if (name === 'docxtemplater') {
    await Promise.all([import('docxtemplater'), import('pizzip')])
    const [template, data] = [peers.templateOf(content), peers.templateData(content)]
    return () => peers.templaterWord(template, data)
  }
  if (name === 'docx') {
    await import('docx')
    return () => peers.docxWord(content)
  }
  await import('exceljs')
  return () => (name === 'exceljs' ? peers.exceljsSheets(content) : peers.exceljsStream(content))
}
