import { expect, it } from 'vitest'
import { plainPng } from '#db/sample/png.ts'
import { plainText } from '#shared/domain/rich-text.ts'
import { aBackend } from './a-backend.ts'

async function aDesk() {
  const desk = await aBackend()
  const board = await desk.call('bodies.add', {
    name: 'Styret',
    kind: 'board',
    country: 'NO',
    activeFrom: '2020-01-01',
  })
  const council = await desk.call('bodies.add', {
    name: 'Rådet',
    kind: 'council',
    country: 'NO',
    activeFrom: '2020-01-01',
  })
  const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30', language: 'nb' } as const
  const layout = async (choice: {
    bodyId: string
    variant?: 'papers' | 'notice'
    templateId?: string
    meetingId?: string
  }) => {
    const made = await desk.call('packages.make', { ...period, ...choice })
    const { snapshot } = await desk.call('packages.open', { id: made.id })
    return { made, layout: snapshot.layout, look: snapshot.look }
  }
  return { ...desk, board, council, layout, period }
}
const sectionsOf = (layout: { sections: { section: string }[] } | null) =>
  layout?.sections.map(({ section }) => section)

it('a package follows the usual layout of its variant while there is no template', async () => {
  const { call, board, layout } = await aDesk()
  const { made, layout: papers } = await layout({ bodyId: board.id })
  expect(made).toMatchObject({ variant: 'papers', templateId: null })
  expect(sectionsOf(papers)?.slice(0, 4)).toEqual(['cover', 'contents', 'notice', 'agenda'])
  const meeting = await call('meetings.plan', {
    bodyId: board.id,
    kind: 'ordinary',
    startsOn: '2026-10-01',
    startsAt: '09:00',
  })
  const { layout: notice } = await layout({ bodyId: board.id, variant: 'notice', meetingId: meeting.id })
  expect(sectionsOf(notice)).toEqual(['cover', 'notice', 'agenda', 'nextMeetings'])
  expect(notice?.sheets).toEqual(['agenda', 'codeList'])
})

it('a notice and an agenda are refused without a meeting, on its field; a look at what they would hold is not', async () => {
  const { call, problemOf, board, period } = await aDesk()
  for (const variant of ['notice', 'agenda'] as const) {
    const choice = { ...period, bodyId: board.id, variant }
    expect((await problemOf('packages.make', choice)).fields).toEqual({
      meetingId: { key: 'problems.field.meetingNeeded' },
    })
    const { readiness } = await call('packages.preview', choice)
    expect(readiness.map(({ kind }) => kind)).toContain('noMeeting')
  }
  expect(await call('packages.list', {})).toEqual([])
  await call('packages.make', { ...period, bodyId: board.id, variant: 'annualReport' })
})

it("a body's own template goes before one of every body, and its layout is frozen in the package", async () => {
  const { call, board, council, layout } = await aDesk()
  const everybody = await call('packageTemplates.add', {
    name: 'Alle',
    variant: 'papers',
    sections: [{ section: 'visits' }, { section: 'cover' }],
  })
  const own = await call('packageTemplates.add', {
    name: 'Styrets',
    variant: 'papers',
    bodyId: board.id,
    attachments: 'bound',
    sections: [
      {
        section: 'goals',
        heading: 'Hvor vi står',
        introduction: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Les dette.' }] }],
        },
      },
    ],
    sheets: ['goals'],
  })
  expect([everybody.position, own.position]).toEqual([0, 1])
  const first = await layout({ bodyId: board.id })
  expect(first.made.templateId).toBe(own.id)
  expect(sectionsOf(first.layout)).toEqual(['cover', 'goals'])
  expect(first.layout).toMatchObject({ attachments: 'bound', sheets: ['goals'] })
  expect(first.layout?.sections[1]?.heading).toBe('Hvor vi står')
  expect(plainText(first.layout?.sections[1]?.introduction ?? null)).toBe('Les dette.')
  expect(sectionsOf((await layout({ bodyId: council.id })).layout)).toEqual(['cover', 'visits'])
  // Removed or changed later, the package stays as it was.
  await call('packageTemplates.remove', { id: own.id })
  const again = await call('packages.open', { id: first.made.id })
  expect(sectionsOf(again.snapshot.layout)).toEqual(['cover', 'goals'])
})

it('goes without what is left out of this one package, but never without its cover', async () => {
  const { call, board, period } = await aDesk()
  const made = await call('packages.make', { ...period, bodyId: board.id, leftOut: ['cover', 'visits', 'followUps'] })
  const sections = sectionsOf((await call('packages.open', { id: made.id })).snapshot.layout)
  expect(sections?.[0]).toBe('cover')
  expect(sections).not.toContain('visits')
  expect(sections).toContain('projects')
})

