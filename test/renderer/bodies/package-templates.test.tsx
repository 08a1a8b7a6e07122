import { expect, test } from 'vitest'
import { presetLayout } from '#shared/domain/package-presets.ts'
import { plainText } from '#shared/domain/rich-text.ts'
import { aDeskOn, fireEvent, screen, waitFor, windowAt, within } from '../a-window.tsx'

// jsdom lays nothing out; the editor asks where the cursor stands.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()
document.elementFromPoint = () => null

type Desk = Awaited<ReturnType<typeof aDeskOn>>

async function aBody(desk: Desk, name = 'Styret') {
  return desk.call('bodies.add', { name, kind: 'board', activeFrom: '2026-01-01' })
}
async function aTab(name?: string) {
  const desk = await aDeskOn()
  const body = await aBody(desk, name)
  const show = () => windowAt(desk, `/bodies/${body.id}?tab=packages`)
  const templates = () => desk.call('packageTemplates.list', {})
  const first = async () => {
    const [template] = await templates()
    if (!template) throw new Error('no template')
    return template
  }
  const sections = async () => (await first()).sections.map(({ section }) => section)
  return { desk, body, show, templates, first, sections }
}
const rowsOf = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('button', { name: /^Ta ut / })
    .map((button) => button.getAttribute('aria-label')?.replace('Ta ut ', ''))

test('without templates the usual layout is shown, and a template is made of it with its name ready to be written over', async () => {
  const { show, templates, body } = await aTab()
  const { user } = show()
  await screen.findByText('Ingen egne maler')
  const usual = within(screen.getByRole('region', { name: 'Vanlig oppsett' }))
  expect(usual.getAllByRole('listitem').length).toBeGreaterThan(20)
  usual.getByText('Saksframlegg')
  usual.getByText('Måleverdier')
  await user.click(usual.getByRole('button', { name: /^Årsrapport/ }))
  usual.getByText('Året i korte trekk')
  await user.click(usual.getByRole('button', { name: 'Lag mal av «Årsrapport»' }))
  await screen.findByRole('region', { name: 'Bare for Styret' })
  await waitFor(() => expect((document.activeElement as HTMLInputElement).value).toBe('Årsrapport'))
  await user.keyboard('Årsmeldingen{Enter}')
  await waitFor(async () =>
    expect(await templates()).toMatchObject([{ name: 'Årsmeldingen', variant: 'annualReport', bodyId: body.id }]),
  )
  // The variants that still have none are shown beneath.
  expect(screen.queryByRole('button', { name: 'Lag mal av «Årsrapport»' })).toBeNull()
  within(screen.getByRole('region', { name: 'Vanlig oppsett' })).getByRole('button', { name: /^Møtepapirer/ })
})

