import { useCallback, useMemo, useRef, useState } from 'react'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { isDone, type Message, type Problem } from '#shared/contract/problem.ts'
import {
  type Entry,
  emptyEntry,
  enteredOf,
  figureIndexOf,
  keyOf,
  type Pending,
  type PendingCell,
  problemOf,
  reasonOf,
} from './figure-pending.ts'

type Kept = { cells: Record<string, PendingCell>; entry: Entry }
const nothing: Kept = { cells: {}, entry: emptyEntry }
/** As many as one change takes. */
export const mostPending = 5000
const mostSteps = 100

export interface CellProblem {
  readonly key: string
  readonly cell: PendingCell
  readonly message: Message
  /** Far from the figure before: asked, not wrong. */
  readonly jump: boolean
}
/** What the file said of a cell when it was last tried, and with which text. */
type Refusals = Readonly<Record<string, { readonly message: Message; readonly text: string }>>

/**
 * Figures on their way into the file. They are kept as a draft at every pause, whatever is shown, until they are saved, all in
 * one change, or given up.
 */
export function useFigurePending() {
  const t = useT()
  const format = useFormat()
  const [kept, setKept] = useState(nothing)
  const [steps, setSteps] = useState<readonly Pending[]>([])
  const [refusals, setRefusals] = useState<Refusals>({})
  const [confirmed, setConfirmed] = useState<Readonly<Record<string, string>>>({})
  const latest = useRef(kept)
  latest.current = kept
  const draft = useDraft<Kept>('figures', (found) => setKept({ ...nothing, ...found }))
  const enter = useCommand('measurements.enter', {
    done: ({ added, corrected, unchanged }) =>
      [
        t('indicators.figures.saved', { count: added + corrected, shown: format.number(added + corrected) }),
        unchanged > 0 && t('indicators.figures.savedUnchanged', { count: unchanged, shown: format.number(unchanged) }),
      ]
        .filter(Boolean)
        .join(' '),
  })

  const put = useCallback(
    (next: Kept) => {
      latest.current = next
      setKept(next)
      if (Object.keys(next.cells).length === 0 && next.entry === emptyEntry) draft.discard()
      else draft.keep(next)
    },
    [draft.discard, draft.keep],
  )
  const putCells = useCallback(
    (cells: Record<string, PendingCell>) => {
      const before = latest.current
      setSteps((all) => [...all.slice(1 - mostSteps), before.cells])
      put({ ...before, cells })
    },
    [put],
  )
  /** Puts cells in; those that stood there before are replaced. */
  const set = useCallback(
    (cells: readonly PendingCell[]) =>
      putCells({ ...latest.current.cells, ...Object.fromEntries(cells.map((cell) => [keyOf(cell), cell])) }),
    [putCells],
  )
  /** Changes what belongs to a cell without a step of its own for each letter. */
  const amend = useCallback(
    (cell: PendingCell) => put({ ...latest.current, cells: { ...latest.current.cells, [keyOf(cell)]: cell } }),
    [put],
  )
  const drop = useCallback(
    (keys: readonly string[]) =>
      putCells(Object.fromEntries(Object.entries(latest.current.cells).filter(([key]) => !keys.includes(key)))),
    [putCells],
  )
  const stepsNow = useRef(steps)
  stepsNow.current = steps
  /** Takes back what was typed, pasted or given up last; false where there is nothing. */
  const undo = useCallback(() => {
    const before = stepsNow.current.at(-1)
    if (!before) return false
    setSteps(stepsNow.current.slice(0, -1))
    put({ ...latest.current, cells: { ...before } })
    return true
  }, [put])
  const setEntry = useCallback(
    (changes: Partial<Entry>) => put({ ...latest.current, entry: { ...latest.current.entry, ...changes } }),
    [put],
  )

  const signs = useMemo(
    () => ({
      impossible: t('indicators.figures.signs.impossible'),
      withheld: t('indicators.figures.signs.withheld'),
      unknown: t('indicators.figures.signs.unknown'),
    }),
    [t],
  )
  const problems = useMemo((): readonly CellProblem[] => {
    return Object.entries(kept.cells).flatMap(([key, cell]) => {
      const own = problemOf(cell, reasonOf(cell, kept.entry, signs))
      if (own) return [{ key, cell, message: own, jump: false }]
      const refusal = refusals[key]
      if (!refusal || refusal.text !== cell.text) return []
      const jump = isJump(refusal.message)
      if (jump && confirmed[key] === cell.text) return []
      return [{ key, cell, message: refusal.message, jump }]
    })
  }, [kept, refusals, confirmed, signs])
  const confirm = useCallback(
    (keys: readonly string[]) =>
      setConfirmed((before) => ({
        ...before,
        ...Object.fromEntries(keys.map((key) => [key, latest.current.cells[key]?.text ?? ''])),
      })),
    [],
  )

  /** Saves the cells that are in order; true where all went in. What is refused stays, with the reason at its cell. */
  async function save(keys: readonly string[], sure: Readonly<Record<string, string>>): Promise<boolean> {
    const { cells, entry } = latest.current
    const chosen = keys.flatMap((key) => (cells[key] ? [[key, cells[key]] as const] : []))
    const figures = chosen.map(([, cell]) => enteredOf(cell, entry, reasonOf(cell, entry, signs)))
    let reply = await enter.run({ figures })
    const told = reply.ok || isDone(reply) ? {} : refusalsOf(reply.problem, chosen)
    // Asked first without, so that only those jumps pass that were seen and confirmed.
    const onlySeen =
      Object.keys(told).length > 0 &&
      Object.entries(told).every(([key, { message, text }]) => isJump(message) && sure[key] === text)
    if (onlySeen) reply = await enter.run({ figures, confirmJumps: true })
    if (!reply.ok && !isDone(reply)) {
      setRefusals(refusalsOf(reply.problem, chosen))
      return false
    }
    const { cells: now, entry: entryNow } = latest.current
    // What was typed over while the answer was on its way stays.
    const left = Object.fromEntries(
      Object.entries(now).filter(([key, cell]) => !chosen.some(([own, was]) => own === key && was === cell)),
    )
    setSteps([])
    setRefusals({})
    put({ cells: left, entry: Object.keys(left).length === 0 ? emptyEntry : entryNow })
    return true
  }
  const clear = useCallback(() => putCells({}), [putCells])
  return {
    cells: kept.cells as Pending,
    entry: kept.entry,
    restored: draft.restored,
    problems,
    signs,
    set,
    amend,
    drop,
    clear,
    undo,
    setEntry,
    confirm,
    save: (keys: readonly string[]) => save(keys, confirmed),
    /** Confirms and saves in one step: what was confirmed just now is not in the state yet. */
    saveSure: (keys: readonly string[], sure: readonly string[]) => {
      confirm(sure)
      const words = Object.fromEntries(sure.map((key) => [key, latest.current.cells[key]?.text ?? '']))
      return save(keys, { ...confirmed, ...words })
    },
    busy: enter.busy,
    /** What is wrong, but with no cell: the file is read-only, the day of fetching. */
    problem: enter.problem && !anyCell(enter.problem) ? enter.problemText : undefined,
    entryField: (field: string) => enter.field(field),
  }
}
export type FigurePending = ReturnType<typeof useFigurePending>

const isJump = (message: Message) => message.key === 'problems.field.jump'

function refusalsOf(problem: Problem, chosen: readonly (readonly [string, PendingCell])[]): Refusals {
  return Object.fromEntries(
    Object.entries(problem.fields ?? {}).flatMap(([path, message]) => {
      const at = figureIndexOf(path)
      const found = at === null ? undefined : chosen[at]
      return found ? [[found[0], { message, text: found[1].text }]] : []
    }),
  )
}
function anyCell(problem: Problem): boolean {
  return Object.keys(problem.fields ?? {}).some((path) => figureIndexOf(path) !== null)
}
