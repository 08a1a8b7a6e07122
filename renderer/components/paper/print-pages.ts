import { pageSheet, placePages } from './place-pages.ts'
import type { DrawnDocument } from './word-pages.ts'

/**
 * Makes the whole page of the browser the document, for printing: the same flow as on screen, with pages for columns
 * and running texts in the margins. The contents tell the pages that the preview shows.
 */
export async function layForPrint(drawn: DrawnDocument): Promise<void> {
  const { flow } = drawn
  await Promise.all([...flow.querySelectorAll('img')].map(loaded))
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  placePages(host, drawn)
  for (const rule of ['width', 'margin-left', 'top', 'row-gap', 'column-height']) flow.style.removeProperty(rule)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${pageSheet}\n${printSheet(drawn)}`)
  document.adoptedStyleSheets = [sheet]
  document.body.replaceChildren(flow)
  document.documentElement.lang = drawn.language
  document.title = drawn.title
}

/** A hidden window decodes nothing ahead of time, so loading is what is waited for. A broken picture keeps its alt text. */
function loaded(image: HTMLImageElement): Promise<void> {
  if (image.complete) return Promise.resolve()
  return new Promise((resolve) => {
    image.addEventListener('load', () => resolve())
    image.addEventListener('error', () => resolve())
  })
}

function printSheet({ page, header, footer, flow }: DrawnDocument): string {
  const look = `font: 8.5pt ${flow.style.fontFamily}; color: #51626c;`
  const counted = footer('\0page\0', '\0pages\0')
    .split('\0')
    .map((part) => (part === 'page' || part === 'pages' ? `counter(${part})` : quoted(part)))
    .join(' ')
  return `
@page {
  size: ${page.width}pt ${page.height}pt;
  margin: ${page.top}pt ${page.right}pt ${page.bottom}pt ${page.left}pt;
  @top-left {
    content: ${quoted(header)};
    width: 100%; height: 11pt; margin-top: 35pt; margin-bottom: auto; vertical-align: top;
    border-bottom: 0.5pt solid #c3d0d8; ${look}
  }
  @bottom-right { content: ${counted}; vertical-align: bottom; padding-bottom: 30pt; ${look} }
}
@page :first {
  @top-left { content: none; border: none; }
  @bottom-right { content: none; }
}
html, body { margin: 0; background: #fff; }
.flow { position: static; columns: auto; }
.flow .begins { break-before: page; }
.flow > .begins:first-child { break-before: auto; }
`
}

/** A text as a string of CSS, whatever it holds. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]|\p{Cc}/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
}
