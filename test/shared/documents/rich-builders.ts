import type { RichBlock, RichText } from '#shared/domain/rich-text.ts'

export const text = (value: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text: value }] })
export const list = (type: 'orderedList' | 'bulletList', ...lines: string[]): RichBlock => ({
  type,
  content: lines.map((line) => ({ type: 'listItem', content: [text(line)] })),
})
export const rich = (...content: RichBlock[]): RichText => ({ type: 'doc', content })
export const titled = (level: 1 | 2 | 3, value: string): RichBlock => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text: value }],
})
export const cell = (type: 'tableHeader' | 'tableCell', value: string) => ({ type, content: [text(value)] })
export const table = (...rows: string[][]): RichBlock => ({
  type: 'table',
  content: rows.map((cells, index) => ({
    type: 'tableRow',
    content: cells.map((value) => cell(index === 0 ? 'tableHeader' : 'tableCell', value)),
  })),
})
