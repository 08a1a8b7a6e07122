/** What a secretary does with bodies, meetings, minutes and papers, by role and accessible name, in the words of a catalogue. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import type { translator } from '#shared/i18n/translator.ts'
import { part, partsOf, wordText } from '#test/shared/documents/office-file.ts'
import { aMessage } from './mail.ts'
import { button, comboBox, select, textField } from './steps.ts'

export type Detail = OutputOf<'meetings.open'>
type T = ReturnType<typeof translator>
export type ItemForm = 'proposal' | 'vote' | 'decision' | 'dissent' | 'note' | 'action' | 'disqualification'
const shortcuts: Readonly<Record<ItemForm, string>> = {
  proposal: 'Alt+p',
  vote: 'Alt+v',
  decision: 'Alt+d',
  dissent: 'Alt+r',
  note: 'Alt+n',
  action: 'Alt+a',
  disqualification: 'Alt+j',
}

export interface NewMember {
  readonly name: string
  readonly role?: 'chair' | 'viceChair' | 'member' | 'deputy' | 'observer'
  readonly party?: string
}

export function aSecretary(page: Page, t: T) {
  const main = () => page.getByRole('main')
  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true })
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}( \\d+)?$`) })
  const radio = (scope: Page | Locator, group: string, name: string) =>
    scope.getByRole('radiogroup', { name: group }).getByText(name, { exact: true })
  async function pick(scope: Page | Locator, label: string, option: string | RegExp): Promise<void> {
    await select(scope, label).first().click()
    const name = typeof option === 'string' ? { name: option, exact: true } : { name: option }
    await page.getByRole('option', name).first().click()
  }
  /** In place of the sidebar: leaves what is open and shows an area. */
  async function area(name: 'meetings' | 'bodies' | 'decisions' | 'actions' | 'home' | 'packages'): Promise<void> {
    await page
      .getByRole('navigation', { name: t('app.nav') })
      .getByRole('link', { name: new RegExp(`^${t(`app.areas.${name}`)}`) })
      .click()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }

  const bodies = {
    async add(name: string, kind: 'board' | 'council', rules: 'publicLikeNo' | 'municipalLikeSe'): Promise<void> {
      await area('bodies')
      await button(main(), t('bodies.add')).first().click()
      const form = dialog(t('bodies.add'))
      await textField(form, t('app.fields.name')).fill(name)
      await pick(form, t('app.fields.kind'), t(`codes.bodyKind.${kind}`))
      await form
        .getByRole('radiogroup', { name: t('bodies.rules.preset') })
        .getByText(t(`codes.bodyRules.${rules}`))
        .click()
      await button(form, t('common.add')).click()
      await page.getByRole('heading', { level: 2, name }).waitFor()
    },
    /** A new partnership has a body already, with the rules of its country. */
    async open(name: string, rules: 'publicLikeNo' | 'municipalLikeSe'): Promise<void> {
      await area('bodies')
      await page.getByRole('row', { name }).click()
      await page.getByRole('heading', { level: 2, name }).waitFor()
      await main()
        .getByText(t(`codes.bodyRules.${rules}`))
        .first()
        .waitFor()
    },
    /** Types the names one after the other; nobody of them is in the register yet. */
    async addMembers(members: readonly NewMember[]): Promise<void> {
      await button(main(), t('bodies.members.add')).click()
      const form = page.getByRole('group', { name: t('bodies.members.add') })
      for (const { name, role = 'member', party } of members) {
        await comboBox(form, t('bodies.members.person')).fill(name)
        await page.getByRole('option', { name: t('bodies.members.create', { name }) }).click()
        await textField(form, t('bodies.members.familyName')).waitFor()
        await pick(form, t('app.fields.role'), t(`codes.memberRole.${role}`))
        if (party) await textField(form, t('app.fields.party')).fill(party)
        await button(form, t('common.add')).click()
        await main().getByRole('listitem').filter({ hasText: name }).first().waitFor()
        await comboBox(form, t('bodies.members.person')).waitFor()
      }
      await button(form, t('common.close')).click()
    },
    async secretary(name: string): Promise<void> {
      await tab(t('bodies.tabs.rules')).click()
      await pick(main(), t('app.fields.secretaryId'), name)
    },
    async standingItems(rows: readonly (readonly [type: string, title: string, minutes: number])[]): Promise<void> {
      await tab(t('bodies.tabs.templates')).click()
      await button(main(), t('bodies.templates.add')).click()
      const list = main().getByRole('list', {
        name: t('bodies.templates.rowsOf', { name: t('bodies.templates.newName') }),
      })
      for (const [index, [type, title, minutes]] of rows.entries()) {
        await button(main(), t('bodies.templates.addRow')).click()
        const row = list.getByRole('listitem').nth(index)
        const name = textField(row, t('bodies.templates.rowTitle'))
        await name.fill(title)
        await name.press('Enter')
        await pick(row, t('bodies.templates.rowType'), type)
        await textField(row, t('bodies.templates.rowMinutes')).fill(String(minutes))
        await textField(row, t('bodies.templates.rowMinutes')).press('Enter')
      }
    },
  }

  const meetings = {
    /** `day` as it is typed. Gives the meeting's id. */
    async plan(given: { day: string; from: string; to: string; place?: string; body?: string }): Promise<string> {
      await area('meetings')
      await button(main(), t('meetings.new.action')).first().click()
      const form = page.getByRole('article')
      if (given.body) await pick(form, t('meetings.fields.bodyId'), given.body)
      await textField(form, t('meetings.fields.startsOn')).fill(given.day)
      await textField(form, t('meetings.fields.startsAt')).fill(given.from)
      await textField(form, t('meetings.fields.endsAt')).fill(given.to)
      if (given.place) await textField(form, t('meetings.fields.place')).fill(given.place)
      await button(form, t('meetings.new.plan')).click()
      await tab(t('meetings.tabs.agenda')).waitFor()
      return meetings.shownId()
    },
    shownId: () => /\/meetings\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '',
    async open(id: string): Promise<void> {
      await page.goto(`${new URL(page.url()).origin}/#/meetings/${id}`)
      await tab(t('meetings.tabs.agenda')).waitFor()
    },
    agenda: () => main().getByRole('list', { name: t('meetings.tabs.agenda') }),
    async addItem(title: string, type?: string, minutes?: number): Promise<void> {
      if (type) await pick(main(), t('meetings.item.type'), type)
      if (minutes) await textField(main(), t('meetings.item.minutesPlanned')).last().fill(String(minutes))
      const field = textField(main(), t('meetings.agenda.newItem'))
      await field.fill(title)
      await field.press('Enter')
      await meetings.agenda().getByRole('button', { name: title }).first().waitFor()
    },
    /** Opens an item's editor beside the agenda. */
    async editItem(title: string): Promise<Locator> {
      // Where there is no room for both, the editor stands in the list's place.
      const back = button(main(), t('meetings.item.close'))
      if (await back.isVisible()) await back.click()
      await meetings.agenda().getByRole('button', { name: title }).last().click()
      const editor = main().getByRole('region', { name: title, exact: true })
      await editor.waitFor()
      return editor
    },
    async toSession(id: string): Promise<void> {
      await page.goto(`${new URL(page.url()).origin}/#/meetings/${id}/session`)
      await tab(t('session.panels.meeting')).waitFor()
    },
  }

  const panel = () => main().getByRole('region', { name: t('session.item.title'), exact: true })
  const people = () => main().getByRole('region', { name: t('session.people.title'), exact: true })
  const session = {
    panel,
    people,
    writing: () => panel().getByRole('textbox', { name: t('session.item.minutes') }),
    person: (name: string) => people().getByRole('button', { name }).first(),
    async show(panelName: 'meeting' | 'minutes' | 'papers'): Promise<void> {
      await tab(t(`session.panels.${panelName}`)).click()
    },
    async item(title: string): Promise<void> {
      await main()
        .getByRole('navigation', { name: t('session.items.title') })
        .getByRole('button', { name: title })
        .click()
      await panel().getByRole('heading', { level: 2, name: title }).waitFor()
    },
    /** Opens a form with its key, from wherever the cursor stands. */
    async form(kind: ItemForm): Promise<Locator> {
      await page.keyboard.press(shortcuts[kind])
      const name = kind === 'proposal' ? t('session.proposals.new') : t(`session.add.${kind}`)
      const form = panel().getByRole('form', { name })
      await form.waitFor()
      return form
    },
    /** Saves a form with the keyboard and waits until it has gone. */
    async save(form: Locator): Promise<void> {
      await page.keyboard.press('Control+Enter')
      await form.waitFor({ state: 'hidden' })
    },
    closing: () => dialog(t('session.close.title')),
    async close(at: string): Promise<void> {
      await button(main(), t('session.close.action')).click()
      const field = textField(session.closing(), t('session.close.at'))
      await field.fill(at)
      await button(session.closing(), t('session.close.action')).click()
      await session.closing().waitFor({ state: 'hidden' })
    },
  }

  const papers = {
    async export(kind: keyof typeof kinds, format: 'docx' | 'eml' | 'ics'): Promise<Uint8Array> {
      await session.show('papers')
      const side = main().getByRole('region', { name: t('session.papers.choose') })
      await pick(side, t('session.papers.kind'), t(`codes.paperKind.${kind}`))
      const downloading = page.waitForEvent('download', { timeout: 60_000 })
      await button(side, t(`session.papers.format.${format}`)).click()
      const bytes = readFileSync(await (await downloading).path())
      return new Uint8Array(bytes)
    },
    mail: async (kind: keyof typeof kinds) => aMessage(await papers.export(kind, 'eml')),
  }
  return { t, main, tab, radio, pick, area, dialog, bodies, meetings, session, papers }
}
const kinds = { notice: 0, agenda: 0, casePapers: 0, minutes: 0, extract: 0, followUpList: 0, attendanceList: 0 }
export type Secretary = ReturnType<typeof aSecretary>

/** Text, list and picture as Word puts them on the clipboard. */
export async function paste(target: Locator, html: string): Promise<void> {
  await target.focus()
  await target.evaluate((element, content) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', content)
    clipboardData.setData('text/plain', new DOMParser().parseFromString(content, 'text/html').body.textContent ?? '')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

/** Every line is in the text, each below the one before it. */
export function inOrder(text: string, lines: readonly (string | RegExp)[]): string[] {
  const missing: string[] = []
  let at = 0
  for (const line of lines) {
    const rest = text.slice(at)
    const found = typeof line === 'string' ? rest.indexOf(line) : rest.search(line)
    const length = typeof line === 'string' ? line.length : (line.exec(rest)?.[0].length ?? 0)
    if (found < 0) missing.push(String(line))
    else at += found + length
  }
  return missing
}

/** What is read on the pages of a Word file. */
export const wordOf = (bytes: Uint8Array) => wordText(part(partsOf(bytes), 'word/document.xml'))
