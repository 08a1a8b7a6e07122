/** A finished Word document as the rules see it: its paragraphs, tables, pictures and links in the order they are read. */

export interface Heading {
  readonly level: number
  readonly text: string
}

export interface Table {
  /** Its own name, or the heading above it. */
  readonly where: string | null
  /** Headings of the first two levels before it, counted: tables and charts of one number stand together. */
  readonly section: number
  readonly nested: boolean
  readonly floating: boolean
  readonly marksFirstColumn: boolean
  /** Rows at its top that are repeated on each page. */
  readonly headerRows: number
  readonly rows: number
  readonly columns: number
  readonly merged: number
  readonly emptyHeaders: number
  /** Texts of the first column below the header. */
  readonly firstColumn: readonly string[]
  /** Everything it says, cells apart. */
  readonly text: string
}

export interface Paragraph {
  readonly where: string | null
  /** The body, a cell, a header …: paragraphs of one number stand under each other with nothing between. */
  readonly container: number
  readonly style: string | undefined
  /** 1–9 of a heading, else 0. */
  readonly level: number
  readonly isList: boolean
  /** Its text; line breaks as `\n`, tabs as `\t`. */
  readonly text: string
  /** Holds something that is no text: a picture, a break, the end of a section. */
  readonly holds: boolean
}

export interface Picture {
  readonly where: string | null
  readonly section: number
  readonly alt: string
  readonly decorative: boolean
  readonly floating: boolean
  /** Figures that it draws, where it is a chart. */
  readonly figures: readonly number[]
}

export interface Link {
  readonly where: string | null
  readonly text: string
}

export interface WordDocument {
  readonly title: string
  /** Said in the file's properties; '' where it is not said. */
  readonly fileLanguage: string
  /** Of text that says nothing of its own. */
  readonly language: string | undefined
  /** Of passages that say their own and of styles, each with the place where it first stands. */
  readonly passages: ReadonlyMap<string, string | null>
  readonly headings: readonly Heading[]
  readonly paragraphs: readonly Paragraph[]
  readonly tables: readonly Table[]
  readonly pictures: readonly Picture[]
  readonly links: readonly Link[]
  /** Runs that can't be told from the ground they stand on, by place. */
  readonly faint: ReadonlyMap<string | null, number>
  readonly textBoxes: ReadonlyMap<string | null, number>
  /** Paragraphs and tables taken out of the flow of text, by place. */
  readonly floating: ReadonlyMap<string | null, number>
  /** Fonts of the body's text that is no heading, each with how many characters it sets; '' where none is named. */
  readonly fonts: ReadonlyMap<string, number>
  /** What the document's list of fonts says of one: `roman`, `swiss` … */
  readonly familyOf: (font: string) => string | undefined
}
