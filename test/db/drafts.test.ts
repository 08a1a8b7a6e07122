import { describe, expect, test } from 'vitest'
import { aBackend } from './a-backend.ts'

describe('drafts', () => {
  test('are told by record, field and words, also when their record is removed', async () => {
    const desk = await aBackend()
    const company = await desk.aCompany({ name: 'Bruket AS' })
    const rich = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Halvveis' }] }] }
    await desk.call('drafts.save', { key: `company:${company.id}:note`, value: 'Ring dem' })
    await desk.call('drafts.save', { key: 'partner:new', value: { name: 'Moss kommune', country: null } })
    await desk.call('drafts.save', {
      key: `agendaItems:${company.id}:minutesText`,
      value: { content: JSON.stringify(rich), basedOn: 's' },
    })
    const found = async () => new Map((await desk.call('drafts.list', {})).map((one) => [one.key, one]))
    const note = (await found()).get(`company:${company.id}:note`)
    expect(note).toMatchObject({
      entity: 'companies',
      id: company.id,
      field: 'note',
      name: 'Bruket AS',
      text: 'Ring dem',
      removed: false,
      openId: company.id,
    })
    expect((await found()).get('partner:new')).toMatchObject({ entity: 'partners', id: null, text: 'Moss kommune' })
    expect((await found()).get(`agendaItems:${company.id}:minutesText`)?.text).toBe('Halvveis')
    await desk.call('companies.remove', { id: company.id })
    expect((await found()).get(`company:${company.id}:note`)).toMatchObject({
      removed: true,
      openId: null,
      text: 'Ring dem',
      name: 'Bruket AS',
    })
  })
})
