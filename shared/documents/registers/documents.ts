/** The register of documents as a sheet. */
import { archiveStatuses, documentKinds, publicities } from '#shared/domain/records/document.ts'
import { codes, ticked, words, years } from './filters.ts'
import { byCode, byYear, day, name, number, type RegisterRows, type RegisterSheet, text } from './register.ts'

type Document = RegisterRows['documents']

const kept = [
  text<Document>('retention', 14, (row, w) => w.code('retention', row.retention)),
  day<Document>('disposeOn', (row) => row.disposeOn),
  text<Document>('archiveStatus', 18, (row, w) => w.code('archiveStatus', row.archiveStatus)),
]
const openness = [
  text<Document>('publicity', 22, (row, w) => w.code('publicity', row.publicity)),
  text<Document>('exemption', 30, (row) => row.exemptionReason),
]

export const documentsSheet: RegisterSheet<Document> = {
  columns: {
    title: [
      name('document', (row) => row.title),
      text('documentKind', 22, (row, w) => w.code('documentKind', row.kind)),
    ],
    madeOn: [day('madeOn', (row) => row.madeOn), text('madeBy', 24, (row) => row.madeBy)],
    version: [
      number('version', (row) => row.version),
      text('superseded', 12, (row, w) => w.yesNo(row.superseded)),
      text('language', 14, (row, w) => row.language && w.code('language', row.language)),
    ],
    home: [text('home', 34, (row) => row.home?.name ?? null)],
    publicity: [...openness, ...kept],
    format: [text('format', 12, (row, w) => w.code('documentFormat', row.format))],
  },
  groups: {
    kind: byCode('documentKind', 'documentKind', documentKinds, (row) => row.kind),
    publicity: byCode('publicity', 'publicity', publicities, (row) => row.publicity),
    archiveStatus: byCode('archiveStatus', 'archiveStatus', archiveStatuses, (row) => row.archiveStatus),
    year: byYear('year', (row) => row.madeOn),
  },
  filters: {
    text: words,
    kinds: codes('documentKind', 'documentKind'),
    publicities: codes('publicity', 'publicity'),
    year: years,
    disposalDueOnly: ticked('disposalDueOnly'),
    withSuperseded: ticked('withSuperseded'),
  },
  sorts: { madeOn: 'madeOn', title: 'document' },
  isInternal: (row) => row.publicity !== 'public',
}
