/** Reads one part of a Word document (the body, a header, a footer, notes) into what the rules see. One pass, no look-back. */
import { contrast, neededContrast } from '../contrast.ts'
import type { OfficeFile } from '../office-file.ts'
import type { XmlCursor } from '../xml.ts'
import { chartFigures } from './chart-figures.ts'
import type { Heading, Link, Paragraph, Picture, Table } from './document.ts'
import { OpenLinks } from './open-links.ts'
import { isSet, OpenTables } from './open-tables.ts'
import { type Drawn, readDrawing, readOldDrawing } from './read-picture.ts'
import type { Styles } from './styles.ts'
import { groundOf, type TextLook } from './text-look.ts'

/** What is gathered over all parts. */
export interface Gathered {
  readonly passages: Map<string, string | null>
  readonly headings: Heading[]
  readonly paragraphs: Paragraph[]
  readonly tables: Table[]
  readonly pictures: Picture[]
  readonly links: Link[]
  readonly faint: Map<string | null, number>
  readonly textBoxes: Map<string | null, number>
  readonly floating: Map<string | null, number>
  readonly fonts: Map<string, number>
  containers: number
}

interface OpenParagraph {
  /** What the rules see of it when it is closed. */
  readonly kept: { -readonly [K in keyof Paragraph]: Paragraph[K] }
  ground: string | null
  /** Of the run under way. */
  look: TextLook
  /** Texts that stand out too little. */
  faint: number
}

const add = <K>(counts: Map<K, number>, key: K, count = 1) => {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count)
}
const white = 'FFFFFF'

/**
 * @param cursor at the start of the part `name`.
 * @param isBody false for headers, footers and notes: what they say stands under no heading.
 */
export function readPart(
  file: OfficeFile,
  { name, cursor, isBody }: { readonly name: string; readonly cursor: XmlCursor; readonly isBody: boolean },
  styles: Styles,
  gathered: Gathered,
): void {
  const charts = new PartReader(cursor, styles, gathered, isBody).read()
  const relationships = charts.length > 0 ? file.relationships(name) : undefined
  for (const { picture, chart } of charts) {
    const target = relationships?.get(chart)?.target
    if (target !== undefined) picture.figures.push(...chartFigures(file, target))
  }
}

interface Chart {
  readonly picture: { readonly figures: number[] }
  readonly chart: string
}

class PartReader {
  readonly #cursor: XmlCursor
  readonly #styles: Styles
  readonly #out: Gathered
  readonly #isBody: boolean
  readonly #tables: OpenTables
  readonly #links = new OpenLinks()
  readonly #paragraphs: OpenParagraph[] = []
  readonly #charts: Chart[] = []
  #container: number
  #where: string | null = null
  #section = 0
  #inText = false

  constructor(cursor: XmlCursor, styles: Styles, out: Gathered, isBody: boolean) {
    this.#cursor = cursor
    this.#styles = styles
    this.#out = out
    this.#isBody = isBody
    this.#tables = new OpenTables(styles)
    this.#container = ++out.containers
  }

  /** The charts among its pictures, their figures not read yet. */
  read(): readonly Chart[] {
    const cursor = this.#cursor
    while (cursor.next()) {
      if (cursor.kind === 'open') {
        const { name } = cursor
        if (!this.#openText(name) && !this.#openAround(name)) this.#openBeside(name)
      } else if (cursor.kind === 'close') this.#close(cursor.name)
      else if (this.#inText) this.#write(cursor.text)
    }
    return this.#charts
  }

  /** Paragraphs, runs and what stands in them. */
  #openText(name: string): boolean {
    const cursor = this.#cursor
    if (name === 'w:p') this.#openParagraph()
    else if (name === 'w:pPr') this.#readParagraphProperties()
    else if (name === 'w:r') this.#look({})
    else if (name === 'w:rPr') this.#look(this.#styles.read(cursor))
    else if (name === 'w:t') this.#inText = true
    else if (name === 'w:tab' || name === 'w:ptab') this.#write('\t')
    else if (name === 'w:noBreakHyphen') this.#write('-')
    else if (name === 'w:sym') this.#write('\u25a1')
    else if (name === 'w:br' || name === 'w:cr') {
      const type = cursor.attribute('w:type')
      if (type === undefined || type === 'textWrapping') this.#write('\n')
      else this.#hold()
    } else return false
    return true
  }

  /** Tables and links. */
  #openAround(name: string): boolean {
    const cursor = this.#cursor
    if (name === 'w:tbl') this.#tables.open(this.#where, this.#section)
    else if (name === 'w:tblPr') this.#tables.readProperties(cursor)
    else if (name === 'w:tr') this.#tables.openRow()
    else if (name === 'w:tcPr') this.#tables.readCellProperties(cursor)
    else if (name === 'w:tblHeader') {
      if (isSet(cursor.attribute('w:val'))) this.#tables.markHeader()
    } else if (name === 'w:tc') {
      this.#container = ++this.#out.containers
      this.#tables.openCell()
    } else if (name === 'w:hyperlink') this.#links.open(this.#where)
    else if (name === 'w:fldSimple') {
      this.#links.beginField(cursor.attribute('w:instr') ?? '')
      this.#links.beginResult(this.#where)
    } else if (name === 'w:fldChar') {
      const type = cursor.attribute('w:fldCharType')
      if (type === 'begin') this.#links.beginField('')
      else if (type === 'separate') this.#links.beginResult(this.#where)
      else if (type === 'end') this.#endField()
    } else if (name === 'w:instrText') this.#links.readInstruction(cursor)
    else return false
    return true
  }

