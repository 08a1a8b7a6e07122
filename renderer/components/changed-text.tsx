import { useMemo, useState } from 'react'
import { useT } from '#renderer/lib/use-t.ts'
import { type Piece, wordDiff } from '#shared/domain/word-diff.ts'
import { Button } from './button.tsx'
import styles from './history-panel.module.css'

/** Shorter texts stand side by side; of longer ones it is shown what became of them. */
const longText = 60
/** A whole text of more than this is folded. */
const folded = 300
/** Letters of what stayed the same, on either side of a change. */
const around = 40

/** A value before and after: short ones with an arrow, long ones with the words that went and came marked where they stood. */
export function ChangedText({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const pieces = useMemo(() => {
    if (Math.max(before.length, after.length) <= longText) return null
    const found = wordDiff(before, after)
    // Two texts with little in common are read more easily one after the other.
    const same = found.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0)
    return same * 4 >= Math.min(before.length, after.length) ? found : null
  }, [before, after])
  const whole = pieces?.map((piece, at) => ({ piece, isFirst: at === 0, isLast: at === pieces.length - 1 }))
  const shortened = whole
    ? whole.some((one) => foldedPiece(one) !== one.piece.text)
    : before.length > folded || after.length > folded
  const cut = (text: string) => (open || text.length <= folded ? text : `${text.slice(0, folded).trimEnd()} …`)
  return (
    <>
      {whole ? (
        <span className={styles.diff}>
          {whole.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text in their order, made anew as a whole
            <PieceText key={at} kind={one.piece.kind} text={open ? one.piece.text : foldedPiece(one)} />
          ))}
        </span>
      ) : (
        <>
          <del className={styles.before}>{cut(before)}</del> <ins className={styles.after}>{cut(after)}</ins>
        </>
      )}
      {shortened && (
        <>
          {' '}
          <Button small kind="quiet" onPress={() => setOpen(!open)}>
            {t(open ? 'history.showLess' : 'history.showAll')}
          </Button>
        </>
      )}
    </>
  )
}

function PieceText({ kind, text }: Piece) {
  if (kind === 'gone') return <del className={styles.gone}>{text}</del>
  if (kind === 'new') return <ins className={styles.came}>{text}</ins>
  return <span>{text}</span>
}

/** What stayed the same is told by the words around the changes; what went and came is cut only where it is long. */
function foldedPiece({
  piece: { kind, text },
  isFirst,
  isLast,
}: {
  readonly piece: Piece
  readonly isFirst: boolean
  readonly isLast: boolean
}): string {
  if (kind !== 'same') return text.length > folded ? `${text.slice(0, folded).trimEnd()} … ` : text
  if (text.length <= around * 2 + 20) return text
  const [head, tail] = [text.slice(0, around).trimEnd(), text.slice(-around).trimStart()]
  if (isFirst) return `… ${tail}`
  return isLast ? `${head} …` : `${head} … ${tail}`
}
