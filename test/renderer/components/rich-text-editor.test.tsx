// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { fullAddress } from '#renderer/components/rich-text-toolbar.tsx'
import { ItemTextField } from '#renderer/components/saving-rich-text.tsx'
import type { ParsedInputOf } from '#shared/contract/dispatcher.ts'
import { ProblemError } from '#shared/contract/problem.ts'
import { plainText, type RichText, richFromPlain } from '#shared/domain/rich-text.ts'
import { aHost } from '../a-host.ts'
import { anItem } from '../meetings/builders.ts'
import { Providers } from '../providers.tsx'

configure({ asyncUtilTimeout: 8000 })
afterEach(cleanup)
// jsdom lays nothing out; the editor asks where the cursor stands.
const nowhere = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => ({}) }
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => nowhere
document.elementFromPoint = () => null

/** A record with one text, as another window or the file changes it, and the editor on it. */
async function anEditor(start: string | null = null, draft: { text: string; basedOn: string } | null = null) {
  const record = { text: richFromPlain(start), stamp: '1' }
  let stamps = 1
  const writes: ParsedInputOf<'agendaItems.write'>[] = []
  let show = () => {}
  const host = aHost({
    'drafts.load': draft && {
      value: { content: JSON.stringify(richFromPlain(draft.text)), basedOn: draft.basedOn },
      savedAt: '2026-06-15T10:00:00.000Z',
    },
    'agendaItems.write': (input: ParsedInputOf<'agendaItems.write'>) => {
      writes.push(input)
      if (input.basedOn !== record.stamp) throw new ProblemError({ code: 'conflict', key: 'problems.conflict' })
      stamps += 1
      record.text = input.content
      record.stamp = String(stamps)
      show()
      return { stamp: record.stamp }
    },
  })
  function Screen() {
    const [, draw] = useState(0)
    show = () => draw((times) => times + 1)
    const item = { ...anItem({ background: record.text }), textStamps: textStamps(record.stamp) }
    return <ItemTextField item={item} field="background" label="Saksframlegg" language="nb" />
  }
  const { unmount } = render(
    <Providers client={host.client}>
      <Screen />
      <button type="button">Et annet sted</button>
    </Providers>,
  )
  const text = await screen.findByRole('textbox', { name: 'Saksframlegg' })
  return {
    text,
    unmount,
    user: userEvent.setup(),
    writes,
    drafts: () => host.calls.filter(({ name }) => name.startsWith('drafts.') && name !== 'drafts.load'),
    /** Another window writes. */
    elsewhere: (words: string) => {
      stamps += 1
      record.text = richFromPlain(words)
      record.stamp = String(stamps)
      show()
    },
    record,
    hears: () => show(),
    leave: async () => userEvent.click(screen.getByRole('button', { name: 'Et annet sted' })),
  }
}
const textStamps = (stamp: string) => ({ background: stamp, proposedDecision: '0', minutesText: '0' })
const words = (doc: RichText | null | undefined) => plainText(doc ?? null)

function paste(into: HTMLElement, data: Record<string, string>) {
  into.focus()
  fireEvent.paste(into, {
    clipboardData: { getData: (type: string) => data[type] ?? '', items: [], files: [], types: Object.keys(data) },
  })
}

test('a pasted text is kept as a draft at once, and saved when the editor is left', async () => {
  const { text, writes, drafts, leave } = await anEditor()
  paste(text, { 'text/plain': 'Styret ble orientert.' })
  await waitFor(() => expect(drafts().map(({ name }) => name)).toContain('drafts.save'))
  expect(writes).toEqual([])
  await leave()
  await waitFor(() =>
    expect(writes.map((one) => [words(one.content), one.basedOn])).toEqual([['Styret ble orientert.', '1']]),
  )
  await screen.findByText('Lagret')
  await waitFor(() => expect(drafts().at(-1)?.name).toBe('drafts.discard'))
})

test('Ctrl+S saves without leaving', async () => {
  const { text, writes } = await anEditor('Ferdig.')
  paste(text, { 'text/plain': 'Mer. ' })
  fireEvent.keyDown(text, { key: 's', ctrlKey: true })
  await waitFor(() => expect(words(writes[0]?.content)).toContain('Mer.'))
})

test('an untouched text follows what another window writes', async () => {
  const { text, elsewhere, writes, leave } = await anEditor('Før')
  elsewhere('Fra det andre vinduet')
  await within(text).findByText('Fra det andre vinduet')
  text.focus()
  await leave()
  expect(writes).toEqual([])
})

