/** How much each program may load before it can start, and any part after that. A build over its budget fails, and says by what. */
import { dirname } from 'node:path'
import type { Plugin } from 'vite'

export interface Chunk {
  readonly file: string
  readonly bytes: number
  /** The entry's name; null for what is loaded by others. */
  readonly entry: string | null
  /** Chunks loaded along with it; what is loaded when first used is not among them. */
  readonly imports: readonly string[]
  /** Names of the packages with code in it. */
  readonly packages: readonly string[]
}

const kB = 1000
/**
 * What stands in an entry and all it imports, in bytes as built: main and the workers unminified, the renderer minified. A tenth above what
 * was measured when the number was set: room for a month's work, not for a library.
 */
const atStart: Readonly<Record<string, number>> = {
  // React, React Aria and every operation's contract. Not the words: the languages are parts of their own, and one of them is fetched at the start.
  index: 970 * kB,
  print: 28.5 * kB,
  // Four fifths are the words of three languages, each one text that is read at once.
  main: 1440 * kB,
  preload: 2 * kB,
  preview: 1320 * kB,
  // Every operation's contract, rules and handler, and the words again: the worker writes documents in any of the languages.
  worker: 3320 * kB,
  'check-worker': 500 * kB,
  'disk-worker': 470 * kB,
  'salvage-worker': 565 * kB,
  'render-worker': 5 * kB,
}
/** An entry that nobody has given a budget yet. */
const usual = 100 * kB
/** The largest single part that is loaded later. */
const laterPart = 1000 * kB

/**
 * Packages that no start may load: the writers of documents and workbooks, readers of what is imported, the editor and the charts. Each is
 * fetched by the first screen or command that needs it.
 */
const heavy = /^(docx|hucre|yaml|papaparse|nodemailer|ical-generator|echarts|zrender|prosemirror-.*|@tiptap\/.*)$/

/** An entry's chunk and all that is loaded with it. */
function startOf(chunks: readonly Chunk[], entry: string): Chunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]))
  const reached = new Set<Chunk>()
  const walk = (chunk: Chunk | undefined): void => {
    if (!chunk || reached.has(chunk)) return
    reached.add(chunk)
    for (const file of chunk.imports) walk(byFile.get(file))
  }
  walk(chunks.find((chunk) => chunk.entry === entry))
  return [...reached]
}

/** What is wrong with a build, one line each. */
export function overBudget(chunks: readonly Chunk[]): string[] {
  const found: string[] = []
  const started = new Set<Chunk>()
  for (const { entry } of chunks) {
    if (entry === null) continue
    const own = startOf(chunks, entry)
    for (const chunk of own) started.add(chunk)
    const bytes = own.reduce((sum, chunk) => sum + chunk.bytes, 0)
    const limit = atStart[entry] ?? usual
    if (bytes > limit) found.push(`${entry} loads ${inKb(bytes)} at its start; its budget is ${inKb(limit)}.`)
    for (const chunk of own)
      for (const name of chunk.packages)
        if (heavy.test(name))
          found.push(`${entry} loads ${name} at its start (${chunk.file}); load it when it is first used.`)
  }
  for (const { file, bytes } of chunks.filter((chunk) => !started.has(chunk)))
    if (bytes > laterPart) found.push(`${file} is ${inKb(bytes)}; a part may be ${inKb(laterPart)}.`)
  return found
}

const inKb = (bytes: number) => `${Math.round(bytes / kB)} kB`

/** Fails a build that is over its budget; gives its chunks to whom it may concern. */
export function budgets(report: (chunks: readonly Chunk[]) => void = () => {}): Plugin {
  return {
    name: 'budgets',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((part) =>
        part.type !== 'chunk'
          ? []
          : [
              {
                file: part.fileName,
                bytes: Buffer.byteLength(part.code),
                entry: part.isEntry ? part.name : null,
                imports: part.imports,
                packages: [...new Set(part.moduleIds.map(packageIn).filter((name) => name !== null))].sort(),
              },
            ],
      )
      report(chunks)
      const found = overBudget(chunks)
      if (found.length > 0) this.error(found.join('\n'))
    },
  }
}

/** The name of the package that a module lies in; null for our own. */
export function packageIn(id: string): string | null {
  const parts = dirname(id.replaceAll('\\', '/')).split('node_modules/')
  if (parts.length === 1) return null
  return /^(@[^/]+\/)?[^/]+/.exec(parts.at(-1) ?? '')?.[0] ?? null
}
