import { expect, test } from 'vitest'
import { aDeskOn, screen, windowAt, within } from '../a-window.tsx'

/** A board with a first package behind it, a project that was red then and is now, and one that goes as planned. */
async function withProjects() {
  const desk = await aDeskOn()
  const body = await desk.call('bodies.add', { name: 'Styret', kind: 'board' })
  const owner = await desk.call('persons.add', { givenName: 'Siri', familyName: 'Næss' })
  const late = await desk.call('projects.add', {
    title: 'Grønn industri',
    startYear: 2026,
    status: 'running',
    crossCutting: true,
    newPlan: 'Handlingsprogram',
  })
  await desk.call('projects.add', { title: 'Bredbånd', startYear: 2026, status: 'running', crossCutting: true })
  await desk.call('milestones.add', {
    projectId: late.id,
    title: 'Avtale med grunneier',
    ownerId: owner.id,
    baselineOn: '2026-01-31',
  })
  await desk.call('projects.report', {
    projectId: late.id,
    reportedOn: '2026-01-15',
    light: 'red',
    comment: 'Grunneieren nøler.',
  })
  const choice = { bodyId: body.id, periodFrom: '2026-01-01', periodTo: '2026-12-31', language: 'nb' } as const
  const made = await desk.call('packages.make', choice)
  return { desk, bodyId: body.id, projectId: late.id, packageId: made.id }
}

test('before a package is made, a red light without a new comment is named with a way to the project', async () => {
  const { desk, bodyId, projectId } = await withProjects()
  windowAt(desk, `/packages/new?forBody=${bodyId}`)
  const preview = within(await screen.findByRole('region', { name: 'Dette blir med' }))
  await preview.findByText('1 prosjekt har rødt eller gult lys uten ny kommentar siden forrige pakke.')
  expect(preview.getAllByRole('link', { name: 'Grønn industri' })[0]?.getAttribute('href')).toContain(projectId)
  const figure = (name: string) => preview.getByText(name).nextElementSibling?.textContent
  expect(figure('Prosjekter')).toBe('2')
  expect(figure('Prosjekter med rødt eller gult lys')).toBe('1')
  expect(figure('Milepæler forsinket eller over fristen')).toBe('1')
})

test('a package shows its projects and what does not go as planned before it is exported', async () => {
  const { desk, packageId } = await withProjects()
  windowAt(desk, `/packages/${packageId}`)
  const list = (await screen.findByText('Prosjektene (2)')).closest('details')
  expect(list?.textContent).toContain('Grønn industri · I gang · Rødt · 0 av 1 milepæler nådd')
  const red = screen.getByText('Prosjekter med rødt eller gult lys (1)').closest('details')
  expect(red?.textContent).toContain('Grønn industri · Rødt · Grunneieren nøler.')
  const milestones = screen.getByText('Milepæler forsinket eller over fristen (1)').closest('details')
  expect(milestones?.textContent).toMatch(/Avtale med grunneier · Grønn industri · Siri Næss · \d+ dager over fristen/)
})
