import { describe, expect, it } from 'vitest'
import type { RegisterRows, RegisterWords } from '#shared/documents/registers/register.ts'
import { registerWorkbook } from '#shared/documents/registers/register-workbook.ts'
import { registerSheets } from '#shared/documents/registers/sheets.ts'
import { writeWorkbook } from '#shared/documents/workbook.ts'
import type { SheetSpec } from '#shared/documents/workbook-spec.ts'
import { formatDay } from '#shared/domain/days.ts'
import { formatNumber } from '#shared/domain/numbers.ts'
import { commitmentUnits } from '#shared/domain/records/commitment.ts'
import { registers } from '#shared/domain/records/saved-view.ts'
import { registerGroups } from '#shared/domain/register-groups.ts'
import { type Language, languages } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import fc from '#test/random.ts'
import { hasPythonReaders, readWithPython } from './office-file.ts'

type Commitment = RegisterRows['commitments']

const facts = {
  partnership: 'Partnerskapet',
  madeBy: 'Kari Berg',
  madeAt: '2026-09-15T08:00:00.000Z',
  leftOut: 0,
  cappedAt: null,
  look: { accentColour: null, font: 'Calibri' as const },
}

function wordsIn(language: Language): RegisterWords {
  const t = translator(language)
  return {
    t,
    language,
    country: 'NO',
    day: (day) => formatDay(day, language),
    number: (value) => formatNumber(value, language),
    name: (entity, id) => `${entity} ${id}`,
    municipality: (code) => code,
    code: (list, code) => t(`codes.${list}.${code}` as 'codes.register.visits'),
    yesNo: (value) => t(value ? 'registers.workbook.yes' : 'registers.workbook.no'),
  }
}

function aRow(fields: Partial<Commitment> = {}): Commitment {
  return {
    id: '01a00000-0000-7000-8000-000000000001',
    createdStamp: '',
    changedStamp: '',
    deletedAt: null,
    partnerId: '01a00000-0000-7000-8000-000000000002',
    title: 'Grunntilskudd',
    kind: 'money',
    amount: 100,
    unit: 'NOK',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    recurrence: 'once',
    source: 'letter',
    sourceDecisionId: null,
    stage: 'promised',
    isPublic: true,
    withdrawnReason: null,
    note: null,
    projectId: null,
    partnerName: 'Sarpsborg kommune',
    projectTitle: null,
    status: 'promised',
    pledged: 100,
    delivered: 0,
    remaining: 100,
    over: 0,
    deliveries: 0,
    isOverdue: false,
    daysOverdue: 0,
    decisionNumber: null,
    goalCodes: [],
    ...fields,
  }
}

/** The workbook of some commitments. */
function workbookOf(
  rows: readonly Commitment[],
  given: { columns?: readonly string[]; groupBy?: string | null; filter?: object; language?: Language } = {},
) {
  const { columns = ['title', 'partner', 'amount', 'period'], groupBy = null, filter = {}, language = 'nb' } = given
  const workbook = registerWorkbook(
    registerSheets.commitments,
    {
      register: 'commitments',
      columns,
      groupBy,
      filter: { ...filter },
      sort: 'periodTo',
      direction: 'asc',
    },
    wordsIn(language),
  )
  for (const row of rows) workbook.add(row)
  return workbook.finish(facts)
}
const headers = (sheet: SheetSpec | undefined) => sheet?.columns.map(({ header }) => header) ?? []

