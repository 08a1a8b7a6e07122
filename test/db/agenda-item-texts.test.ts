import { describe, expect, it } from 'vitest'
import type { InputOf, Reply } from '#shared/contract/dispatcher.ts'
import { type RichText, richFromPlain } from '#shared/domain/rich-text.ts'
import { aMeetingDesk } from './a-meeting.ts'

/** The stamp that a command wrote. */
const stampOf = async (asked: Promise<Reply>) => {
  const reply = await asked
  return (reply.ok && reply.change) || ''
}
const nested = (levels: number): unknown => {
  let block: unknown = { type: 'paragraph', content: [{ type: 'text', text: 'innerst' }] }
  for (let level = 0; level < levels; level++) {
    block = { type: 'bulletList', content: [{ type: 'listItem', content: [block] }] }
  }
  return { type: 'doc', content: [block] }
}

describe('the text of an item', () => {
  it('is written on the version that the writer saw; another window is told, and loses nothing', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    const stamps = async () => (await desk.open(id)).items[0]?.textStamps.minutesText ?? ''
    const basedOn = await stamps()
    const write = (text: string, on: string) => ({
      id: item.id,
      field: 'minutesText' as const,
      content: richFromPlain(text),
      basedOn: on,
    })
    const { stamp } = await desk.call('agendaItems.write', write('Første', basedOn))
    expect(await stamps()).toBe(stamp)
    const late = await desk.problemOf('agendaItems.write', write('Andre', basedOn))
    expect(late).toMatchObject({ code: 'conflict', key: 'problems.textChanged' })
    // The same words again are no change and no conflict, whoever sends them.
    expect(await desk.call('agendaItems.write', write('Første', basedOn))).toEqual({ stamp })
    const next = await desk.call('agendaItems.write', write('Tredje', stamp))
    expect(next.stamp > stamp).toBe(true)
    // Another text of the same item has its own stamp.
    const other = { ...write('Bakgrunn', basedOn), field: 'background' as const }
    await desk.call('agendaItems.write', other)
    expect((await desk.open(id)).items[0]?.item.minutesText).toEqual(richFromPlain('Tredje'))
  })

  it('nested ten deep is kept; deeper, and ten thousand deep, is a problem and no crash', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id)
    const write = (levels: number): InputOf<'agendaItems.write'> => ({
      id: item.id,
      field: 'background',
      content: nested(levels) as RichText,
      basedOn: item.createdStamp,
    })
    expect((await desk.problemOf('agendaItems.write', write(11))).fields?.content?.key).toBe(
      'problems.field.nestedTooDeep',
    )
    for (const levels of [30, 10_000]) {
      expect(await desk.problemOf('agendaItems.write', write(levels))).toMatchObject({ code: 'tooLarge' })
    }
    await desk.call('agendaItems.write', write(10))
  })

  it('with styles, pictures or script links is refused whole', async () => {
    const desk = await aMeetingDesk()
    const item = await desk.anItem((await desk.aMeeting()).id)
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    for (const block of [
      { type: 'paragraph', attrs: { style: 'color:red' } },
      { type: 'image', attrs: { src: 'x' } },
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [link] }] },
    ]) {
      const content = { type: 'doc', content: [block] } as unknown as RichText
      const input = { id: item.id, field: 'background' as const, content, basedOn: item.createdStamp }
      expect((await desk.problemOf('agendaItems.write', input)).code).toBe('invalid')
    }
  })
})

describe('an item made confidential', () => {
  it('takes its texts and its decisions out of the search, and undo puts them back', async () => {
    const desk = await aMeetingDesk()
    const { id } = await desk.aMeeting()
    const item = await desk.anItem(id, { summary: 'Kraftlinjen' })
    await desk.decide(item.id, 'Kraftlinjen kjøpes.')
    const found = async () => (await desk.call('search.find', { text: 'kraftlinjen' })).length
    expect(await found()).toBe(2)
    const change = await stampOf(desk.ask('agendaItems.revise', { id: item.id, changes: { confidential: true } }))
    expect(await found()).toBe(0)
    expect(await desk.call('decisions.count', { filter: { text: 'kraftlinjen' } })).toBe(0)
    await desk.call('history.undo', { stamp: change })
    expect(await found()).toBe(2)
  })
})
