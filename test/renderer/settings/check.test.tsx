import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { type CheckFindingKind, type CheckStep, checkFindingKinds, checkSteps } from '#shared/domain/file-check.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aDesk, aHost, anId } from '../a-host.ts'
import { aDeskOn, screen, showWindow, waitFor, windowAt, within } from '../a-window.tsx'

type Report = NonNullable<OutputOf<'check.last'>['report']>

async function thePage(language: 'nb' | 'sv' | 'en' = 'nb') {
  const desk = await aDeskOn({ language })
  const t = translator(language)
  const shown = windowAt(desk, '/settings/check')
  await screen.findByRole('heading', { name: t('settings.pages.check'), level: 2 })
  const db = desk.backend.workspaces.store().db
  const check = async () => {
    const button = await screen.findByRole('button', {
      name: new RegExp(`^(${t('checkPage.run')}|${t('checkPage.again')})$`),
    })
    await shown.user.click(button)
    // The report is told by the time it was made at.
    await screen.findByText(t('checkPage.last'), {}, { timeout: 20_000 })
  }
  return { desk, db, t, check, ...shown }
}

test.each(['nb', 'sv', 'en'] as const)(
  'never checked, then checked and sound, said once at its beginning and its end (%s)',
  async (language) => {
    const { t, check } = await thePage(language)
    expect(await screen.findByText(t('checkPage.neverTitle'))).toBeTruthy()
    await check()
    expect(screen.queryByText(t('checkPage.neverTitle'))).toBeNull()
    // A new file has no backup: that much is found.
    expect(screen.getAllByText(t('checkPage.verdict.note')).length).toBe(2)
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(said).toContain(t('checkPage.verdict.note'))
    const steps = screen.getByRole('region', { name: t('checkPage.steps') })
    expect(within(steps).getAllByRole('listitem').length).toBe(checkSteps.length)
  },
)

test('a search index that lacks a record is rebuilt, and the check run again says that all is well', async () => {
  const { desk, db, user, check } = await thePage()
  const company = await desk.aCompany({ name: 'Usynlig AS' })
  await desk.call('backups.make', {})
  db.prepare('DELETE FROM search_rows WHERE record_id = ?').run(company.id)
  await check()
  expect(screen.getByText(/Posten finnes ikke ved søk/)).toBeTruthy()
  const [link] = screen.getAllByRole('link', { name: 'Bedrift: Usynlig AS' })
  expect(link?.getAttribute('href')).toBe(`/companies/${company.id}`)
  await user.click(screen.getByRole('button', { name: 'Bygg søkeregisteret på nytt' }))
  await waitFor(() => expect(screen.queryByText(/Posten finnes ikke ved søk/)).toBeNull(), { timeout: 20_000 })
  expect((await screen.findAllByText('Filen er i orden.', {}, { timeout: 20_000 })).length).toBe(2)
})

test('content that nothing names is listed and removed for good only after a yes', async () => {
  const { db, user, check } = await thePage()
  const bytes = Buffer.from('%PDF-1.7 alene')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  db.prepare('INSERT INTO blobs (sha256, size, bytes) VALUES (?, ?, ?)').run(sha256, bytes.length, bytes)
  const left = () => db.prepare('SELECT count(*) FROM blobs').pluck().get()
  await check()
  const part = await screen.findByRole('region', { name: 'Lagrede filer uten post' })
  expect(within(part).getByText(/^PDF, /)).toBeTruthy()
  await user.click(within(part).getByRole('button', { name: 'Lagre en kopi …' }))
  expect(await screen.findByText(`Lagret som ${sha256.slice(0, 12)}.pdf.`)).toBeTruthy()
  await user.click(within(part).getByRole('button', { name: 'Fjern alt dette …' }))
  await user.click(await screen.findByRole('button', { name: 'Avbryt' }))
  expect(left()).toBe(1)
  await user.click(within(part).getByRole('button', { name: 'Fjern alt dette …' }))
  await user.click(await screen.findByRole('button', { name: 'Fjern for godt' }))
  await waitFor(() => expect(left()).toBe(0))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Lagrede filer uten post' })).toBeNull(), {
    timeout: 20_000,
  })
})

