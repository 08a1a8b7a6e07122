import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { entities } from '#db/entities.ts'
import { recordParts } from '#db/record-parts.ts'
import { entities as logged } from '#shared/contract/desk.ts'
import { fieldWords } from '#shared/i18n/field-words.ts'
import { aBackend } from './a-backend.ts'

/** Whose history stands on no screen of its own and in no other's, and why. */
const reasons: Readonly<Record<string, string>> = {
  savedViews:
    'How a list is shown, not what anybody knows; its changes stand in the activity log and its removal in the trash.',
}
/** Kinds that a screen gets by a property: registers of the settings, and a document by where it comes from. */
const byProperty = { persons: 'people-page.tsx', sectors: 'sectors-page.tsx', papers: 'document-detail.tsx' }

const sources = readdirSync(join(import.meta.dirname, '../../renderer/features'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(join(import.meta.dirname, '../../renderer/features', name), 'utf8') }))
const shown = (entity: string) =>
  sources.some(
    ({ name, text }) =>
      new RegExp(`<History(Panel|Button|Dialog)[^<]{0,200}entity="${entity}"`).test(text) ||
      (entity in byProperty && name.endsWith(byProperty[entity as keyof typeof byProperty]) && text.includes(entity)),
  )

describe('every kind of record that the log knows', () => {
  const partsOf = (name: string): string[] =>
    Object.entries(recordParts)
      .filter(([, parts]) => parts.some(({ entity }) => entity === name))
      .map(([whole]) => whole)
  test.each(logged)('%s has its history on a screen, in that of what it belongs to, or a reason', (name) => {
    const told = shown(name) || partsOf(name).some(shown)
    expect(told, `${name} is shown nowhere`).toBe(!(name in reasons))
  })
  test('a kind without a place is found out', () => {
    expect(shown('nothings')).toBe(false)
  })
  test('a part names its whole by a field that points there', () => {
    for (const [whole, parts] of Object.entries(recordParts)) {
      for (const { entity, field } of parts) {
        const reference = entities[entity].references.find((one) => one.field === field)
        expect(reference, `${entity}.${field}`).toMatchObject({ to: whole })
      }
    }
  })
  test('a field has words, or is an inner one that nobody needs to read', () => {
    const words = fieldWords('nb', 'NO', () => undefined)
    const wordless = Object.values(entities).flatMap(({ name, columns }) =>
      columns.filter(({ field }) => words.fieldName(field, name) === undefined).map(({ field }) => `${name}.${field}`),
    )
    const inner =
      /^(visits\.device|meetings\.seriesId|agendaItems\.number(Year|Series)?)$|\.(size|sha256|snapshotSha256|dataStamp|mime)$/
    expect(wordless.filter((field) => !inner.test(field))).toEqual([])
    expect(wordless).not.toEqual([])
  })
})

describe('the history of a whole', () => {
  test('tells of a removed part, by its own name, and of no other whole’s parts', async () => {
    const desk = await aBackend()
    const [company, other] = [await desk.aCompany({ name: 'Bruket AS' }), await desk.aCompany({ name: 'Sagen AS' })]
    const contact = await desk.aContact({ companyId: company.id, givenName: 'Ada', familyName: 'Lien' })
    await desk.aContact({ companyId: other.id, givenName: 'Bo', familyName: 'Dahl' })
    await desk.call('contacts.revise', { id: contact.id, changes: { roleTitle: 'Leder' } })
    await desk.call('contacts.remove', { id: contact.id })
    const { rows } = await desk.call('history.of', { entity: 'companies', id: company.id })
    expect(
      rows.map(({ command, fields }) => [command, fields.map(({ entity, field }) => `${entity}.${field}`)]),
    ).toEqual([
      ['contacts.remove', ['contacts.deletedAt']],
      ['contacts.revise', ['contacts.roleTitle']],
      ['contacts.add', ['contacts.*']],
      ['companies.register', ['companies.*']],
    ])
    expect(rows[0]?.names[contact.id]?.name).toBe('Ada Lien')
    expect(JSON.stringify(rows)).not.toContain('Dahl')
  })
  test('a change of many parts is read on page by page, its own parts only', async () => {
    const desk = await aBackend()
    const visit = await desk.aVisit({ newCompanyName: 'Ny bedrift', notes: 'Strøm' })
    const stamp = (await desk.call('history.of', { entity: 'visits', id: visit.id })).rows[0]?.stamp ?? ''
    const all = await desk.call('history.details', { stamp })
    const own = await desk.call('history.details', { stamp, of: { entity: 'visits', id: visit.id } })
    expect(all.rows.map(({ entity }) => entity)).toEqual(['companies', 'visits'])
    expect(own.rows.map(({ entity }) => entity)).toEqual(['visits'])
  })
})
