import { expect, test } from 'vitest'
import { aDeskOn, screen, waitFor, windowAt, within } from '../a-window.tsx'

type Desk = Awaited<ReturnType<typeof aDeskOn>>

/** A plan in force with one goal, an indicator that leads it and a project. */
async function aGoal(desk: Desk) {
  const plan = await desk.call('plans.add', { title: 'Næringsplan', status: 'inForce' })
  const goal = await desk.call('goals.add', { planId: plan.id, code: 'M-1', title: 'Flere gaseller' })
  const project = await desk.call('projects.add', {
    title: 'Næringsvertskap',
    startYear: 2026,
    planId: plan.id,
    crossCutting: true,
  })
  return { plan, goal, project }
}

test('a target is read back as it is typed, with its baseline and without a year, and saved in one change', async () => {
  const desk = await aDeskOn()
  const { goal } = await aGoal(desk)
  const { user } = windowAt(desk, `/goals/${goal.id}?edit=target`)
  const form = within(await screen.findByRole('group', { name: 'Endre måltallet' }))
  await user.click(form.getByRole('button', { name: /^Type mål|Ingen måltall/ }))
  await user.click(await screen.findByRole('option', { name: /^Ganger utgangsverdien/ }))
  await user.type(form.getByLabelText(/^Antall ganger/), '2 ganger')
  await user.type(form.getByLabelText(/^Utgangsverdi$/), '146')
  await user.type(form.getByLabelText(/^Periode for utgangsverdien/), '2017')
  await form.findByText(/Fra 146 \(2017\) til 292 \(uten målår\)/)
  await user.click(form.getByRole('button', { name: 'Lagre' }))
  await waitFor(async () =>
    expect((await desk.call('goals.open', { id: goal.id })).goal).toMatchObject({
      targetKind: 'multiple',
      targetValue: 2,
      baselineValue: 146,
      baselinePeriod: '2017',
      targetPeriod: null,
    }),
  )
})

test('what serves a goal is found by words, tied, and let go with an undo', async () => {
  const desk = await aDeskOn()
  const { goal } = await aGoal(desk)
  const { user } = windowAt(desk, `/goals/${goal.id}?tab=thread&edit=project`)
  await user.type(await screen.findByRole('combobox', { name: /^Knytt prosjekt/ }), 'Nær')
  await user.click(await screen.findByRole('option', { name: /Næringsvertskap/ }))
  await screen.findByRole('link', { name: 'Næringsvertskap' })
  await user.click(screen.getByRole('button', { name: 'Løsne Næringsvertskap fra målet' }))
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Næringsvertskap' })).toBeNull())
  await user.click(await screen.findByRole('button', { name: 'Angre' }))
  await screen.findByRole('link', { name: 'Næringsvertskap' })
})

test('an activity that is dropped asks why before it is saved', async () => {
  const desk = await aDeskOn()
  const { plan } = await aGoal(desk)
  const activity = await desk.call('activities.add', { planId: plan.id, title: 'Kurs for vertskap', year: 2026 })
  const { user } = windowAt(desk, `/activities/${activity.id}`)
  await screen.findByRole('heading', { name: 'Kurs for vertskap', level: 2 })
  const field = (await screen.findAllByRole('button', { name: /Status/ })).find((one) =>
    one.getAttribute('aria-haspopup'),
  ) as HTMLElement
  await user.click(field)
  await user.click(await screen.findByRole('option', { name: 'Droppet' }))
  const form = within(await screen.findByRole('group', { name: 'Dropp tiltaket' }))
  await user.click(form.getByRole('button', { name: 'Dropp tiltaket' }))
  await waitFor(() => expect(form.getByRole('textbox').getAttribute('aria-invalid')).toBe('true'))
  await user.type(form.getByRole('textbox'), 'Ingen søkere')
  await user.click(form.getByRole('button', { name: 'Dropp tiltaket' }))
  await waitFor(async () =>
    expect((await desk.call('activities.open', { id: activity.id })).activity).toMatchObject({
      status: 'dropped',
      statusComment: 'Ingen søkere',
    }),
  )
})

test('without a plan the forms say what belongs to one, and show the way there', async () => {
  const desk = await aDeskOn()
  const first = windowAt(desk, '/activities?adding=true')
  await screen.findByText(/^Et tiltak hører til en plan/)
  first.unmount()
  windowAt(desk, '/goals?adding=true')
  const form = within(await screen.findByRole('dialog'))
  await form.findByText(/^Et mål hører til en plan/)
  expect(form.getByRole('link', { name: 'Gå til planene' }).getAttribute('href')).toContain('/strategy')
})
