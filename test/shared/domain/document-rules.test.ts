import { describe, expect, it } from 'vitest'
import {
  checkDocument,
  checkSupersession,
  defaultDocumentKind,
  documentWarnings,
  formatOf,
  isDisposalDue,
  tidyDocument,
} from '#shared/domain/document-rules.ts'
import { noHome, plainDocument } from '#shared/domain/records/attachment.ts'

const today = '2026-11-22'
const keys = (given: Partial<Parameters<typeof checkDocument>[0]>) =>
  Object.fromEntries(
    Object.entries(checkDocument({ ...plainDocument, ...given }, { today })).map(([field, { key }]) => [
      field,
      key.replace('problems.field.', ''),
    ]),
  )

describe('checkDocument', () => {
  it('takes a plain document as it comes', () => {
    expect(keys({})).toEqual({})
  })

  it.each(['exempt', 'notPublic'] as const)('asks for the legal ground of what is %s', (publicity) => {
    expect(keys({ publicity })).toEqual({ exemptionReason: 'exemptionReasonMissing' })
    expect(keys({ publicity, exemptionReason: 'offl. § 13' })).toEqual({})
  })

  it('asks for the day of what is to be disposed of, and refuses one before the document was made', () => {
    expect(keys({ retention: 'dispose' })).toEqual({ disposeOn: 'disposeOnMissing' })
    expect(keys({ retention: 'dispose', madeOn: '2026-03-01', disposeOn: '2026-02-28' })).toEqual({
      disposeOn: 'disposedBeforeMade',
    })
    expect(keys({ retention: 'dispose', madeOn: '2026-03-01', disposeOn: '2026-03-01' })).toEqual({})
  })

  it('refuses a document dated tomorrow', () => {
    expect(keys({ madeOn: '2026-11-23' })).toEqual({ madeOn: 'dayInFuture' })
    expect(keys({ madeOn: today })).toEqual({})
  })
})

describe('tidyDocument', () => {
  it('takes away the ground of what becomes public and the day of what is preserved after all', () => {
    const before = { ...plainDocument, exemptionReason: 'offl. § 13', disposeOn: '2030-01-01' }
    expect(tidyDocument({ publicity: 'public' }, { ...before, retention: 'dispose' })).toEqual({
      publicity: 'public',
      exemptionReason: null,
    })
    expect(tidyDocument({ retention: 'preserve' }, { ...before, publicity: 'exempt' })).toEqual({
      retention: 'preserve',
      disposeOn: null,
    })
  })
})

describe('checkSupersession', () => {
  const home = { ...noHome, partnerId: 'p' }
  const wrong = (
    document: Parameters<typeof checkSupersession>[0],
    line: Partial<Parameters<typeof checkSupersession>[2]> = {},
    replaced: Parameters<typeof checkSupersession>[1] = home,
  ) => checkSupersession(document, replaced, { before: ['old'], takenBy: null, ...line }).supersedesId?.key

  it('lets a version take the place of the newest of the same home', () => {
    expect(wrong({ id: null, ...home })).toBeUndefined()
    expect(wrong({ id: 'new', ...home })).toBeUndefined()
    expect(wrong({ id: null, ...noHome }, {}, noHome)).toBeUndefined()
  })

  it('refuses a ring, also one over several versions, and a document in place of itself', () => {
    expect(wrong({ id: 'first', ...home }, { before: ['third', 'second', 'first'] })).toMatch(/supersedesRing$/)
    expect(wrong({ id: 'old', ...home })).toMatch(/supersedesRing$/)
  })

  it('refuses another home, and what was replaced already', () => {
    expect(wrong({ id: null, ...noHome, projectId: 'p' })).toMatch(/supersedesOtherHome$/)
    expect(wrong({ id: null, ...noHome })).toMatch(/supersedesOtherHome$/)
    expect(wrong({ id: null, ...home }, { takenBy: 'other' })).toMatch(/supersedesTaken$/)
  })
})

describe('isDisposalDue', () => {
  it('is on the day and after it, for what is to be disposed of and still there', () => {
    const due = { retention: 'dispose', disposeOn: today, disposedOn: null }
    expect(isDisposalDue(due, today)).toBe(true)
    expect(isDisposalDue(due, '2026-11-21')).toBe(false)
    expect(isDisposalDue({ ...due, retention: 'preserve' }, today)).toBe(false)
    expect(isDisposalDue({ ...due, disposedOn: today }, today)).toBe(false)
    expect(isDisposalDue({ ...due, disposeOn: null }, today)).toBe(false)
  })
})

describe('documentWarnings', () => {
  it('points at the disposal of what is usually preserved, and at nothing else', () => {
    expect(documentWarnings({ documentKind: 'minutes', retention: 'dispose' })).toHaveProperty('retention')
    expect(documentWarnings({ documentKind: 'letter', retention: 'dispose' })).toEqual({})
    expect(documentWarnings({ documentKind: 'minutes', retention: 'preserve' })).toEqual({})
  })
})

describe('formatOf', () => {
  it.each([
    ['image/png', 'x.pdf', 'image'],
    ['application/pdf', 'avtale', 'pdf'],
    ['application/octet-stream', 'Avtale 2026.DOCX', 'docx'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'tall', 'xlsx'],
    ['application/octet-stream', 'innkalling.ics', 'other'],
    ['', 'uten endelse', 'other'],
    ['', 'constructor.constructor', 'other'],
  ])('reads %s, %s as %s', (mime, name, format) => {
    expect(formatOf(mime, name)).toBe(format)
  })
})

it('a new document is an agreement at a partner, a report alone, an attachment elsewhere', () => {
  expect(defaultDocumentKind('partnerId')).toBe('agreement')
  expect(defaultDocumentKind(null)).toBe('report')
  expect(defaultDocumentKind('itemId')).toBe('attachment')
})
