import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openFile } from '#db/connection.ts'
import { listPackages } from '#db/repositories/packages.ts'
import { makeSample } from '#db/sample/make-sample.ts'
import { createStore, read } from '#db/store.ts'
import { aFolder } from './a-store.ts'

const program = fileURLToPath(new URL('../../db/cli.ts', import.meta.url))

/** Runs the command line as its own process, as a person does. */
function fyr(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { timeout: 60_000 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

function aSampleFile(): string {
  const path = join(aFolder(), 'sample.fyr')
  makeSample(path, { sample: 'ostfold', today: '2026-11-22', years: 1, visitsPerYear: 20 })
  return path
}

describe('the command line', () => {
  it('explains itself, and ends with an error where nothing was asked', async () => {
    expect(await fyr('--help')).toMatchObject({ code: 0, out: expect.stringContaining('npm run fyr -- COMMAND') })
    expect((await fyr()).code).toBe(1)
  })

  it.each([
    [['dance'], 'There is no command “dance”'],
    [['sample'], '--out is missing'],
    [['sample', '--out', 'x.fyr', '--years', 'many'], '--years is “many”. It takes a whole number from 1 to 100.'],
    [['sample', '--out', 'x.fyr', '--sample', 'oslo'], 'It can be ostfold, robertsfors.'],
    [['sample', '--out', 'x.fyr', '--today', '2026-02-30'], 'Write a day that exists'],
    [['check'], 'FILE is missing'],
    [['check', '--colour', 'red'], 'Unknown option'],
  ])('tells what is wrong with %j', async (args, sentence) => {
    const { code, err } = await fyr(...args)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })

  it('salvages a damaged file into a new one, and ends with 1 where something is lost', async () => {
    const path = aSampleFile()
    const [whole, broken] = [`${path}.whole.fyr`, `${path}.broken.fyr`]
    expect(await fyr('salvage', path, '--out', whole)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing is missing'),
    })
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, bytes.length / 2))
    const { code, out } = await fyr('salvage', path, '--out', broken, '--lang', 'nb')
    expect(code).toBe(1)
    expect(out).toContain('Noe kunne ikke leses.')
    expect((await fyr('check', whole)).code).toBe(0)
    expect((await fyr('salvage', path, '--out', whole)).code).toBe(2)
  })

  it('says in the language asked for why a file does not open', async () => {
    const path = join(aFolder(), 'letter.fyr')
    writeFileSync(path, 'Dear board,'.repeat(40))
    const [english, swedish] = [await fyr('check', path), await fyr('check', path, '--lang', 'sv')]
    expect([english.code, swedish.code]).toEqual([1, 1])
    expect(english.err).not.toContain('problems.')
    expect(swedish.err).not.toBe(english.err)
  })

  it('writes a sample, finds it sound, backs it up, and the backup is sound too', async () => {
    const folder = aFolder()
    const [path, copy] = [join(folder, 'a.fyr'), join(folder, 'b.fyr')]
    const made = await fyr(
      'sample',
      '--sample',
      'robertsfors',
      '--years',
      '1',
      '--visits-per-year',
      '12',
      '--out',
      path,
    )
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/\d+ companies, \d+ visits/) })
    expect(await fyr('check', path)).toMatchObject({ code: 0, out: expect.stringContaining('is sound') })
    expect(await fyr('backup', path, '--out', copy)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/SHA-256 [0-9a-f]{64}/),
    })
    expect((await fyr('check', copy)).code).toBe(0)
    expect((await fyr('sample', '--out', path)).err).toContain('is there already')
  })

  it.each([
    [
      'a changed row',
      "UPDATE visits SET notes = 'other' WHERE id = (SELECT min(id) FROM visits)",
      'what the history says: Notes.',
    ],
    [
      'a changed log',
      "UPDATE changes SET value = replace(value, '\"companyVisit\"', '\"phone\"') WHERE seq = (SELECT max(seq) FROM changes WHERE entity = 'visits' AND field = '*')",
      'is not what was written.',
    ],
    ['changed bytes', "UPDATE blobs SET bytes = CAST('{}' AS BLOB)", 'The content that was kept is not what was saved'],
    [
      'a word missing from the index',
      'DELETE FROM search_index WHERE rowid = (SELECT min(row_id) FROM search_rows)',
      'Rebuild the search index.',
    ],
    [
      'a reference to nothing',
      "UPDATE visits SET company_id = '0' WHERE id = (SELECT min(id) FROM visits)",
      'The record refers to another that is not there (companies).',
    ],
  ])('finds %s and ends with 1', async (_what, sql, finding) => {
    const path = aSampleFile()
    const db = new Sqlite(path)
    db.pragma('foreign_keys = OFF')
    db.exec(sql)
    db.close()
    const { code, out } = await fyr('check', path)
    expect(code).toBe(1)
    expect(out).toContain(finding)
  })

  it('writes the plans of a file as a plan file, and makes those that another file lacks', async () => {
    const folder = aFolder()
    const [path, plans] = [aSampleFile(), join(folder, 'plans.yaml')]
    expect((await fyr('export-plan', path, plans)).out).toMatch(/plans\.yaml: \d+ plans/)
    expect((await fyr('import-plan', path, plans)).out).toContain('is here already, left out')
    const fixture = readFileSync(new URL('../fixtures/plan-file/two-plans.yaml', import.meta.url), 'utf8')
    // The sample has indicators of the same codes.
    const own = join(folder, 'own.yaml')
    writeFileSync(own, fixture.replaceAll(/\b[HIR]-1/g, 'X$&'))
    const made = await fyr('import-plan', path, own)
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('Næringsplan for Fjordby: imported')])
    expect(made.out).toContain('warning: line')
    writeFileSync(plans, fixture.replaceAll('Fjordby', 'Elveby').replace('start_year: 2025', 'year: 1'))
    const refused = await fyr('import-plan', path, plans)
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/error: line \d+: “start_year” is missing/)])
    expect(await fyr('check', path)).toMatchObject({ code: 0, out: expect.stringContaining('is sound') })
    expect((await fyr('import-plan', path)).err).toContain('PLAN.yaml is missing')
  })

  it('makes a package of a body, keeps it in the file, and writes it as Word and Excel', async () => {
    const path = aSampleFile()
    const out = join(aFolder(), 'out')
    const none = await fyr('package', path, '--body', 'Rådet', '--out', out)
    expect(none.err).toContain('Arbeidsutvalget, Styret')
    const made = await fyr(
      'package',
      path,
      '--body',
      'styret',
      '--from',
      '2026-01-01',
      '--to',
      '2026-11-22',
      '--lang',
      'en',
      '--out',
      out,
    )
    expect(made).toMatchObject({ code: 0, err: '' })
    const written = readdirSync(out).sort()
    expect(written).toHaveLength(2)
    for (const name of written) {
      expect(name).toMatch(/^Board package Styret 2026-01-01–2026-11-22 v2\.(docx|xlsx)$/)
      expect(readFileSync(join(out, name)).subarray(0, 2).toString()).toBe('PK')
    }
    const file = openFile(path)
    const store = createStore(file.db, { now: () => '2026-11-22T10:00:00.000Z', device: '0000abcd' })
    expect(listPackages(store).map(({ version }) => version)).toEqual([2, 1])
    const meetingId = listPackages(store)[0]?.meetingId ?? null
    const { startsOn } = meetingId === null ? { startsOn: '' } : read(store, 'meetings', meetingId)
    expect(made.out).toContain(meetingId === null ? 'for no meeting' : `for the meeting on ${startsOn}`)
    file.close()
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it('makes a package for a named meeting, in both editions; a year’s report is for none; what is not there is told', {
    timeout: 120_000,
  }, async () => {
    const path = aSampleFile()
    const out = join(aFolder(), 'out')
    const package_ = (...args: string[]) => fyr('package', path, '--out', out, '--format', 'docx', ...args)
    const nowhere = await package_('--meeting', '2019-01-01')
    expect(nowhere).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no meeting “2019-01-01”. There are meetings on: 20/),
    })
    expect((await package_('--body', 'Styret', '--template', 'Min egen')).err).toContain(
      'There is no template “Min egen”',
    )
    expect((await package_('--body', 'Styret', '--edition', 'secret')).err).toContain('It can hold full, public.')
    const notice = await package_('--body', 'Styret', '--variant', 'notice', '--meeting', 'none')
    expect(notice).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^The notice is of a meeting\. Name one: --meeting DAY\.\s*$/),
    })
    const both = await package_('--meeting', '2026-12-17', '--body', 'Styret', '--confidential', '--lang', 'nb')
    expect(both).toMatchObject({ code: 0, err: '' })
    expect(both.out).toContain('for the meeting on 2026-12-17')
    const year = ['--from', '2025-01-01', '--to', '2025-12-31', '--lang', 'sv']
    const report = await package_('--body', 'Styret', '--variant', 'annualReport', ...year)
    expect(report).toMatchObject({ code: 0, out: expect.stringContaining('for no meeting') })
    expect(readdirSync(out).filter((name) => name.includes('offentlig utgave'))).toHaveLength(1)
    expect(readdirSync(out).filter((name) => name.startsWith('Verksamhetsberättelse Styret'))).toHaveLength(1)
  })
})
