/** Rows of meetings, on the one of `large-meeting-size.ts`: opening it, what each pause in typing costs, its minutes in Word. */
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { renderMeetingPaperDocx } from '#shared/documents/meeting-docx.ts'
import { plainText, type RichText } from '#shared/domain/rich-text.ts'
import { openMeeting, saveDraft, writeMinutes } from './bare-meetings.ts'
import { bareMinutes, docxMinutes } from './bare-minutes.ts'
import type { Bench } from './bench.ts'
import { besideStatements } from './beside-statements.ts'
import { paragraphsIn, same, tagsIn } from './checks.ts'
import type { Row } from './harness.ts'
import { largeMeeting } from './large-meeting-size.ts'
import { writtenText } from './written-text.ts'

type Opened = OutputOf<'meetings.open'>
type BareOpened = ReturnType<ReturnType<typeof openMeeting>>

export function openMeetingRow(bench: Bench): Row {
  const id = bench.facts.meeting
  return {
    name: 'Open a meeting',
    ours: () => bench.call('meetings.open', { id }),
    beside: besideStatements(bench, 'a statement per table', null, (db) => openMeeting(db, id)),
    check: (given, others) => {
      const ours = given as Opened
      const beside = others as readonly BareOpened[]
      same('items', ours.items.length, [largeMeeting.items, ...beside.map(({ items }) => items.length)])
      same('people', ours.attendances.length, [largeMeeting.people, ...beside.map(({ people }) => people.length)])
      for (const part of ['proposals', 'votes', 'decisions', 'statements'] as const) {
        const count = ours.items.reduce((sum, item) => sum + item[part].length, 0)
        if (count === 0) throw new Error(`no ${part}`)
        same(
          part,
          count,
          beside.map((one) => one[part].length),
        )
      }
    },
  }
}

/** Another text of an item each time, in the same order on every side. */
function texts(): () => RichText {
  let count = 0
  return () => {
    count += 1
    return writtenText(count)
  }
}

/** What a pause in typing costs: the draft that a crash leaves behind, and the text itself with log and search. They make the files grow. */
export async function typingRows(bench: Bench): Promise<Row[]> {
  return [draftRow(bench), await writeRow(bench)]
}

const draftKey = 'agendaItems:bench:minutesText'

/** What an editor keeps: its text written out, and the stamp that it is based on. */
function drafts() {
  const next = texts()
  return () => ({ content: JSON.stringify(next()), basedOn: '2026-11-22T20:00:00.000Z-0000-0000benc' })
}

function draftRow(bench: Bench): Row {
  const { call, bare, peer } = bench
  const next = drafts()
  const kept = [bare, peer].map((db) => db.prepare('SELECT length(value) FROM drafts WHERE key = ?'))
  return {
    name: 'Save a pause in typing',
    ours: () => call('drafts.save', { key: draftKey, value: next() }),
    beside: besideStatements(bench, 'the same row, FULL', null, (db) => saveDraft(db, draftKey, drafts())),
    // One was saved on each side.
    check: async () =>
      same(
        'letters kept',
        JSON.stringify((await call('drafts.load', { key: draftKey }))?.value).length,
        kept.map((statement) => Number(statement.pluckGet(draftKey))),
      ),
  }
}

async function writeRow(bench: Bench): Promise<Row> {
  const { call, bare, peer, facts } = bench
  const first = async () => {
    const item = (await call('meetings.open', { id: facts.meeting })).items[0]
    if (!item) throw new Error('no items')
    return item
  }
  const {
    item: { id },
    textStamps,
  } = await first()
  let basedOn = textStamps.minutesText
  const next = texts()
  const kept = [bare, peer].map((db) => db.prepare('SELECT minutes_text FROM agenda_items WHERE id = ?'))
  const logged = [bare, peer].map((db) =>
    db.prepare("SELECT count(*) FROM changes WHERE record_id = ? AND field = 'minutesText'"),
  )
  return {
    name: 'Write an item’s text',
    ours: async () => {
      const { stamp } = await call('agendaItems.write', { id, field: 'minutesText', content: next(), basedOn })
      basedOn = stamp
    },
    beside: besideStatements(bench, 'same row, log, hash, FTS5, FULL', null, (db) => writeMinutes(db, id, texts())),
    check: async () => {
      const { item } = await first()
      const lengths = kept.map((statement) => plainText(JSON.parse(String(statement.pluckGet(id))) as RichText).length)
      same('letters written', plainText(item.minutesText).length, lengths)
      const changes = []
      let cursor: string | null = null
      do {
        const page: OutputOf<'history.of'> = await call('history.of', {
          entity: 'agendaItems',
          id,
          cursor,
          limit: 200,
        })
        changes.push(...page.rows.flatMap(({ fields }) => fields))
        cursor = page.next
      } while (cursor !== null)
      same(
        'entries in the log',
        changes.filter(({ recordId, field }) => recordId === id && field === 'minutesText').length,
        logged.map((statement) => Number(statement.pluckGet(id))),
      )
    },
  }
}

export async function minutesRow({ call, facts }: Bench): Promise<Row> {
  const paper = await call('papers.preview', {
    kind: 'minutes',
    bodyId: facts.largeBody,
    meetingId: facts.meeting,
    language: 'nb',
    redacted: false,
  })
  const written = paper.items.flatMap(({ minutesText }) => plainText(minutesText).split('\n'))
  const found = (bytes: unknown) => {
    const paragraphs = paragraphsIn(bytes)
    return written.filter((line) => paragraphs.has(line)).length
  }
  return {
    name: 'Minutes in Word',
    ours: () => renderMeetingPaperDocx(paper),
    beside: [
      { role: 'bare', name: 'bare XML and zip', goal: 3, work: () => bareMinutes(paper) },
      // The goal of the package in Word.
      { role: 'peer', name: 'docx, plain: the same texts', goal: 0.3, work: () => docxMinutes(paper) },
    ],
    check: (ours, others) => {
      same('paragraphs of the minutes', written.length, [ours, ...others].map(found))
      const count = (bytes: unknown) => tagsIn(bytes, /^word\/document\.xml$/, 'w:p')
      const [bare = 0, ...peers] = others.map(count)
      same('paragraphs', bare, peers)
    },
  }
}
