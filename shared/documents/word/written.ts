/**
 * Blocks that become text as soon as the library comes to them. It would hold a document whole, first as its components, then as
 * objects for XML, then as text; a thousand pages take close to a gigabyte so. Of a run of blocks only a mark stands in the
 * library's document; their XML and the heights that pages are filled with are kept beside it, and put in its place when the
 * file is settled (`settle-word.ts`).
 */
import { FileChild, type IContext, type IXmlableObject, TableOfContents } from 'docx'
import { type Block, Heading } from './blocks.ts'
import type { BodyReader, Flow } from './layout/read-body.ts'
import { Picture } from './pictures.ts'
import { PlainParagraph, PlainTable } from './plain.ts'
import { xmlOf } from './xml-text.ts'

export const mark = 'fyr:written'
const flows = new WeakMap<object, readonly Flow[]>()

/** Heights of the blocks behind a mark in a formatted body, by the mark's content. */
export function flowsBehind(content: unknown): readonly Flow[] {
  return (typeof content === 'object' && content !== null && flows.get(content)) || []
}

/** The library's key of a list, in whose place it puts the list's number where it finds it in its own document. */
const listKey = /(?<=<w:numId w:val=")\{[^"]+\}(?="\/>)/g

/** Pieces that are settled together: one by one takes longer, all at once more room. */
const batch = 100

export class Written extends FileChild {
  #blocks: readonly Block[]
  readonly #reader: BodyReader | null
  #pieces: string[] = []
  readonly #lists = new Set<string>()

  constructor(blocks: readonly Block[], reader: BodyReader | null) {
    super(mark)
    this.#blocks = blocks
    this.#reader = reader
  }

  override prepForXml(context: IContext): IXmlableObject {
    const read: Flow[] = []
    const sink = {
      xml: (piece: string) => {
        // Looked through at once, since a text put together of many is only made one when it is read.
        for (const key of piece.match(listKey) ?? []) this.#lists.add(key)
        this.#pieces.push(piece)
      },
      flow: (one: Flow) => read.push(one),
      reader: this.#reader,
    }
    const blocks = this.#blocks
    this.#blocks = []
    // The widths of tables are told outright, so the library needn't look for the page around them, block after block.
    const within = { ...context, stack: [] }
    for (const block of blocks) {
      if (block instanceof PlainParagraph || block instanceof PlainTable) {
        block.writeTo(sink, within)
        continue
      }
      const node = block.prepForXml(within)
      if (node === undefined) continue
      sink.xml(xmlOf(node))
      for (const one of this.#reader?.read(node) ?? []) read.push(one)
    }
    const content = { _attr: Object.fromEntries([...this.#lists].map((key, index) => [`list${index}`, key])) }
    flows.set(content, read)
    return { [mark]: content }
  }

  /**
   * The blocks' XML in pieces, once: it is let go of. `numbers` are the lists' as the library wrote them into the mark,
   * in its order.
   */
  *take(numbers: readonly string[]): Generator<string, void, undefined> {
    if (numbers.length !== this.#lists.size) throw new Error('a mark without the numbers of its lists')
    const byKey = new Map([...this.#lists].map((key, index) => [key, numbers[index] ?? '']))
    const pieces = this.#pieces
    this.#pieces = []
    for (let at = 0; at < pieces.length; at += batch) {
      const text = pieces.slice(at, at + batch).join('')
      yield byKey.size === 0 ? text : text.replace(listKey, (key) => byKey.get(key) ?? key)
    }
  }
}

/**
 * The blocks with every run of them but headings, contents and pictures behind a mark: those the library must see, since it fills
 * the contents from the headings and packs the pictures that it finds.
 */
export function written(blocks: readonly Block[], read: BodyReader | null): (Block | Written)[] {
  const given: (Block | Written)[] = []
  let run: Block[] = []
  const close = () => {
    if (run.length > 0) given.push(new Written(run, read))
    run = []
  }
  for (const block of blocks) {
    if (block instanceof Heading || block instanceof Picture || block instanceof TableOfContents) {
      close()
      given.push(block)
    } else run.push(block)
  }
  close()
  return given
}