describe('the workbook of a register', () => {
  it.each(registers)('%s is grouped by what its list is grouped by', (register) => {
    expect(Object.keys(registerSheets[register].groups).toSorted()).toEqual([...registerGroups[register]].toSorted())
  })

  it('has columns only for the units that its rows have, each with its unit in the header', () => {
    const [main] = workbookOf([aRow(), aRow({ unit: 'hours', kind: 'hours', over: 50 })], {
      columns: ['amount'],
    }).sheets
    expect(headers(main)).toEqual([
      ...['Lovet', 'Levert', 'Gjenstår'].flatMap((word) => [`${word}, Norske kroner`, `${word}, Timer`]),
      'Levert over, Timer',
    ])
    expect(main?.rows[0]).toEqual([1, null, 0, null, 1, null, null])
  })

  it('tells the filter in the words of each language, and only what filters', () => {
    const filter = {
      text: 'kontor',
      partnerId: 'x',
      kinds: ['money', 'hours'],
      statuses: [],
      year: 2026,
      overdueOnly: true,
    }
    const told = languages.map((language) => workbookOf([], { filter, language }).sheets[0]?.notes[1])
    expect(told).toEqual([
      'Ord: “kontor” · Partner: partners x · Slag: Penger, Timer · År: 2026 · Bare over fristen: Ja',
      'Ord: “kontor” · Partner: partners x · Slag: Pengar, Timmar · År: 2026 · Bara försenade: Ja',
      'Words: “kontor” · Partner: partners x · Kind: Money, Hours · Year: 2026 · Overdue only: Yes',
    ])
    const off = { text: '', partnerId: null, kinds: [], statuses: [], year: null, overdueOnly: false }
    expect(workbookOf([], { filter: off }).sheets[0]?.notes[1]).toBe('Ingen: hele registeret')
  })

  it('keeps the order of the list within a group, and a group together', () => {
    const rows = ['b', 'a', 'd', 'c'].map((title, n) => aRow({ title, partnerName: n % 2 ? 'Ås' : 'Zeta' }))
    const [main] = workbookOf(rows, { columns: ['title'], groupBy: 'partner' }).sheets
    expect(main?.rows.map(([group, title]) => `${group} ${title}`)).toEqual(['Zeta b', 'Zeta d', 'Ås a', 'Ås c'])
    expect(main?.rows.every((row) => row[0] !== null)).toBe(true)
  })

  it('says that it is a working list, how many rows are not public, and how many were left out', () => {
    const workbook = registerWorkbook(
      registerSheets.commitments,
      { register: 'commitments', columns: ['title'], groupBy: null, filter: {}, sort: null, direction: 'asc' },
      wordsIn('en'),
    )
    workbook.add(aRow({ isPublic: false }))
    const about = workbook.finish({ ...facts, leftOut: 3, cappedAt: 2000 }).sheets.at(-1)?.rows ?? []
    const of = (item: string) => about.find(([one]) => one === item)?.[1]
    expect(of('Use')).toBe(
      'A working list with internal data. Don’t share it without having looked through it. 1 of the rows is not public.',
    )
    expect(of('Confidential')).toBe('3 rows are confidential or belong to something confidential. They are left out.')
    expect(of('Search')).toContain('2,000')
  })

  it('adds exactly, however the rows are: sums equal those of whole øre and hundredths', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000_00 })
    const row = fc.record({ unit: fc.constantFrom(...commitmentUnits), pledged: amount, delivered: amount })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (given) => {
        const rows = given.map((one) =>
          aRow({ ...one, kind: 'other', remaining: Math.max(0, one.pledged - one.delivered) }),
        )
        const { sheets } = workbookOf(rows, { columns: ['title', 'amount'] })
        const onSheet = sheets[0]?.totals?.map(({ header, value }) => [header, value]) ?? []
        const apart = sheets.length > 2 ? (sheets[1]?.rows ?? []) : []
        const sums = Object.fromEntries([...onSheet, ...apart])
        for (const unit of commitmentUnits) {
          const own = given.filter((one) => one.unit === unit)
          if (own.length === 0) continue
          const whole = own.reduce((sum, { pledged }) => sum + BigInt(pledged), 0n)
          const label = translator('nb')(`codes.commitmentUnit.${unit}`)
          expect(BigInt(Math.round(Number(sums[`Lovet, ${label}`]) * 100))).toBe(whole)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('gives the same bytes for the same rows', async () => {
    const bytes = await Promise.all([writeWorkbook(workbookOf([aRow()])), writeWorkbook(workbookOf([aRow()]))])
    expect(Buffer.from(bytes[0] ?? []).equals(Buffer.from(bytes[1] ?? []))).toBe(true)
  })

  it.skipIf(!hasPythonReaders)(
    'is read by another program: real numbers and days, one table, text that stays text',
    async () => {
      const rows = [
        aRow({ title: '=SUM(A1:A9)', pledged: 123_456 }),
        aRow({ title: '@x', pledged: 1, partnerName: '+47' }),
      ]
      const bytes = await writeWorkbook(workbookOf(rows, { columns: ['title', 'partner', 'amount', 'period'] }))
      const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
table = list(sheet.tables.values())[0]
first, last = table.ref.split(':')
cells = [[cell for cell in row] for row in sheet[table.ref]]
head = [cell.value for cell in cells[0]]
at = head.index
row = cells[1]
print(json.dumps({
  'tables': [len(one.tables) for one in book.worksheets],
  'merged': [len(one.merged_cells.ranges) for one in book.worksheets],
  'rows': len(cells) - 1,
  'title': [row[0].value, row[0].data_type],
  'partner': [cells[2][at('Partner')].value, cells[2][at('Partner')].data_type],
  'pledged': [row[at('Lovet, Norske kroner')].value, row[at('Lovet, Norske kroner')].number_format],
  'from': row[at('Periode fra')].value.isoformat(),
  'freeze': sheet.freeze_panes,
  'sums': [cell.value for cell in sheet['B'][:8] if isinstance(cell.value, str) and cell.value.startswith('=SUBTOTAL')],
}))`
      expect(readWithPython(bytes, 'xlsx', script)).toEqual({
        tables: [1, 1],
        merged: [0, 0],
        rows: 2,
        title: ['=SUM(A1:A9)', 's'],
        partner: ['+47', 's'],
        pledged: [1234.56, '#,##0.00'],
        from: '2026-01-01T00:00:00',
        freeze: expect.stringMatching(/^A\d+$/),
        sums: expect.arrayContaining(['=SUBTOTAL(109,Forpliktelser[Lovet, Norske kroner])']),
      })
    },
  )
})
