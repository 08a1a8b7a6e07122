/** The sheets with one row for each visit and each follow-up. */
import { hasMeetings } from '../meeting-parts.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Words } from '../words.ts'
import { lateAboveZero, type SheetSpec } from '../workbook-spec.ts'

/** A row a visit of the period; confidential visits are counted only, so they have none. */
export function visitsSheet({ visits }: Snapshot, { t, number, company, group }: Words): SheetSpec {
  const open = t('documents.workbook.columns.openFollowUps')
  const date = t('documents.workbook.columns.date')
  return {
    name: t('documents.sheets.visits'),
    title: t('documents.sheets.visits'),
    notes: [t('documents.workbook.visitsNote', { number: number(visits.confidential) })],
    totals: [
      { label: t('documents.workbook.totals.visits'), of: 'count', header: date, value: visits.rows.length },
      {
        label: t('documents.workbook.totals.openFollowUps'),
        of: 'sum',
        header: open,
        value: visits.rows.reduce((sum, { openFollowUps }) => sum + openFollowUps, 0),
      },
    ],
    table: t('documents.tables.visits'),
    columns: [
      { header: t('documents.workbook.columns.company'), kind: 'name', width: 30 },
      { header: date, kind: 'day', width: 12 },
      { header: t('documents.workbook.columns.municipality'), kind: 'text', width: 16 },
      { header: t('documents.workbook.columns.sector'), kind: 'text', width: 18 },
      { header: t('documents.workbook.columns.band'), kind: 'text', width: 21 },
      { header: t('documents.workbook.columns.type'), kind: 'text', width: 21 },
      { header: t('documents.workbook.columns.themes'), kind: 'text', width: 34 },
      { header: t('documents.workbook.columns.flags'), kind: 'text', width: 26 },
      { header: open, kind: 'number', width: 18 },
    ],
    rows: visits.rows.map((visit) => [
      company(visit.companyName),
      visit.visitedOn,
      group(visit.municipality),
      group(visit.sector),
      visit.band === null ? t('documents.notStated') : t(`codes.employeesBand.${visit.band}`),
      t(`codes.visitType.${visit.type}`),
      visit.themes.map((theme) => t(`codes.theme.${theme}`)).join('; '),
      visit.flags.map((flag) => t(`codes.flag.${flag}`)).join('; '),
      visit.openFollowUps,
    ]),
    empty: t('documents.visits.byType.empty'),
  }
}

/** A row a follow-up of a visit, overdue first. Beside the actions of meetings it has a name that tells the two apart. */
export function followUpsSheet(snapshot: Snapshot, { t, number, company }: Words): SheetSpec {
  const { followUps } = snapshot
  const named = hasMeetings(snapshot)
  const days = t('documents.workbook.columns.daysOverdue')
  const description = t('documents.workbook.columns.description')
  return {
    name: t(named ? 'documents.meetings.sheets.visitFollowUps' : 'documents.sheets.followUps'),
    title: t(named ? 'documents.meetings.visitFollowUps' : 'documents.sheets.followUps'),
    notes: [t('documents.workbook.followUpsNote', { number: number(followUps.confidential) })],
    totals: [
      {
        label: t('documents.workbook.totals.followUps'),
        of: 'count',
        header: description,
        value: followUps.rows.length,
      },
      {
        label: t('documents.workbook.totals.daysOverdue'),
        of: 'max',
        header: days,
        value: followUps.rows.reduce((most, { daysOverdue }) => Math.max(most, daysOverdue), 0),
      },
    ],
    table: t(named ? 'documents.meetings.tables.visitFollowUps' : 'documents.tables.followUps'),
    columns: [
      { header: t('documents.workbook.columns.company'), kind: 'name', width: 28 },
      { header: description, kind: 'text', width: 42 },
      { header: t('documents.workbook.columns.theme'), kind: 'text', width: 22 },
      { header: t('documents.workbook.columns.visitedOn'), kind: 'day', width: 13 },
      { header: t('documents.workbook.columns.owner'), kind: 'text', width: 20 },
      { header: t('documents.workbook.columns.organisation'), kind: 'text', width: 22 },
      { header: t('documents.workbook.columns.due'), kind: 'day', width: 12 },
      { header: t('documents.workbook.columns.status'), kind: 'text', width: 16 },
      { header: t('documents.workbook.columns.overdue'), kind: 'text', width: 12 },
      { header: days, kind: 'number', width: 15, marks: lateAboveZero },
      { header: t('documents.workbook.columns.answeredOn'), kind: 'day', width: 15 },
      { header: t('documents.workbook.columns.result'), kind: 'text', width: 40 },
    ],
    rows: followUps.rows.map((row) => [
      company(row.companyName),
      row.description,
      t(`codes.theme.${row.theme}`),
      row.visitedOn,
      row.ownerName,
      row.organisation,
      row.dueOn,
      t(`codes.followUpStatus.${row.status}`),
      t(row.daysOverdue > 0 ? 'documents.workbook.yes' : 'documents.workbook.no'),
      row.daysOverdue,
      row.answeredCompanyOn,
      row.result,
    ]),
    empty: t('documents.followUps.empty'),
  }
}