test('a damaged record leads to the ways out: the file is closed after a yes, and they are offered', async () => {
  const { desk, db, user, check } = await thePage()
  const company = await desk.aCompany({ name: 'Endret AS' })
  db.prepare("UPDATE companies SET place = 'et annet sted' WHERE id = ?").run(company.id)
  await check()
  expect(screen.getAllByText('Filen er skadet.').length).toBe(2)
  await user.click(screen.getByRole('button', { name: 'Berg det som kan leses …' }))
  await user.click(await screen.findByRole('button', { name: 'Lukk og velg' }))
  const panel = await screen.findByRole('region', { name: /kunne ikke åpnes/ })
  expect(within(panel).getByRole('button', { name: 'Berg det som kan leses …' })).toBeTruthy()
  expect(desk.backend.workspaces.file()).toBeNull()
})

test('the report is saved as a text', async () => {
  const { desk, user, check } = await thePage()
  await check()
  await user.click(screen.getByRole('button', { name: 'Lagre rapporten …' }))
  const name = 'Kontroll av filen 2026-09-15.txt'
  expect(await screen.findByText(`Rapporten er lagret som ${name}.`)).toBeTruthy()
  expect(readFileSync(join(desk.home, name), 'utf8')).toContain('Partnerskapet.fyr')
})

test('the palette leads to it', async () => {
  const desk = await aDeskOn()
  const { user } = windowAt(desk, '/companies')
  await screen.findByRole('navigation', { name: 'Områder' })
  await user.keyboard('{Control>}k{/Control}')
  await user.keyboard('Kontroller filen')
  await user.click(await screen.findByRole('option', { name: /Kontroller filen/ }))
  expect(await screen.findByRole('heading', { name: 'Kontroller filen', level: 2 })).toBeTruthy()
})

/** Where each kind of finding is found. */
const stepOf = (kind: CheckFindingKind): CheckStep =>
  checkSteps[Object.keys(checkFindingKinds).indexOf(kind) % checkSteps.length] ?? 'integrity'

function aReport(kinds: readonly CheckFindingKind[]): Report {
  const params = {
    detail: 'Tree 7',
    parent: 'companies',
    entry: 12,
    what: 'rooms',
    when: '2026-09-01T08:00:00.000Z',
    who: 'Kari Berg',
    fields: 'name, place',
    file: 'a1b2c3',
    size: 1234,
    key: 'opened',
    count: 3,
  }
  return {
    startedAt: '2026-09-14T08:00:00.000Z',
    endedAt: '2026-09-14T08:00:02.500Z',
    changes: 40,
    size: 2_000_000,
    steps: checkSteps.map((name) => {
      const found = kinds.filter((kind) => stepOf(kind) === name)
      return {
        name,
        state: found.length > 0 ? 'found' : 'sound',
        ms: 3,
        found: found.length > 0 ? found.length + 5 : 0,
        findings: found.map((kind) => ({
          kind,
          params,
          record: { entity: 'companies', id: anId(9), name: 'Borregaard', day: null },
        })),
      }
    }),
  }
}

