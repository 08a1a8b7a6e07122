/**
 * Paragraphs that read from right to left. Word and LibreOffice order a paragraph by its own direction, not by its text: an Arabic
 * or Hebrew sentence in one that says nothing has its full stop, brackets and numbers at the wrong end.
 */

/** The first letter with a direction of its own tells a paragraph's (Unicode Bidirectional Algorithm, rules P2 and P3). */
const strong = /[\p{L}\u200e\u200f\u061c]/u
const rightToLeft =
  /[\u200f\u061c\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u
/** No text without one of these reads from right to left; looked for first, since nearly all text has none. */
const mayBe = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff]|\ud803[\udd00-\udd3f]|\ud83a[\udd00-\udd5f]/

/** Whether text reads from right to left, by its first letter that has a direction. Text that stands in an isolate is passed over. */
export function readsFromRight(text: string): boolean {
  if (!mayBe.test(text)) return false
  const first = strong.exec(text.replace(/[\u2066-\u2068][^\u2069]*(?:\u2069|$)/gu, ''))
  return first !== null && rightToLeft.test(first[0])
}

/** What must follow `w:bidi` in a paragraph's properties (ECMA-376 part 1, 17.3.1.26). */
const afterDirection =
  /<w:(?:adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)\b/
/** What must follow `w:rtl` in a run's. */
const afterRunDirection = /<w:(?:cs|em|lang|eastAsianLayout|specVanish|oMath)\b/

function withWord(properties: string, word: string, before: RegExp): string {
  const at = properties.search(before)
  return at < 0 ? properties + word : properties.slice(0, at) + word + properties.slice(at)
}

/** The text of a piece of WordprocessingML, without its escapes: no letter is escaped. */
function textIn(xml: string): string {
  return Array.from(xml.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g), ([, text = '']) => text.replace(/&\w+;/g, ' ')).join(
    '',
  )
}

function runFromRight(run: string): string {
  if (!readsFromRight(textIn(run))) return run
  const own = /^(<w:r\b[^>]*>)<w:rPr>(.*?)<\/w:rPr>/s.exec(run)
  if (own === null) return run.replace(/^<w:r\b[^>]*>/, '$&<w:rPr><w:rtl/></w:rPr>')
  return `${own[1]}<w:rPr>${withWord(own[2] ?? '', '<w:rtl/>', afterRunDirection)}</w:rPr>${run.slice(own[0].length)}`
}

/**
 * Marks paragraphs that read from right to left, and the runs in them, in a piece of a Word document that holds whole paragraphs.
 * Lines of the contents keep the document's direction, so that page numbers stand under each other.
 */
export function directed(piece: string): string {
  if (!mayBe.test(piece)) return piece
  return piece.replace(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs, (paragraph) => {
    if (!mayBe.test(paragraph)) return paragraph
    const runs = paragraph.replace(/<w:r(?: [^>]*)?>.*?<\/w:r>/gs, runFromRight)
    if (/<w:pStyle w:val="TOC\d"\/>/.test(paragraph) || !readsFromRight(textIn(paragraph))) return runs
    const own = /^(<w:p(?: [^>]*)?>)<w:pPr>(.*?)<\/w:pPr>/s.exec(runs)
    if (own === null) return runs.replace(/^<w:p(?: [^>]*)?>/, '$&<w:pPr><w:bidi/></w:pPr>')
    return `${own[1]}<w:pPr>${withWord(own[2] ?? '', '<w:bidi/>', afterDirection)}</w:pPr>${runs.slice(own[0].length)}`
  })
}
