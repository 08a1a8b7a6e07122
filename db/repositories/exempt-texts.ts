/** What may not stand in a package that anybody may read, as the file has it now: a text may have been made secret after the package. */
import { plainText, type RichText } from '#shared/domain/rich-text.ts'
import type { Day, Id } from '#shared/domain/values.ts'
import { type Store, sql } from '../store.ts'

interface Item {
  readonly confidential: 0 | 1
  readonly title: string
  readonly summary: string | null
  readonly background: string | null
  readonly proposed: string | null
  readonly minutes: string | null
}
interface Texts {
  readonly secret: string[]
  readonly open: string[]
}

/**
 * The texts of a body's confidential items with their decisions, and as `open` what its other items say: titles, summaries and decisions
 * of all, and everything of those of the meeting.
 */
export function textsOfItems(store: Store, bodyId: Id, meetingId: Id | null): Texts {
  const items = sql(
    store,
    `SELECT confidential, title, summary, CASE WHEN ${whole} THEN background END AS background,
       CASE WHEN ${whole} THEN proposed_decision END AS proposed, CASE WHEN ${whole} THEN minutes_text END AS minutes
     FROM agenda_items WHERE body_id = @bodyId AND deleted_at IS NULL`,
  ).all({ bodyId, meetingId }) as Item[]
  const decisions = sql(
    store,
    `SELECT i.confidential, d.text FROM agenda_items i CROSS JOIN decisions d ON d.item_id = i.id
     WHERE i.body_id = ? AND i.deleted_at IS NULL AND d.deleted_at IS NULL`,
  ).all(bodyId) as { confidential: 0 | 1; text: string }[]
  const said = [
    ...items.map((one) => ({
      secret: one.confidential === 1,
      texts: [one.title, one.summary, plain(one.background), plain(one.proposed), plain(one.minutes)],
    })),
    ...decisions.map(({ confidential, text }) => ({ secret: confidential === 1, texts: [text] })),
  ]
  return parted(said)
}
const whole = '(confidential = 1 OR meeting_id IS @meetingId)'

/** The confidential texts of a period's visits, and the summaries of the confidential ones; as `open` the other summaries. */
export function textsOfVisits(store: Store, from: Day, to: Day): Texts {
  const rows = sql(
    store,
    `SELECT confidentiality = 'confidential' AS secret, confidential_text AS text, publishable_summary AS summary
     FROM visits WHERE visited_on BETWEEN ? AND ? AND deleted_at IS NULL`,
  ).all(from, to) as { secret: 0 | 1; text: string | null; summary: string | null }[]
  return parted(
    rows.flatMap(({ secret, text, summary }) => [
      { secret: true, texts: [text] },
      { secret: secret === 1, texts: [summary] },
    ]),
  )
}

function parted(said: readonly { readonly secret: boolean; readonly texts: readonly (string | null)[] }[]): Texts {
  const of = (secret: boolean) =>
    said.filter((one) => one.secret === secret).flatMap(({ texts }) => texts.filter((text) => text !== null))
  return { secret: of(true), open: of(false) }
}

function plain(rich: string | null): string | null {
  return rich === null ? null : plainText(JSON.parse(rich) as RichText)
}