test('two windows that write the same text: both stand side by side, and keeping mine writes it over theirs', async () => {
  const { text, elsewhere, user, record } = await anEditor('Før')
  paste(text, { 'text/plain': 'Min ' })
  await waitFor(() => expect(text.textContent).toContain('Min'))
  elsewhere('Deres')
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText(/Begge tekster er tatt vare på/)).toBeTruthy()
  expect(within(alert).getByText('Deres')).toBeTruthy()
  await user.click(within(alert).getByRole('button', { name: 'Behold min' }))
  await waitFor(() => expect(words(record.text)).toContain('Min'))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('a save that finds another text there loses neither; taking theirs puts mine within reach', async () => {
  const { text, user, record, leave, writes, hears } = await anEditor('Før')
  paste(text, { 'text/plain': 'Min ' })
  await waitFor(() => expect(text.textContent).toContain('Min'))
  // The file has changed, and this window has not yet heard of it.
  record.stamp = '2'
  record.text = richFromPlain('Deres')
  await leave()
  await screen.findByText('Ikke lagret')
  hears()
  const alert = await screen.findByRole('alert')
  expect(writes).toHaveLength(1)
  await user.click(within(alert).getByRole('button', { name: 'Bruk den andre' }))
  await waitFor(() => expect(text.textContent).toBe('Deres'))
})

test('what a crash left behind is shown as such and can be given up', async () => {
  const { text, user } = await anEditor('I filen', { text: 'Halvskrevet setning', basedOn: '1' })
  await within(text).findByText('Halvskrevet setning')
  screen.getByText(/Du skrev noe her som ikke ble lagret/)
  expect(screen.getByText('I filen', { selector: 'del' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Bruk det som er lagret' }))
  await within(text).findByText('I filen')
})

test('a draft based on an older text stands beside the newer one', async () => {
  await anEditor('Nyere tekst i filen', { text: 'Halvskrevet', basedOn: '0' })
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText('Halvskrevet')).toBeTruthy()
  expect(within(alert).getByText('Nyere tekst i filen')).toBeTruthy()
})

test('a paste of ten million letters is refused with a word why, and nothing is lost', async () => {
  const { text, drafts } = await anEditor('Dette står')
  paste(text, { 'text/plain': 'x'.repeat(10_000_000) })
  await screen.findByText(/for langt/)
  expect(text.textContent).toBe('Dette står')
  expect(drafts()).toEqual([])
})

test('the toolbar is reached with Alt+F10, walked with arrows and left with Escape', async () => {
  const { text, user } = await anEditor('Ord')
  text.focus()
  fireEvent.keyDown(text, { key: 'F10', altKey: true })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Fet' }))
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Kursiv' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(text))
})

test('a link without its scheme is meant as a web or mail address; what leads elsewhere is refused', async () => {
  const { text, user, writes } = await anEditor()
  text.focus()
  await user.click(screen.getByRole('button', { name: 'Lenke' }))
  const address = screen.getByLabelText('Adresse')
  await user.type(address, 'javascript:alert(1){Enter}')
  await screen.findByText(/Adressen må begynne med https/)
  await user.clear(address)
  await user.type(address, 'fyr.no{Enter}')
  fireEvent.keyDown(text, { key: 's', ctrlKey: true })
  await waitFor(() => expect(JSON.stringify(writes[0]?.content)).toContain('"href":"https://fyr.no"'))
  expect([fullAddress('kari@fyr.no'), fullAddress('tel:+4712345678')]).toEqual([
    'mailto:kari@fyr.no',
    'tel:+4712345678',
  ])
})

test('leaving the screen in the middle of a sentence writes it', async () => {
  const { text, writes, unmount } = await anEditor('Før. ')
  paste(text, { 'text/plain': 'Midt i en ' })
  unmount()
  await waitFor(() => expect(words(writes[0]?.content)).toContain('Midt i en'))
})

test('the gaps of a phrase are walked with Tab', async () => {
  const { text } = await anEditor('Møtet ble hevet kl. [[tid]] av [[navn]].')
  text.focus()
  fireEvent.keyDown(text, { key: 'Tab' })
  expect(document.getSelection()?.toString()).toBe('[[tid]]')
  fireEvent.keyDown(text, { key: 'Tab' })
  expect(document.getSelection()?.toString()).toBe('[[navn]]')
})