it("refuses another body's template, one of another variant, and a section listed twice", async () => {
  const { call, problemOf, board, council, period } = await aDesk()
  const own = await call('packageTemplates.add', { name: 'Styrets', variant: 'papers', bodyId: board.id })
  const make = { ...period, templateId: own.id }
  expect(await problemOf('packages.make', { ...make, bodyId: council.id })).toMatchObject({
    code: 'refused',
    key: 'problems.templateOfOther',
  })
  expect(await problemOf('packages.make', { ...make, bodyId: board.id, variant: 'annualReport' })).toMatchObject({
    key: 'problems.templateOfOther',
  })
  const twice = await problemOf('packageTemplates.revise', {
    id: own.id,
    changes: { sections: [{ section: 'goals' }, { section: 'goals' }] },
  })
  expect(twice.fields?.['changes.sections']?.key).toBe('problems.field.listedTwice')
})

it('the first by position is the usual one, and undo takes a move back', async () => {
  const { call, ask, board, layout } = await aDesk()
  const add = (name: string) => call('packageTemplates.add', { name, variant: 'papers', bodyId: board.id })
  const [first, second] = [await add('A'), await add('B')]
  expect((await layout({ bodyId: board.id })).made.templateId).toBe(first.id)
  const moved = await ask('packageTemplates.move', { id: second.id, position: 0 })
  expect((await layout({ bodyId: board.id })).made.templateId).toBe(second.id)
  await call('history.undo', { stamp: (moved.ok && moved.change) || '' })
  expect((await call('packageTemplates.list', {})).map(({ name }) => name)).toEqual(['A', 'B'])
})

it('the house style is frozen with a package: colour, typeface, logo', async () => {
  const { call, problemOf, board, layout } = await aDesk()
  const logo = Buffer.from(plainPng(300, 100, [122, 31, 61])).toString('base64')
  expect((await layout({ bodyId: board.id })).look).toEqual({ accentColour: null, font: 'Calibri', logo: null })
  const nameless = await problemOf('partnership.setLogo', { base64: logo, altText: null })
  expect(nameless.fields?.altText?.key).toBe('problems.field.altTextNeeded')
  await call('partnership.setLogo', { base64: logo, altText: 'Østfolds vannliljer' })
  expect(await call('partnership.readLogo', {})).toEqual({ mime: 'image/png', base64: logo })
  await call('partnership.revise', { changes: { accentColour: '#7a1f3d', documentFont: 'Arial' } })
  const { look } = await layout({ bodyId: board.id })
  expect(look).toMatchObject({
    accentColour: '#7A1F3D',
    font: 'Arial',
    logo: { mime: 'image/png', altText: 'Østfolds vannliljer' },
  })
  const mute = await problemOf('partnership.revise', { changes: { logoAltText: null } })
  expect(mute.fields?.['changes.logoAltText']?.key).toBe('problems.field.altTextNeeded')
  await call('partnership.setLogo', { base64: null, altText: 'borte' })
  expect(await call('partnership.readLogo', {})).toBeNull()
  expect((await call('partnership.show', {})).logoAltText).toBeNull()
})

it('refuses what is no picture, a damaged one, one too large, and a colour too pale to read', async () => {
  const { problemOf } = await aDesk()
  const logo = (bytes: Buffer) =>
    problemOf('partnership.setLogo', { base64: bytes.toString('base64'), altText: 'Logo' })
  const fieldOf = async (bytes: Buffer) => (await logo(bytes)).fields?.base64?.key
  expect(await fieldOf(Buffer.from('<svg onload="x"/>'))).toBe('problems.field.notAPicture')
  expect(await fieldOf(Buffer.from(plainPng(3, 3, [122, 31, 61])).subarray(0, 12))).toBe('problems.field.notAPicture')
  expect(await fieldOf(Buffer.concat([Buffer.from(plainPng(3, 3, [122, 31, 61])), Buffer.alloc(1_048_576)]))).toBe(
    'problems.field.logoTooLarge',
  )
  const pale = await problemOf('partnership.revise', { changes: { accentColour: '#F0C040' } })
  expect(pale.fields?.['changes.accentColour']).toMatchObject({
    key: 'problems.field.colourTooPale',
    params: { contrast: 1.7, least: 4.5 },
  })
  const named = await problemOf('partnership.revise', { changes: { accentColour: 'red' } })
  expect(named.fields?.['changes.accentColour']?.key).toBe('problems.field.notAColour')
})
