/**
 * A YAML file as plain nodes that know their line, with everything refused that a plan never needs and that has been used to harm
 * readers: aliases, tags, merge keys, several documents, deep nesting. Errors are told by line; nothing is thrown.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { Message } from '../contract/problem.ts'
import { longestPlanFile } from '../domain/records/plan.ts'
import { fileMessage } from './message.ts'

/** Something said of a place in the file; the contract's `fileRemark`. Lines and columns from 1. */
export interface FileRemark {
  readonly severity: 'error' | 'warning' | 'ignored'
  readonly line: number | null
  readonly column: number | null
  readonly path: string | null
  readonly message: Message
}
interface Place {
  readonly line: number
  readonly column: number
  readonly path: string
}
export type FileNode = Place &
  (
    | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
    | { readonly kind: 'list'; readonly items: readonly FileNode[] }
    | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, FileNode> }
  )

const deepest = 20
const mostRemarks = 200

/** The file's root, null where it can't be read, and what is wrong. */
export function readNodes(text: string): { root: FileNode | null; remarks: FileRemark[] } {
  const remarks: FileRemark[] = []
  const whole = (key: string): { root: null; remarks: FileRemark[] } => ({
    root: null,
    remarks: [{ severity: 'error', line: null, column: null, path: null, message: fileMessage(key) }],
  })
  if (text.length > longestPlanFile) return whole('tooLarge')
  if (nestedTooDeep(text)) return whole('tooDeepToRead')
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const wrong = (offset: number, path: string, key: string, params?: Message['params']) => {
    if (remarks.length < mostRemarks) {
      remarks.push({ severity: 'error', ...at(offset), path: path || null, message: fileMessage(key, params) })
    }
  }
  try {
    const documents = parseAllDocuments(text.replace(/^\uFEFF/, ''), {
      lineCounter: lines,
      merge: false,
      prettyErrors: false,
      // The library compares each key with each: half a million of them never end. They are compared below.
      uniqueKeys: false,
    })
    if ('empty' in documents || documents.length === 0) return whole('empty')
    const [document, second] = documents
    for (const error of documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])) {
      // Told below with the tag itself.
      if (error.code === 'TAG_RESOLVE_FAILED') continue
      wrong(error.pos[0], '', keyOfError(error.code), { what: error.code })
    }
    if (second) wrong(second.range[0], '', 'severalDocuments')
    const read = (node: unknown, path: string, depth: number): FileNode | null => {
      const own = node as Node | null
      const offset = own?.range?.[0] ?? 0
      const place = { ...at(offset), path }
      const refuse = (_told: unknown) => null
      if (depth > deepest) return refuse(wrong(offset, path, 'tooDeep', { most: deepest }))
      if (isAlias(own)) return refuse(wrong(offset, path, 'alias'))
      if (own && 'anchor' in own && own.anchor) return refuse(wrong(offset, path, 'alias'))
      if (own?.tag && !plainTags.has(own.tag)) return refuse(wrong(offset, path, 'tag', { tag: own.tag }))
      if (isMap(own)) {
        const entries = new Map<string, FileNode>()
        for (const { key, value } of own.items) {
          const name = isScalar(key) ? String(key.value) : null
          const from = (key as Node | null)?.range?.[0] ?? offset
          if (name === null || (key as Node).tag) wrong(from, path, 'badKey')
          else if (name === '<<') wrong(from, path, 'alias')
          else if (entries.has(name)) wrong(from, path, 'duplicateKey')
          else {
            const inner = path ? `${path}.${name}` : name
            const child = read(value, inner, depth + 1)
            // Told where the key stands: that of an empty value lies behind it.
            if (child) entries.set(name, { ...child, ...at(from) })
          }
        }
        return { ...place, kind: 'map', entries }
      }
      if (isSeq(own)) {
        const items = own.items.map((item, index) => read(item, `${path}[${index}]`, depth + 1))
        return { ...place, kind: 'list', items: items.filter((item) => item !== null) }
      }
      const value = isScalar(own) ? own.value : null
      const plain = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
      if (!plain) return refuse(wrong(offset, path, 'badNumber'))
      return { ...place, kind: 'scalar', value: value as string | number | boolean | null }
    }
    const root = read(document?.contents ?? null, '', 0)
    return { root: remarks.length > 0 ? null : root, remarks }
  } catch (error) {
    // The composer calls itself: a file of brackets alone ends its stack.
    if (error instanceof RangeError) return whole('tooDeepToRead')
    throw error
  }
}

const plainTags = new Set(['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq', 'tag:yaml.org,2002:str', '!'])

function keyOfError(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'tabs'
  return 'notYaml'
}

/** Far deeper than any plan: what the parser would take minutes to say no to. Brackets in texts count too, a thousand of them don't occur. */
function nestedTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    if (depth > 500) return true
  }
  return /^ *(?:[-?:] +){100}/m.test(text)
}
