import { expect, test } from 'vitest'
import { aDeskOn, screen, windowAt } from '../a-window.tsx'

const choice = { periodFrom: '2026-01-01', periodTo: '2026-12-31', language: 'nb' } as const

test('a package tells what changed since the last one, section by section, with how much of each', async () => {
  const desk = await aDeskOn()
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const add = (title: string) =>
    desk.call('projects.add', {
      title,
      startYear: 2026,
      status: 'running',
      crossCutting: true,
      newPlan: `Plan ${title}`,
    })
  const project = await add('Grønn industri')
  await desk.call('packages.make', { ...choice, bodyId: body.id })
  await desk.call('projects.report', {
    projectId: project.id,
    reportedOn: '2026-01-15',
    light: 'red',
    comment: 'Grunneieren nøler.',
  })
  await add('Bredbånd')
  const made = await desk.call('packages.make', { ...choice, bodyId: body.id })
  windowAt(desk, `/packages/${made.id}`)
  const projects = (await screen.findByText('Prosjekter (2)')).closest('details')
  expect(projects?.textContent).toContain('Nytt: 1. Endret: 1.')
  expect([...(projects?.querySelectorAll('li') ?? [])].map((line) => line.textContent)).toEqual([
    'Nytt prosjekt: Bredbånd',
    'Grønn industri: fra ikke vurdert til rødt. Kommentar: Grunneieren nøler',
  ])
})

test('a package in which nothing changed says so once', async () => {
  const desk = await aDeskOn()
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const package_ = { ...choice, bodyId: body.id }
  await desk.call('packages.make', package_)
  const made = await desk.call('packages.make', package_)
  windowAt(desk, `/packages/${made.id}`)
  await screen.findByText('Ingenting er endret.')
  expect(screen.queryByText(/^Uendret siden forrige pakke/)).toBeNull()
})
