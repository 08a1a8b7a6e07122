/** Reads what is drawn in a document: pictures, charts, shapes, and the text boxes among them. */
import type { XmlCursor } from '../xml.ts'

export interface Drawn {
  readonly alt: string
  readonly decorative: boolean
  readonly floating: boolean
  /** Relationship that leads to the chart, where it is one. */
  readonly chart: string | undefined
  readonly textBoxes: number
  /** Something to be seen that has to be told; a text box alone has its text. */
  readonly isPicture: boolean
}

/** Reads a `wp:inline` or `wp:anchor` that has just been opened, to its end. */
export function readDrawing(cursor: XmlCursor): Drawn {
  const drawn = { alt: '', decorative: false, floating: cursor.name === 'wp:anchor', textBoxes: 0 }
  let chart: string | undefined
  for (const name of cursor.inside()) {
    if (name === 'wp:docPr') drawn.alt ||= cursor.attribute('descr')?.trim() ?? ''
    else if (name === 'adec:decorative') drawn.decorative = cursor.attribute('val') !== '0'
    else if (name === 'c:chart') chart = cursor.attribute('r:id')
    else if (name === 'w:txbxContent') {
      drawn.textBoxes++
      cursor.skip()
    }
  }
  return { ...drawn, chart, isPicture: drawn.textBoxes === 0 }
}

/** Reads a `w:pict` or `w:object` that has just been opened, the older way to draw, to its end. */
export function readOldDrawing(cursor: XmlCursor): Drawn {
  const drawn = { alt: '', floating: false, textBoxes: 0, isPicture: false }
  for (const name of cursor.inside()) {
    drawn.alt ||= cursor.attribute('alt')?.trim() ?? ''
    drawn.floating ||= /position:\s*absolute/i.test(cursor.attribute('style') ?? '')
    drawn.isPicture ||= name === 'v:imagedata'
    if (name === 'w:txbxContent') {
      drawn.textBoxes++
      cursor.skip()
    }
  }
  return { ...drawn, decorative: false, chart: undefined }
}
