/** What a run says: its tables, its verdicts and the goals it missed. */
import type { Measured } from './harness.ts'
import { type Interval, median, type Readings, verdictOf } from './statistics.ts'

/** The likely cause where a row is over its goal, read from the code and not profiled; printed with it. */
const reasons: Readonly<Record<string, string>> = {
  'Open a company': 'the answer is put together from five reads, each turned into records',
  'A page of the visits': 'reading the input, booleans and the cursor; a fixed cost',
  'Search: rare words': 'putting title and detail of each hit together; a fixed cost',
  'Search: common word': 'putting title and detail of each hit together; a fixed cost',
  'Search: two letters': 'putting title and detail of each hit together; a fixed cost',
  'Statistics of the year':
    'the groups are added up and put in order in JavaScript, and every month gets its target; a fixed cost',
  'Save a visit':
    'the rules of a visit are checked, who acts is read, windows are told, and the commit counter is written',
  'Open a meeting': 'voters and quorum of each item, findings and the joining of the tables come on top of the reads',
  'Save a pause in typing': 'reading the input, telling windows',
  'Write an item’s text':
    'rich text is checked node by node, the record is read whole and compared field by field, who acts is read, windows are told',
  'Sums of all commitments': 'each figure is summed per status too, and put in order in JavaScript',
  'Book a delivery':
    'the rules of a delivery are checked, who acts is read, windows are told, and the commit counter is written',
  'Open a goal':
    'profiled: four fifths are SQLite, in some fifteen small statements that each are found by their text, among them versions, reference and what the warnings need; the rest is judging the figures',
  'Enter a figure':
    'profiled: the rules of a figure and the country whose regions it is of, who acts is read, windows are told, and the commit counter is written',
  'Minutes in Word':
    'most of it is the docx library: tables, styles and bookmarks make several times the objects of plain paragraphs; then a second pass over the zip',
  'Verified backup':
    'quick_check reads every page and the search index, rows are counted and the copy gets its SHA-256; a file copy checks nothing',
  'Package in Word':
    'the docx library makes an object of every run, and pages are laid out for the contents; beside it there are no styles, chart or contents',
  'Package in Excel': 'tables, styles, charts and a second pass over the zip; beside it there are none of them',
  'Start: bundled worker until ready': 'the modules of the backend, the schemas of the contract among them',
  'Start: backend from source': 'Node reads and strips each module; the application does not start so',
}

/** How the figures come about, printed above them. */
export const method = [
  'Ours hide bound values from SQLite’s planner (`steady` in db/store.ts); the bare statements are written as one would by hand.',
  'Each row: our operation through the dispatcher, beside the same work by hand on a copy of the same file (bare), and beside',
  'the best other way that can be had here (peer). Every round is a process of its own, with fresh copies of the file, that warms',
  'up and takes one sample of each side of each row, the beginner turning with the round; a process for each single sample would mean',
  'some 300 of them a size. Rows whose first run takes over two seconds take part in five rounds, decided by the first round. Ratio = median of the',
  'per-round ratios with a 95 % bootstrap interval. “Same” is the bare work against itself, taken first: where its interval is',
  'wider than ± 10 %, the row is too noisy for a pass, and missed only by more than that noise. Else a goal is met or missed only',
  'where the whole interval lies on one side of it, and open where it lies on both. Two goals',
  'in one cell: better-sqlite3 by hand is a peer too, so the bare work is held to the peer’s stricter goal as well. A dash: no goal',
  'was set. fdatasync and a fixed loop are timed before and after each round; rounds where one is more than 30 % off the run’s',
  'median are redone before any result is looked at, at most as many as there are rounds. Numbers of another day are not comparable.',
]

export interface Judged {
  readonly lines: string[]
  readonly missed: string[]
}

export function tableOf(results: readonly Measured[], where: string): Judged {
  const missed: string[] = []
  const lines = [
    '| Operation | Ours, ms | Bare, ms | Ours ÷ bare, 95 % | Goal | Verdict | Peer, ms | Ours ÷ peer, 95 % | Goal | Verdict | Same, 95 % | Rounds | Bare; peer |',
    '| --- | ---: | ---: | --- | --- | --- | ---: | --- | --- | --- | --- | ---: | --- |',
  ]
  for (const one of results) {
    const [bare, peer] = (['bare', 'peer'] as const).map((role) => one.beside.find((beside) => beside.role === role))
    const judged = (beside: Measured['beside'][number]) => {
      const { goal, peerGoal, interval, ratio, ms, name } = beside
      const goals = [goal, peerGoal ?? null].filter((each) => each !== null)
      const verdicts = goals.map((each) => verdictOf(interval, each, one.same))
      for (const [index, verdict] of verdicts.entries()) {
        if (verdict !== 'missed') continue
        const told = `${where}, ${one.name} (against ${name}): ${ratio.toFixed(2)} × instead of ${goals[index]} ×`
        const engine =
          bare && beside.role === 'peer' && bare.ms > ms
            ? `; the bare work takes ${(bare.ms / ms).toFixed(2)} × the peer's time too`
            : ''
        missed.push(`${told}: ${reasons[one.name] ?? 'no cause is known'}${engine}.`)
      }
      const verdict = verdicts.join(' / ') || '–'
      return [short(ms), `${ratio.toFixed(2)} (${range(interval)})`, goals.join(' / ') || '–', verdict]
    }
    const none = ['–', '–', '–', '–']
    const what = `${bare?.name ?? '–'}; ${peer?.name ?? `none: ${one.noPeer ?? 'none is known'}`}`
    const figures = [...(bare ? judged(bare) : none), ...(peer ? judged(peer) : none)]
    lines.push(row([one.name, short(one.oursMs), ...figures, range(one.same), one.rounds, what]))
    for (const floor of one.beside.filter(({ role }) => role === 'floor')) {
      lines.push(
        row([`– beside: ${floor.name}`, short(one.oursMs), ...judged(floor), ...none, '–', one.rounds, 'as above']),
      )
    }
  }
  return { lines, missed }
}

/** What the machine did during the rounds, and how many were redone. */
export function roundsTold(ran: { kept: readonly Readings[]; redone: number; stillUnquiet: number }): string {
  const { kept, redone, stillUnquiet } = ran
  const all = kept.flatMap(({ before, after }) => [before, after])
  const spread = (values: readonly number[]) =>
    `${median(values).toFixed(2)} ms (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`
  const unquiet = stillUnquiet === 0 ? '' : `, ${stillUnquiet} kept although unquiet`
  return `fdatasync ${spread(all.map(({ sync }) => sync))}, loop ${spread(all.map(({ loop }) => loop))}. Rounds redone: ${redone} of ${kept.length} possible${unquiet}.`
}

export function number(value: number): string {
  return value.toLocaleString('en-GB')
}
function range([low, high]: Interval): string {
  return `${low.toFixed(2)}–${high.toFixed(2)}`
}
function short(ms: number): string {
  return ms < 10 ? ms.toFixed(3) : ms.toFixed(0)
}
function row(cells: readonly unknown[]): string {
  return `| ${cells.join(' | ')} |`
}
