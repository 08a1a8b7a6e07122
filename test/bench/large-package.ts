/** Board packages of a given size, grown from a sample's own: what it has many of is repeated, with a number in the text of each. */
import type { Snapshot } from '#shared/documents/snapshot.ts'
import { writtenText } from './written-text.ts'

/** So many times the sample's list, at least one of it; `numbered` makes each one different. */
function grown<T>(list: readonly T[], times: number, numbered: (one: T, number: number) => T): T[] {
  const count = list.length === 0 ? 0 : Math.max(1, Math.round(list.length * times))
  return Array.from({ length: count }, (_, at) => numbered(list[at % list.length] as T, at + 1))
}

type Paper = NonNullable<Snapshot['meeting']>

function items(paper: Paper, times: number): Paper {
  const grownItems = grown(paper.items, times, (item, number) => {
    const title = item.title === null ? null : `${item.title}, del ${number}`
    return { ...item, title, background: item.background === null ? null : writtenText(number) }
  })
  return { ...paper, items: grownItems }
}

/**
 * The sample's package, so many times as large: items with case papers, the minutes before, decisions, follow-ups, visits,
 * projects and commitments. Below half of it the minutes, the plans and the commitments are left out.
 */
export function largePackage(base: Snapshot, times: number): Snapshot {
  const { meeting, previousMinutes, decisions, commitments, projects, visits, followUps } = base
  const isSmall = times < 0.5
  return {
    ...base,
    meeting: meeting && items(meeting, times),
    previousMinutes: isSmall ? null : previousMinutes && items(previousMinutes, times),
    decisions: decisions && {
      ...decisions,
      rows: grown(decisions.rows, times, (row, number) => ({ ...row, title: `${row.title} (${number})` })),
    },
    commitments: isSmall
      ? null
      : commitments && {
          ...commitments,
          rows: grown(commitments.rows, times, (row, number) => ({ ...row, title: `${row.title} (${number})` })),
        },
    strategy: isSmall ? null : base.strategy,
    projects: projects && {
      ...projects,
      rows: grown(projects.rows, times, (row, number) => ({ ...row, title: `${row.title} (${number})` })),
    },
    visits: {
      ...visits,
      summaries: grown(visits.summaries, times, (one, number) => ({ ...one, text: `${number}. ${one.text}` })),
    },
    followUps: {
      ...followUps,
      rows: grown(followUps.rows, times, (row, number) => ({ ...row, description: `${row.description} (${number})` })),
    },
  }
}

/** The sample's package with so many rows in its workbook: visits for the most part, a third of them with a follow-up. */
export function longPackage(base: Snapshot, rows: number): Snapshot {
  const { visits, followUps } = base
  const visited = Math.round(rows * 0.75)
  const companies = (name: string | null, number: number) => (name === null ? null : `${name} ${number}`)
  return {
    ...base,
    visits: {
      ...visits,
      rows: grown(visits.rows, visited / visits.rows.length, (row, number) => ({
        ...row,
        companyName: companies(row.companyName, number),
      })),
    },
    followUps: {
      ...followUps,
      rows: grown(followUps.rows, (rows - visited) / followUps.rows.length, (row, number) => ({
        ...row,
        description: `${row.description} (${number})`,
      })),
    },
  }
}
