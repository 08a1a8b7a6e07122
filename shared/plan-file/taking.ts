/** Takes values out of a map of a plan file one by one, checked by the record's own field; what nobody took is told as ignored. */
import type { z } from 'zod'
import type { Message } from '../contract/problem.ts'
import { readPeriod } from '../domain/periods.ts'
import { fileMessage } from './message.ts'
import type { FileNode, FileRemark } from './nodes.ts'

type MapNode = FileNode & { kind: 'map' }

/** What is said of the file while it is read. */
export class Remarks {
  readonly all: FileRemark[] = []
  add(severity: FileRemark['severity'], { line, column, path }: FileNode, message: Message) {
    this.all.push({ severity, line, column, path, message })
  }
}

export class Taking {
  readonly node: MapNode
  private readonly remarks: Remarks
  private readonly taken = new Set<string>()

  constructor(node: MapNode, remarks: Remarks) {
    this.node = node
    this.remarks = remarks
  }

  private at(key: string): FileNode | null {
    this.taken.add(key)
    const node = this.node.entries.get(key)
    return !node || (node.kind === 'scalar' && node.value === null) ? null : node
  }
  has(key: string): boolean {
    return this.at(key) !== null
  }
  wrong(key: string, message: Message) {
    this.remarks.add('error', this.node.entries.get(key) ?? this.node, message)
  }
  warn(key: string, message: Message) {
    this.remarks.add('warning', this.node.entries.get(key) ?? this.node, message)
  }
  wrongAt(node: FileNode, message: Message) {
    this.remarks.add('error', node, message)
  }
  /** The same reader over another map. */
  with(node: MapNode): Taking {
    return new Taking(node, this.remarks)
  }
  /** A scalar as text; null where it isn't there. A number is text too: `version_label: 2`. */
  text(key: string, most = 1_000_000): string | null {
    const node = this.at(key)
    if (!node) return null
    if (node.kind !== 'scalar') return this.refuse(node, 'textExpected')
    const value = String(node.value).trim()
    if (value.length > most) return this.refuse(node, 'tooLong', { most, length: value.length })
    return value === '' ? null : value
  }
  /** One line, at most 200 characters. */
  line(key: string): string | null {
    return onOneLine(this.text(key, 200))
  }
  required(key: string, most = 200): string {
    const value = this.text(key, most)
    if (value === null && !this.has(key)) this.remarks.add('error', this.node, fileMessage('missing', { key }))
    return onOneLine(value) ?? ''
  }
  /** A text that must be there, its lines as they are. */
  requiredText(key: string, most: number): string {
    const value = this.text(key, most)
    if (value === null && !this.has(key)) this.remarks.add('error', this.node, fileMessage('missing', { key }))
    return value ?? ''
  }
  number(key: string): number | null {
    const node = this.at(key)
    if (!node) return null
    if (node.kind === 'scalar' && typeof node.value === 'number' && Math.abs(node.value) <= 1e15) return node.value
    return this.refuse(node, 'numberExpected')
  }
  /** Numbers of a list; none where it isn't there. */
  numbers(key: string): number[] {
    const node = this.at(key)
    if (!node) return []
    if (node.kind !== 'list') return this.refuse(node, 'listExpected') ?? []
    return node.items.flatMap((item) =>
      item.kind === 'scalar' && typeof item.value === 'number'
        ? [item.value]
        : (this.refuse(item, 'numberExpected') ?? []),
    )
  }
  flag(key: string): boolean | null {
    const node = this.at(key)
    if (!node) return null
    return node.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : this.refuse(node, 'flagExpected')
  }
  period(key: string): string | null {
    const typed = this.line(key)
    if (typed === null) return null
    const read = readPeriod(typed)
    if (read.ok) return read.value
    this.wrong(key, read.message)
    return null
  }
  /** One of a list, in the file's own words. */
  oneOf<T extends string>(key: string, words: Readonly<Record<string, T>>): T | null {
    const typed = this.line(key)
    if (typed === null) return null
    const found = Object.hasOwn(words, typed) ? words[typed] : undefined
    if (found === undefined)
      this.wrong(key, fileMessage('notInList', { value: typed, list: Object.keys(words).join(', ') }))
    return found ?? null
  }
  /** A value that the record's own field accepts. */
  field<T extends z.ZodType>(key: string, value: unknown, schema: T): z.infer<T> | null {
    if (value === null) return null
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const message = parsed.error.issues[0]?.message ?? ''
    this.wrong(key, message.startsWith('problems.') ? { key: message } : fileMessage('badValue'))
    return null
  }
  /** Texts of a list, or the one that stands alone; objects are left to `maps`. */
  texts(key: string): string[] {
    const node = this.at(key)
    if (!node) return []
    const items = node.kind === 'list' ? node.items : [node]
    return items.flatMap((item) => {
      if (item.kind === 'scalar') return item.value === null ? [] : [String(item.value)]
      this.refuse(item, 'textExpected')
      return []
    })
  }
  /** The items of a list, each a map; a text stands for a map with that one key. */
  maps(key: string, textAs: string | null = null): Taking[] {
    const node = this.at(key)
    if (!node) return []
    if (node.kind !== 'list') return this.refuse(node, 'listExpected') ?? []
    return node.items.flatMap((item) => {
      if (item.kind === 'map') return [new Taking(item, this.remarks)]
      if (item.kind === 'scalar' && textAs) {
        return [new Taking({ ...item, kind: 'map', entries: new Map([[textAs, item]]) } as MapNode, this.remarks)]
      }
      this.refuse(item, 'mapExpected')
      return []
    })
  }
  map(key: string, textAs: string | null = null): Taking | null {
    const node = this.at(key)
    if (!node) return null
    if (node.kind === 'map') return new Taking(node, this.remarks)
    if (node.kind === 'scalar' && textAs) {
      return new Taking({ ...node, kind: 'map', entries: new Map([[textAs, node]]) } as MapNode, this.remarks)
    }
    return this.refuse(node, 'mapExpected')
  }
  /** Every line of a part that has no field of its own: texts as they are, objects with their values in order. */
  lines(key: string): string[] {
    const node = this.at(key)
    if (!node) return []
    return (node.kind === 'list' ? node.items : [node]).map(inWords).filter((line) => line !== '')
  }
  /** Notes of the file's author that Fyr works out itself. */
  skip(...keys: string[]) {
    for (const key of keys) this.taken.add(key)
  }
  /** Tells what has no place. */
  rest() {
    for (const [key, node] of this.node.entries) {
      if (!this.taken.has(key)) this.remarks.add('ignored', node, fileMessage('ignored', { key }))
    }
  }
  private refuse(node: FileNode, key: string, params?: Message['params']): null {
    this.remarks.add('error', node, fileMessage(key, params))
    return null
  }
}

/** Line breaks and tabs become a blank; other blanks, as the hard ones of numbers, stay as they are. */
function onOneLine(text: string | null): string | null {
  return text?.replace(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, ' ') ?? null
}

/** What there is, a line each; null where there is nothing. */
export function said(lines: readonly (string | null)[]): string | null {
  return lines.filter((line) => line !== null && line !== '').join('\n') || null
}

/** A node on one line: a map's text first, what else it says after it in brackets. */
function inWords(node: FileNode): string {
  if (node.kind === 'scalar') return node.value === null ? '' : String(node.value)
  if (node.kind === 'list') return node.items.map(inWords).filter(Boolean).join(', ')
  const said = [...node.entries].filter(([key, value]) => key !== 'id' && inWords(value) !== '')
  const first = said.find(([key]) => key === 'text' || key === 'title' || key === 'name')
  const rest = said
    .filter((entry) => entry !== first)
    .map(([key, value]) => (key === 'code' ? inWords(value) : `${key}: ${inWords(value)}`))
  if (!first) return rest.join(', ')
  return rest.length > 0 ? `${inWords(first[1])} (${rest.join(', ')})` : inWords(first[1])
}
