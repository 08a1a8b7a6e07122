/** What an editor of rich text can hold: no more than `shared/domain/rich-text.ts` stores. */
import { type Editor, Extension } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { TextSelection } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'
import { isAllowedLink } from './rich-text-json.ts'

/** Cells are never merged, and their width is the reader's: the attributes that tables need stay at their defaults. */
const plainCell = {
  colspan: { default: 1, parseHTML: () => 1, rendered: false },
  rowspan: { default: 1, parseHTML: () => 1, rendered: false },
  colwidth: { default: null, parseHTML: () => null, rendered: false },
}
const gap = /\[\[[^[\]]*\]\]/g

/** Marks the first `[[gap]]` from a place on, or from the beginning where none follows. False where there is none. */
export function markGap(editor: Editor, from: number): boolean {
  const { doc, selection, tr } = editor.state
  const found: { from: number; to: number }[] = []
  doc.descendants((node, position) => {
    for (const match of node.isText ? (node.text ?? '').matchAll(gap) : []) {
      found.push({ from: position + match.index, to: position + match.index + match[0].length })
    }
  })
  const others = found.filter((one) => one.from !== selection.from || one.to !== selection.to)
  const next = others.find((one) => one.from >= from) ?? others[0]
  if (!next) return false
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, next.from, next.to)).scrollIntoView())
  return true
}

/** Tab goes to the next gap of a phrase, where there is one; otherwise it does what it does in lists and tables, or leaves. */
const Gaps = Extension.create({
  name: 'gaps',
  priority: 1001,
  addKeyboardShortcuts() {
    return { Tab: ({ editor }) => markGap(editor, editor.state.selection.from) }
  },
})

/** The headings of a text stand below those of the page around it, whose parts are h3 at most. */
const HeadingLevels = Extension.create({
  name: 'headingLevels',
  addGlobalAttributes: () => [
    {
      types: ['heading'],
      attributes: {
        ariaLevel: {
          default: null,
          parseHTML: () => null,
          renderHTML: ({ level }) => ({ 'aria-level': Number(level) + 3 }),
        },
      },
    },
  ],
})

export const richTextExtensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null, class: null },
      isAllowedUri: isAllowedLink,
    },
  }),
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ addAttributes: () => plainCell, renderHTML: () => ['th', { scope: 'col' }, 0] }),
  TableCell.extend({ addAttributes: () => plainCell, renderHTML: () => ['td', 0] }),
  Gaps,
  HeadingLevels,
]