  /** What is drawn, and what nobody reads. */
  #openBeside(name: string): void {
    const cursor = this.#cursor
    if (name === 'wp:inline' || name === 'wp:anchor') this.#keepPicture(readDrawing(cursor))
    else if (name === 'w:pict' || name === 'w:object') this.#keepPicture(readOldDrawing(cursor))
    else if (name === 'w:footnote' || name === 'w:endnote') this.#container = ++this.#out.containers
    else if (name === 'w:separator' || name === 'w:continuationSeparator') this.#hold()
    else if (/^(mc:Fallback|w:del|w:moveFrom|w:trPrChange|w:sectPr|w:sdtPr)$/.test(name)) cursor.skip()
  }

  #close(name: string): void {
    if (name === 'w:t') this.#inText = false
    else if (name === 'w:p') this.#closeParagraph()
    else if (name === 'w:hyperlink') this.#keepLink(this.#links.close())
    else if (name === 'w:fldSimple') this.#endField()
    else if (name === 'w:tc') this.#tables.closeCell()
    else if (name === 'w:tr') this.#tables.closeRow()
    else if (name === 'w:tbl') this.#closeTable()
  }

  #openParagraph(): void {
    const styles = this.#styles
    this.#paragraphs.push({
      kept: {
        where: this.#where,
        container: this.#container,
        style: undefined,
        level: styles.levelOf(undefined),
        isList: styles.isList(undefined),
        text: '',
        holds: false,
      },
      ground: styles.groundOf(undefined),
      look: styles.lookOf(undefined, {}),
      faint: 0,
    })
  }

  #readParagraphProperties(): void {
    const cursor = this.#cursor
    const paragraph = this.#paragraphs.at(-1)
    let level: number | undefined
    let isList: boolean | undefined
    let ground: string | null | undefined
    for (const name of cursor.inside()) {
      if (!paragraph) continue
      const value = cursor.attribute('w:val')
      if (name === 'w:pStyle') paragraph.kept.style = value
      else if (name === 'w:numId') isList = value !== '0'
      else if (name === 'w:outlineLvl') level = Number(value) < 9 ? Number(value) + 1 : 0
      else if (name === 'w:shd') ground = groundOf(cursor)
      else if (name === 'w:framePr') add(this.#out.floating, this.#where)
      else if (name === 'w:sectPr' || name === 'w:rPr' || name === 'w:pPrChange') {
        paragraph.kept.holds ||= name === 'w:sectPr'
        cursor.skip()
      }
    }
    if (!paragraph) return
    const { style } = paragraph.kept
    paragraph.kept.level = level ?? this.#styles.levelOf(style)
    paragraph.kept.isList = isList ?? this.#styles.isList(style)
    paragraph.ground = ground === undefined ? this.#styles.groundOf(style) : ground
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    const { kept, faint } = paragraph
    const text = kept.text.trim()
    if (kept.level > 0 && this.#isBody) {
      this.#out.headings.push({ level: kept.level, text })
      if (text !== '') this.#where = text.replace(/\s+/g, ' ')
      if (kept.level <= 2) this.#section++
      kept.where = this.#where
    }
    this.#out.paragraphs.push(kept)
    add(this.#out.faint, kept.where, faint)
    this.#tables.write(text)
  }

  #look(own: TextLook): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) return
    paragraph.look = this.#styles.lookOf(paragraph.kept.style, own)
    if (own.language !== undefined && !this.#out.passages.has(own.language))
      this.#out.passages.set(own.language, this.#where)
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph || paragraph.look.hidden || this.#links.isAsking) return
    paragraph.kept.text += text
    this.#links.write(text)
    const says = text.trim().length
    if (says === 0) return
    if (this.#isBody && paragraph.kept.level === 0) add(this.#out.fonts, paragraph.look.font ?? '', says)
    if (this.#isFaint(paragraph)) paragraph.faint++
  }

  /** Where only a table's style gives the ground, it can't be told: better silent than wrong. */
  #isFaint({ look, ground }: OpenParagraph): boolean {
    if (!look.colour) return false
    const behind = look.ground ?? ground ?? this.#tables.ground
    if (behind === undefined) return false
    return contrast(look.colour, behind ?? white) < neededContrast((look.size ?? 20) / 2, look.bold ?? false)
  }

  #hold(): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph) paragraph.kept.holds = true
  }

  #endField(): void {
    this.#keepLink(this.#links.endField())
    this.#hold()
  }

  #keepLink(link: Link | undefined): void {
    if (link) this.#out.links.push(link)
  }

  #closeTable(): void {
    const table = this.#tables.close()
    if (!table) return
    this.#out.tables.push(table)
    if (table.floating) add(this.#out.floating, table.where)
    // What follows stands under the table, not under what stood above it.
    this.#container = ++this.#out.containers
  }

  #keepPicture({ textBoxes, isPicture, chart, ...drawn }: Drawn): void {
    this.#hold()
    add(this.#out.textBoxes, this.#where, textBoxes)
    if (!isPicture) {
      if (drawn.floating) add(this.#out.floating, this.#where)
      return
    }
    const picture = { ...drawn, where: this.#where, section: this.#section, figures: [] as number[] }
    this.#out.pictures.push(picture)
    if (chart !== undefined) this.#charts.push({ picture, chart })
  }
}
