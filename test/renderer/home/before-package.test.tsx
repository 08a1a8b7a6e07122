import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30', language: 'nb' } as const

test('projects with a red or amber light stand at home with what is said of them, red and lighthouses first', async () => {
  const desk = await aDeskOn()
  await desk.aCompany()
  const plan = await desk.call('plans.add', { title: 'Strategisk næringsplan', versionLabel: '2026' })
  const area = await desk.call('focusAreas.add', { planId: plan.id, title: 'Kompetanse' })
  const aProject = async (
    title: string,
    light: 'red' | 'amber' | 'green',
    comment: string | null,
    lighthouse = false,
  ) => {
    const made = await desk.call('projects.add', {
      title,
      startYear: 2026,
      status: 'running',
      leadId: desk.me,
      focusAreaIds: [area.id],
      lighthouse,
    })
    await desk.call('projects.report', { projectId: made.id, light, comment, reportedOn: '2026-09-10' })
    return made
  }
  await aProject('Arealer', 'amber', 'Tas bort.')
  const late = await aProject('Batterier', 'red', 'Venter på tomten.')
  await aProject('Celler', 'red', 'Mangler strøm.', true)
  await aProject('Dokker', 'green', null)
  const ended = await aProject('Energi', 'red', 'Stanset.')
  await desk.call('projects.revise', { id: ended.id, changes: { status: 'stopped', endActualOn: '2026-09-11' } })
  // As an imported file may have it: the form asks for a comment.
  desk.backend.workspaces.store().db.prepare("UPDATE project_reports SET comment = NULL WHERE light = 'amber'").run()
  windowAt(desk, '/')
  const panel = within(await screen.findByRole('region', { name: 'Før neste styrepakke' }))
  const lines = () => panel.getAllByRole('listitem').map((line) => line.textContent)
  expect(lines()).toEqual([
    'CellerRødt10.09.2026: Mangler strøm.',
    'BatterierRødt10.09.2026: Venter på tomten.',
    'ArealerGultMangler kommentar',
  ])
  expect(panel.getByRole('link', { name: 'Batterier' }).getAttribute('href')).toContain(late.id)
})

test('the newest package of each body stands at home until it is sent; with nothing to tell there is no panel', async () => {
  const desk = await aDeskOn()
  await desk.aCompany()
  const board = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const council = await desk.call('bodies.add', { name: 'Rådet', kind: 'council' })
  await desk.call('packages.make', { ...period, bodyId: board.id })
  const second = await desk.call('packages.make', { ...period, bodyId: board.id })
  const theirs = await desk.call('packages.make', { ...period, bodyId: council.id })
  windowAt(desk, '/')
  const region = { name: 'Før neste styrepakke' }
  const panel = within(await screen.findByRole('region', region))
  const lines = () => panel.getAllByRole('listitem').map((line) => line.textContent)
  expect(lines().toSorted()).toEqual(
    [
      `${second.title}Styret, versjon 2, laget 15.09.2026`,
      `${theirs.title}Rådet, versjon 1, laget 15.09.2026`,
    ].toSorted(),
  )
  for (const { id } of [second, theirs]) {
    await desk.call('packages.send', { id, formats: ['xlsx'], editions: ['full'], sentOn: '2026-09-15', sentTo: null })
  }
  await waitFor(() => expect(screen.queryByRole('region', region)).toBeNull(), { timeout: 20_000 })
}, 60_000)
