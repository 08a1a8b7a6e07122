/** The styles of a Word document, each with what it says of its text once those it is based on have been asked. */
import type { OfficeFile } from '../office-file.ts'
import { groundOf, readLook, type TextLook } from './text-look.ts'

interface Style {
  readonly basedOn: string | undefined
  readonly look: TextLook
  readonly ground: string | null | undefined
  /** 1–9 of a heading, 0 of none, undefined where the style doesn't say. */
  readonly level: number | undefined
  readonly isList: boolean | undefined
  /** Of a table: gives some of its cells a ground that can't be told from the cells alone. */
  readonly shades: boolean
}
/** A chain longer than any person makes; a ring of styles ends here. */
const longestChain = 30

export class Styles {
  #styles = new Map<string, Style>()
  #defaults: TextLook = {}
  #usual: string | undefined
  #themeFonts = new Map<string, string>()
  #families = new Map<string, string>()
  #merged = new Map<string, TextLook>()

  /** @param main name of the main part, whose relationships lead to styles, theme and fonts. */
  constructor(file: OfficeFile, main: string) {
    for (const name of file.targets(main, 'theme')) this.#readTheme(file, name)
    for (const name of file.targets(main, 'fontTable')) this.#readFonts(file, name)
    for (const name of file.targets(main, 'styles')) this.#readStyles(file, name)
  }

  /** Reads a `w:rPr` that has just been opened. */
  readonly read = (cursor: Parameters<typeof readLook>[0]): TextLook =>
    readLook(cursor, (name) => this.#themeFonts.get(name))

  /** What text looks like that says `own` of itself in a paragraph of a style. */
  lookOf(paragraphStyle: string | undefined, own: TextLook): TextLook {
    const key = `${paragraphStyle ?? ''}\n${own.style ?? ''}`
    let around = this.#merged.get(key)
    if (around === undefined) {
      const chains = [...this.#chain(own.style), ...this.#chain(paragraphStyle ?? this.#usual)]
      around = Object.assign({}, this.#defaults, ...chains.reverse().map(({ look }) => look)) as TextLook
      if (this.#merged.size < 10_000) this.#merged.set(key, around)
    }
    return { ...around, ...own }
  }

  groundOf(paragraphStyle: string | undefined): string | null {
    return this.#chain(paragraphStyle ?? this.#usual).find(({ ground }) => ground !== undefined)?.ground ?? null
  }

  /** 1–9 where paragraphs of the style are headings, else 0. */
  levelOf(paragraphStyle: string | undefined): number {
    return this.#chain(paragraphStyle ?? this.#usual).find(({ level }) => level !== undefined)?.level ?? 0
  }

  isList(paragraphStyle: string | undefined): boolean {
    return this.#chain(paragraphStyle ?? this.#usual).find(({ isList }) => isList !== undefined)?.isList ?? false
  }

  shades(tableStyle: string | undefined): boolean {
    return this.#chain(tableStyle).some(({ shades }) => shades)
  }

  /** The language of text that says nothing of its own; undefined where the document doesn't say. */
  get language(): string | undefined {
    return this.lookOf(undefined, {}).language
  }

  /** Languages that styles name. */
  get languages(): string[] {
    return [...this.#styles.values()].flatMap(({ look }) => look.language ?? [])
  }

  /** What the document's own list of fonts says of one: `roman` (with serifs), `swiss` (without) … */
  familyOf(font: string): string | undefined {
    return this.#families.get(font.toLowerCase())
  }

  /** The style and those it is based on, the nearest first. */
  #chain(id: string | undefined): Style[] {
    const chain: Style[] = []
    for (let at = id; at !== undefined && chain.length < longestChain; ) {
      const style = this.#styles.get(at)
      if (!style) break
      chain.push(style)
      at = style.basedOn
    }
    return chain
  }

  #readTheme(file: OfficeFile, name: string): void {
    const cursor = file.xml(name)
    let kind = ''
    while (cursor?.next()) {
      if (cursor.kind !== 'open') continue
      if (cursor.name === 'a:minorFont' || cursor.name === 'a:majorFont') kind = cursor.name.slice(2, 7)
      else if (cursor.name === 'a:latin' && kind !== '') {
        const font = cursor.attribute('typeface')
        if (font) for (const script of ['HAnsi', 'Ascii']) this.#themeFonts.set(`${kind}${script}`, font)
        kind = ''
      }
    }
  }

  #readFonts(file: OfficeFile, name: string): void {
    const cursor = file.xml(name)
    let font = ''
    while (cursor?.next()) {
      if (cursor.kind !== 'open') continue
      if (cursor.name === 'w:font') font = cursor.attribute('w:name') ?? ''
      else if (cursor.name === 'w:family') this.#families.set(font.toLowerCase(), cursor.attribute('w:val') ?? '')
    }
  }

  #readStyles(file: OfficeFile, name: string): void {
    const cursor = file.xml(name)
    while (cursor?.next()) {
      if (cursor.kind !== 'open') continue
      if (cursor.name === 'w:rPrDefault') {
        for (const name of cursor.inside()) if (name === 'w:rPr') this.#defaults = this.read(cursor)
      } else if (cursor.name === 'w:style') this.#readStyle(cursor)
    }
  }

  #readStyle(cursor: Parameters<typeof readLook>[0]): void {
    const id = cursor.attribute('w:styleId') ?? ''
    const type = cursor.attribute('w:type')
    if (type === 'paragraph' && /^(1|true|on)$/.test(cursor.attribute('w:default') ?? '')) this.#usual = id
    let look: TextLook = {}
    let basedOn: string | undefined
    let level: number | undefined
    let ground: string | null | undefined
    let isList: boolean | undefined
    let shades = false
    for (const name of cursor.inside()) {
      const value = cursor.attribute('w:val')
      if (name === 'w:rPr') {
        // Those of a table's parts hold for some of its cells only.
        const read = this.read(cursor)
        if (type !== 'table') look = read
        else shades ||= read.ground !== undefined || read.colour !== undefined
      } else if (name === 'w:name') level ??= headingNamed(value)
      else if (name === 'w:basedOn') basedOn = value
      else if (name === 'w:outlineLvl') level ??= Number(value) < 9 ? Number(value) + 1 : 0
      else if (name === 'w:numId') isList = value !== '0'
      else if (name === 'w:shd') {
        ground = groundOf(cursor)
        shades ||= type === 'table' && ground !== null
      }
    }
    this.#styles.set(id, { basedOn, look, ground, level, isList, shades })
  }
}

/** Word's own headings have these names in every language; their titles and contents are said to be none. */
function headingNamed(name: string | undefined): number | undefined {
  const level = /^heading ([1-9])$/i.exec(name ?? '')?.[1]
  if (level !== undefined) return Number(level)
  return /^(title|toc heading|toc [1-9])$/i.test(name ?? '') ? 0 : undefined
}