test.each(['nb', 'sv', 'en'] as const)(
  'each kind of finding says what it is, how grave, and what to do, with no blank left (%s)',
  async (language) => {
    const kinds = Object.keys(checkFindingKinds) as CheckFindingKind[]
    const desk = aDesk()
    const { client } = aHost({
      ...desk,
      'preferences.show': { language, theme: 'light', me: null, deviceName: 'Laptop' },
      'check.last': { running: null, report: aReport(kinds), changesSince: 2 },
      'check.leftovers': { count: 0, size: 0, leftovers: [] },
      'app.about': {
        version: '1',
        sqlite: '3',
        node: '24',
        host: 'preview',
        can: { openFiles: false, revealFiles: false },
      },
    })
    showWindow(client, '/settings/check')
    const t = translator(language)
    const part = await screen.findByRole('region', { name: t('checkPage.findings') })
    expect(within(part).getAllByRole('link', { name: /Borregaard/ }).length).toBe(kinds.length)
    const text = part.textContent ?? ''
    expect(text).not.toMatch(/\{\{|check\.|undefined|null/)
    for (const kind of kinds) {
      const todo = t(`check.todo.${kind}`)
      expect(text).toContain(todo)
    }
    for (const severity of ['damage', 'fault', 'note'] as const) expect(text).toContain(t(`check.severity.${severity}`))
    expect(text).toContain(t('checkPage.more', { count: 5 }))
    expect(screen.getByText(t('checkPage.since', { count: 2 }))).toBeTruthy()
  },
)

test('a check under way shows its step and is cancelled', async () => {
  let cancelled = false
  const job = (state: 'working' | 'cancelled') => ({
    id: 'job',
    state,
    progress: 0.4,
    step: 'check.steps.tables',
    file: null,
    problem: null,
    unsaved: null,
    findings: [],
  })
  const { client, announce } = aHost({
    ...aDesk(),
    'check.last': () => ({ running: cancelled ? null : 'job', report: null, changesSince: 0 }),
    'jobs.show': () => job(cancelled ? 'cancelled' : 'working'),
    'jobs.cancel': {},
  })
  const { user } = showWindow(client, '/settings/check')
  const bar = await screen.findByRole('progressbar', { name: 'Postene mot historikken' })
  expect(bar.getAttribute('aria-valuenow')).toBe('40')
  expect(screen.queryByRole('button', { name: 'Kontroller nå' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Avbryt' }))
  expect(await screen.findByRole('button', { name: 'Avbryter …' })).toBeTruthy()
  cancelled = true
  announce(['checks', 'jobs'])
  expect((await screen.findAllByText('Kontrollen er avbrutt.')).length).toBe(2)
  expect(await screen.findByRole('button', { name: 'Kontroller nå' })).toBeTruthy()
})

const sound = {
  newest: { madeAt: '2026-06-14T08:00:00.000Z', reason: 'hourly' as const },
  changesSince: 0,
  stale: false,
  place: null,
  problem: null,
  restored: null,
  damagedCopy: null,
  looked: null,
}
const looked = { madeAt: '2026-06-14T08:00:00.000Z', at: '2026-06-15T08:00:00.000Z', findings: 0 }

test('a backup that failed or was found damaged is told on every screen, until it is closed or mended', async () => {
  let state: OutputOf<'backups.state'> = { ...sound, problem: { key: 'problems.diskFull' } }
  const { client, announce } = aHost({
    ...aDesk(),
    'backups.state': () => state,
    'check.last': { running: null, report: null, changesSince: 0 },
  })
  const { user } = showWindow(client, '/settings/about')
  const failed = await screen.findByText(/^Den siste sikkerhetskopien ble ikke tatt/)
  expect(failed.textContent).toContain('Disken er full')
  await user.click(screen.getByRole('button', { name: 'Lukk' }))
  expect(screen.queryByText(/^Den siste sikkerhetskopien ble ikke tatt/)).toBeNull()
  state = sound
  announce(['backups'])
  state = { ...sound, looked: { ...looked, found: 'damaged' } }
  announce(['backups'])
  expect(await screen.findByText(/er skadet og kan ikke brukes/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Åpne sikkerhetskopier' }))
  expect(await screen.findByRole('heading', { name: 'Sikkerhetskopier', level: 2 })).toBeTruthy()
  // That page tells it itself.
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Åpne sikkerhetskopier' })).toBeNull())
})
