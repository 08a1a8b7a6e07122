import type { ReactNode } from 'react'
import type { RichBlock, RichInline, RichMark, RichText } from '#shared/domain/rich-text.ts'
import styles from './rich-text.module.css'

type Level = 2 | 3 | 4 | 5
interface Props {
  readonly doc: RichText | null
  /** The language it is written in, for hyphens and the voice of a screen reader. */
  readonly lang?: string
  /** Shown where nothing is written. */
  readonly empty?: ReactNode
  /** The level of the heading on the page that the text stands under; its own begin below. 3 unless told. */
  readonly under?: Level
}

/** Rich text to read. Links are shown with their address, and open only outside. */
export function RichTextView({ doc, lang, empty = null, under = 3 }: Props) {
  if (doc === null) return empty
  return (
    <div className={styles.view} lang={lang}>
      <Blocks blocks={doc.content} under={under} />
    </div>
  )
}

function Blocks({ blocks, under }: { readonly blocks: readonly RichBlock[]; readonly under: Level }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text to read has no other order than its own
    <Block key={index} block={block} under={under} />
  ))
}

function Block({ block, under }: { readonly block: RichBlock; readonly under: Level }) {
  const inner = (blocks: readonly RichBlock[]) => <Blocks blocks={blocks} under={under} />
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines parts={block.content} />
        </p>
      )
    case 'heading': {
      const Heading = `h${Math.min(6, under + block.attrs.level)}` as 'h3'
      return (
        <Heading data-level={block.attrs.level}>
          <Inlines parts={block.content} />
        </Heading>
      )
    }
    case 'bulletList':
    case 'orderedList': {
      const List = block.type === 'bulletList' ? 'ul' : 'ol'
      return (
        <List>
          {block.content.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={index}>{inner(item.content)}</li>
          ))}
        </List>
      )
    }
    case 'blockquote':
      return <blockquote>{inner(block.content)}</blockquote>
    case 'table':
      return (
        <table>
          <tbody>
            {block.content.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <tr key={index}>
                {row.content.map((cell, column) => {
                  const Cell = cell.type === 'tableHeader' ? 'th' : 'td'
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  return <Cell key={column}>{inner(cell.content)}</Cell>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}

function Inlines({ parts = [] }: { readonly parts?: readonly RichInline[] | undefined }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  return parts.map((part, index) => <Inline key={index} part={part} />)
}

const elements = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const

function Inline({ part }: { readonly part: RichInline }) {
  if (part.type === 'hardBreak') return <br />
  return marked(part.marks ?? [], part.text)
}

function marked(marks: readonly RichMark[], text: string): ReactNode {
  const [mark, ...rest] = marks
  if (!mark) return text
  const content = marked(rest, text)
  if (mark.type === 'link') {
    return (
      <a href={mark.attrs.href} target="_blank" rel="noreferrer">
        {content}
      </a>
    )
  }
  const Element = elements[mark.type]
  return <Element>{content}</Element>
}
