import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

// jsdom comes without types; its parser is the browser's, which the DOM library types.
const { JSDOM }: { JSDOM: new () => { window: { DOMParser: typeof DOMParser } } } = await import('jsdom' as string)

/** An office file's parts by name; XML parts are proven well-formed on the way. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const { DOMParser } = new JSDOM().window
  const parts = new Map<string, string>()
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const text = strFromU8(content)
    parts.set(name, text)
    if (!/\.(xml|rels)$/.test(name)) continue
    const parsed = new DOMParser().parseFromString(text, 'application/xml')
    const error = parsed.querySelector('parsererror')
    if (error) throw new Error(`${name} is not well-formed: ${error.textContent}`)
  }
  return parts
}

export function part(parts: Map<string, string>, name: string): string {
  const text = parts.get(name)
  if (text === undefined) throw new Error(`there is no part ${name}; there are ${[...parts.keys()].join(', ')}`)
  return text
}

/** The texts of all matches of a pattern's first group. */
export function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

/** What is read on the pages: the text runs of the body, one line a paragraph. */
export function wordText(documentXml: string): string {
  const { DOMParser } = new JSDOM().window
  const body = new DOMParser().parseFromString(documentXml, 'application/xml')
  return [...body.getElementsByTagName('w:p')]
    .map((paragraph) => [...paragraph.getElementsByTagName('w:t')].map((run) => run.textContent).join(''))
    .join('\n')
}

const python = '/usr/bin/python3'
/** True where a Python with both second readers is installed. */
export const hasPythonReaders = spawnSync(python, ['-c', 'import docx, openpyxl']).status === 0
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
/** True where the pages of a PDF can be read as text. */
export const hasPdfReader = spawnSync('pdftotext', ['-v']).status === 0

/** Runs Python over a file, given as `sys.argv[1]`, and gives back what it printed as JSON. */
export function readWithPython(bytes: Uint8Array, extension: string, script: string): unknown {
  return inFolder((folder) => {
    const file = join(folder, `package.${extension}`)
    writeFileSync(file, bytes)
    return JSON.parse(execFileSync(python, ['-c', script, file], { encoding: 'utf8' }))
  })
}

/** The PDF that LibreOffice makes of a file. */
export function toPdf(bytes: Uint8Array, extension: string): Uint8Array {
  return converted(bytes, extension, 'pdf')
}

/** The file as LibreOffice writes it after reading it: its formulas are reckoned anew. */
export function throughLibreOffice(bytes: Uint8Array, extension: 'docx' | 'xlsx'): Uint8Array {
  return converted(bytes, extension, extension)
}

function converted(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, `package.${from}`), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const out = join(folder, 'out')
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, `package.${from}`], {
      cwd: folder,
      stdio: 'ignore',
    })
    return readFileSync(join(out, `package.${to}`))
  })
}

/** The text of each page of a PDF, lines as they stand. */
export function pdfPages(pdf: Uint8Array): string[] {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'package.pdf'), pdf)
    return execFileSync('pdftotext', ['-layout', join(folder, 'package.pdf'), '-'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }).split('\f')
  })
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'fyr-document-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