test('a template is made from the menu as a copy of another body’s, sections and all', async () => {
  const { desk, body, show, templates } = await aTab()
  const council = await aBody(desk, 'Rådet')
  await desk.call('packageTemplates.add', {
    name: 'Rådets',
    variant: 'papers',
    bodyId: council.id,
    attachments: 'bound',
    sections: [{ section: 'cover' }, { section: 'goals', heading: 'Hvor vi står' }],
    sheets: ['goals'],
  })
  const { user } = show()
  await screen.findByText('Ingen egne maler')
  await user.click(screen.getByRole('button', { name: 'Legg til mal' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Kopi av «Rådets» fra Rådet' }))
  await screen.findByDisplayValue('Rådets, kopi')
  expect((await templates())[1]).toMatchObject({
    bodyId: body.id,
    attachments: 'bound',
    sheets: ['goals'],
    sections: [{ section: 'cover' }, { section: 'goals', heading: 'Hvor vi står' }],
  })
})

test('sections are moved by button, by Alt with an arrow and by their handle; the cover stays first', async () => {
  const { desk, body, show, sections } = await aTab()
  await desk.call('packageTemplates.add', { name: 'Innkalling', variant: 'notice', bodyId: body.id })
  const { user } = show()
  await user.click(await screen.findByRole('button', { name: /^Innkalling/, expanded: false }))
  expect(rowsOf('Deler i Word')).toEqual(['Innkalling', 'Saksliste', 'Neste møter'])
  const word = within(screen.getByRole('list', { name: 'Deler i Word' }))
  await user.click(word.getByRole('button', { name: 'Flytt Neste møter opp' }))
  await waitFor(async () => expect(await sections()).toEqual(['cover', 'notice', 'nextMeetings', 'agenda']))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Flytt Neste møter opp')
  // At the top the button is off, and the handle takes the focus.
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await sections()).toEqual(['cover', 'nextMeetings', 'notice', 'agenda']))
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Flytt Neste møter'))
  screen.getByText('Neste møter er nå nummer 1 av 3.')
  word.getByRole('button', { name: 'Saksliste' }).focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(async () => expect(await sections()).toEqual(['cover', 'nextMeetings', 'agenda', 'notice']))
  expect(document.activeElement?.textContent).toBe('Saksliste')
  word.getByRole('button', { name: 'Flytt Innkalling' }).focus()
  await user.keyboard('{Home}')
  await waitFor(async () => expect(await sections()).toEqual(['cover', 'notice', 'nextMeetings', 'agenda']))
})

test('sections and sheets are taken out and added; the year’s own are offered in annual reports alone', async () => {
  const { desk, body, show, first, sections } = await aTab()
  await desk.call('packageTemplates.add', { name: 'Agenda', variant: 'agenda', bodyId: body.id })
  const { user } = show()
  await user.click(await screen.findByRole('button', { name: /^Agenda/ }))
  await user.click(screen.getByRole('button', { name: 'Ta ut Vedlegg' }))
  await waitFor(async () => expect(await sections()).toEqual(['cover', 'agenda']))
  await user.click(screen.getByRole('button', { name: 'Legg til del' }))
  const offered = (await screen.findAllByRole('menuitem')).map((entry) => entry.textContent)
  expect(offered).toContain('Vedlegg')
  expect(offered).not.toContain('Forside')
  expect(offered).not.toContain('Året i korte trekk')
  await user.click(screen.getByRole('menuitem', { name: 'Bedriftsbesøk' }))
  await waitFor(async () => expect(await sections()).toEqual(['cover', 'agenda', 'visits']))
  const excel = within(screen.getByRole('region', { name: 'Ark i Excel' }))
  await user.click(excel.getByRole('button', { name: 'Ta ut Saksliste' }))
  await waitFor(async () => expect((await first()).sheets).toEqual(['codeList']))
  await user.click(excel.getByRole('button', { name: 'Ta ut Kodeliste' }))
  await excel.findByText('Arbeidsboken får bare arket med forklaring.')
  await user.click(excel.getByRole('button', { name: 'Legg til ark' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Mål' }))
  await waitFor(async () => expect((await first()).sheets).toEqual(['goals']))
  await user.click(screen.getByRole('button', { name: /Type/ }))
  await user.click(await screen.findByRole('option', { name: 'Årsrapport' }))
  await waitFor(async () => expect((await first()).variant).toBe('annualReport'))
  await user.click(screen.getByRole('button', { name: 'Legg til del' }))
  await screen.findByRole('menuitem', { name: 'Året i korte trekk' })
})

test('a section gets its own heading and introduction, and a heading just typed is not lost to the button pressed next', async () => {
  const { desk, body, show, first } = await aTab()
  await desk.call('packageTemplates.add', { name: 'Innkalling', variant: 'notice', bodyId: body.id })
  const { user } = show()
  await user.click(await screen.findByRole('button', { name: /^Innkalling/, expanded: false }))
  await user.click(screen.getByRole('button', { name: 'Overskrift og innledning til Saksliste' }))
  const text = await screen.findByRole('textbox', { name: 'Innledning' })
  text.focus()
  fireEvent.paste(text, {
    clipboardData: {
      getData: (type: string) => (type === 'text/plain' ? 'Les dette først.' : ''),
      items: [],
      files: [],
    },
  })
  const heading = screen.getByLabelText('Overskrift')
  await user.type(heading, 'Dette skal vi gjennom')
  // Leaving the heading saves it; the button writes the same list of sections right after.
  const word = within(screen.getByRole('list', { name: 'Deler i Word' }))
  await user.click(word.getByRole('button', { name: 'Flytt Saksliste ned' }))
  await waitFor(async () => {
    const { sections } = await first()
    expect(sections.map(({ section }) => section)).toEqual(['cover', 'notice', 'nextMeetings', 'agenda'])
    expect(sections[3]?.heading).toBe('Dette skal vi gjennom')
    expect(plainText(sections[3]?.introduction ?? null)).toBe('Les dette først.')
  })
  await screen.findByRole('button', { name: /^Dette skal vi gjennom/ })
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what is wrong with a heading is said at it, and what was typed stays', async () => {
  const { desk, body, show, first } = await aTab()
  await desk.call('packageTemplates.add', { name: 'Innkalling', variant: 'notice', bodyId: body.id })
  const { user } = show()
  await user.click(await screen.findByRole('button', { name: /^Innkalling/, expanded: false }))
  await user.click(screen.getByRole('button', { name: 'Overskrift og innledning til Saksliste' }))
  const heading = screen.getByLabelText<HTMLInputElement>('Overskrift')
  const long = 'x'.repeat(100_001)
  await user.click(heading)
  await user.paste(long)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(heading.getAttribute('aria-invalid')).toBe('true'))
  expect(heading.value).toBe(long)
  expect((await first()).sections.every((row) => row.heading === null)).toBe(true)
})

test('one undo takes back the way to the usual layout, and one brings a removed template back', async () => {
  const { desk, body, show, first, templates } = await aTab()
  await desk.call('packageTemplates.add', {
    name: 'Kort',
    variant: 'notice',
    bodyId: body.id,
    sections: [{ section: 'cover' }, { section: 'agenda', heading: 'Saker' }],
    sheets: [],
    attachments: 'bound',
  })
  const before = await first()
  const { user } = show()
  await user.click(await screen.findByRole('button', { name: /^Kort/ }))
  await user.click(screen.getByRole('button', { name: 'Tilbake til det vanlige oppsettet' }))
  await screen.findByText('Malen følger det vanlige oppsettet igjen.')
  expect(await first()).toMatchObject(presetLayout('notice'))
  await user.click(screen.getByRole('button', { name: 'Angre' }))
  await waitFor(async () => expect((await first()).sections).toEqual(before.sections))
  await user.click(await screen.findByRole('button', { name: 'Slett malen' }))
  await screen.findByText('Ingen egne maler')
  expect(await templates()).toEqual([])
  await user.click(screen.getAllByRole('button', { name: 'Angre' }).at(-1) as HTMLElement)
  await screen.findByRole('button', { name: /^Kort/ })
})

test('own templates and those of all bodies stand apart, are moved among their own, and the one in use is marked', async () => {
  const { desk, body, show, templates } = await aTab()
  const council = await aBody(desk, 'Rådet')
  const add = (name: string, bodyId: string | null) =>
    desk.call('packageTemplates.add', { name, variant: 'papers', bodyId })
  await add('Felles', null)
  await add('Rådets', council.id)
  await add('Korte', body.id)
  await add('Lange', body.id)
  const { user } = show()
  const own = within(await screen.findByRole('region', { name: 'Bare for Styret' }))
  const shared = within(screen.getByRole('region', { name: 'For alle organer' }))
  expect(screen.queryByText('Rådets')).toBeNull()
  expect(shared.queryByText('Brukes vanligvis')).toBeNull()
  const usual = () => own.getByText('Brukes vanligvis').closest('li')?.textContent
  expect(usual()).toMatch(/^Korte/)
  await user.click(own.getByRole('button', { name: 'Flytt Lange opp' }))
  await waitFor(async () =>
    expect((await templates()).map(({ name }) => name)).toEqual(['Felles', 'Rådets', 'Lange', 'Korte']),
  )
  await waitFor(() => expect(usual()).toMatch(/^Lange/))
  await user.click(own.getByRole('button', { name: /^Lange/ }))
  await user.click(own.getByRole('switch', { name: /^Gjelder alle organer/ }))
  await waitFor(async () => expect((await templates()).find(({ name }) => name === 'Lange')?.bodyId).toBeNull())
  await shared.findByRole('button', { name: /^Lange/ })
})
