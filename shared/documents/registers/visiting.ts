/** Companies, visits and follow-ups as sheets. Of a visit no text is exported: whoever wrote it in the car park wrote it for the file. */
import { companyStatuses } from '#shared/domain/records/company.ts'
import { followUpStatuses } from '#shared/domain/records/follow-up.ts'
import { confidentialities, themes, visitTypes } from '#shared/domain/records/visit.ts'
import { formatOrgNo } from '../../domain/org-number.ts'
import { choice, codes, days, municipalities, names, words } from './filters.ts'
import {
  byCode,
  byName,
  byYear,
  day,
  name,
  number,
  type RegisterRows,
  type RegisterSheet,
  type RegisterWords,
  text,
} from './register.ts'

type Company = RegisterRows['companies']
type Visit = RegisterRows['visits']
type FollowUp = RegisterRows['followUps']

const sectorOf = ({ sectorId }: { readonly sectorId: string | null }, { name: called }: RegisterWords) =>
  sectorId && called('sectors', sectorId)

const companyPlace = (row: Company, { municipality }: RegisterWords) =>
  row.municipalityCode ? municipality(row.municipalityCode, row.country) : row.place

export const companiesSheet: RegisterSheet<Company> = {
  columns: {
    name: [name('company', (row) => row.name), text('status', 14, (row, w) => w.code('companyStatus', row.status))],
    orgNo: [text('orgNo', 20, (row) => row.orgNo && formatOrgNo(row.orgNo, row.country))],
    municipality: [text('municipality', 20, companyPlace)],
    sector: [text('sector', 22, sectorOf)],
    employees: [
      number('employees', (row) => row.employees),
      text('band', 16, (row, w) => row.employeesBand && w.code('employeesBand', row.employeesBand)),
    ],
    lastVisit: [day('lastVisit', (row) => row.lastVisitedOn), number('visits', (row) => row.visitCount, true)],
  },
  groups: {
    status: byCode('status', 'companyStatus', companyStatuses, (row) => row.status),
    sector: byName('sector', sectorOf),
    municipality: byName(
      'municipality',
      (row, w) => row.municipalityCode && w.municipality(row.municipalityCode, row.country),
    ),
  },
  filters: {
    text: words,
    sectorIds: names('sectors', 'sector'),
    municipalityCodes: municipalities,
    bands: codes('employeesBand', { filter: 'bands' }),
    statuses: codes('companyStatus', 'status'),
    notVisitedSince: days('notVisitedSince'),
  },
  sorts: { name: 'company', municipality: 'municipality', employees: 'employees', lastVisit: 'lastVisit' },
  texts: 'openVisits',
}

const visitPlace = (row: Visit, { municipality, country }: RegisterWords) =>
  row.municipalityCode && municipality(row.municipalityCode, country)

export const visitsSheet: RegisterSheet<Visit> = {
  columns: {
    visitedOn: [day('visitedOn', (row) => row.visitedOn), text('draft', 10, (row, w) => w.yesNo(row.draft))],
    company: [
      name('company', (row) => row.companyName),
      text('municipality', 20, visitPlace),
      text('sector', 22, sectorOf),
    ],
    type: [text('type', 20, (row, w) => w.code('visitType', row.type))],
    flags: [
      text('flags', 30, (row, w) => row.flags.map((flag) => w.code('flag', flag)).join('; ') || null),
      text('themes', 34, (row, w) => row.themes.map((theme) => w.code('theme', theme)).join('; ') || null),
      text('confidentiality', 14, (row, w) => w.code('confidentiality', row.confidentiality)),
      number('openFollowUps', (row) => row.openFollowUps, true),
    ],
  },
  groups: {
    type: byCode('type', 'visitType', visitTypes, (row) => row.type),
    sector: byName('sector', sectorOf),
    municipality: byName('municipality', visitPlace),
    confidentiality: byCode(
      'confidentiality',
      'confidentiality',
      confidentialities,
      ({ confidentiality }) => confidentiality,
    ),
    year: byYear('year', (row) => row.visitedOn),
  },
  filters: {
    text: words,
    companyId: names('companies', 'company'),
    from: days('from'),
    to: days('to'),
    types: codes('visitType', 'type'),
    flags: codes('flag', 'flags'),
    themes: codes('theme', 'themes'),
    sectorIds: names('sectors', 'sector'),
    municipalityCodes: municipalities,
    confidentialities: codes('confidentiality', 'confidentiality'),
    participantId: names('persons', { filter: 'participantId' }),
    drafts: choice('drafts'),
  },
  sorts: { visitedOn: 'visitedOn', company: 'company' },
  isInternal: (row) => row.confidentiality !== 'open',
  texts: 'noVisitTexts',
}

export const followUpsSheet: RegisterSheet<FollowUp> = {
  columns: {
    dueOn: [
      day('due', (row) => row.dueOn),
      text('status', 16, (row, w) => w.code('followUpStatus', row.status)),
      number('daysOverdue', (row) => row.daysOverdue),
      day('answeredOn', (row) => row.answeredCompanyOn),
      number('responseDays', (row) => row.responseDays),
    ],
    company: [
      { ...name('followUp', (row) => row.description), width: 52 },
      text('company', 32, (row) => row.companyName),
      day('visitedOn', (row) => row.visitedOn),
    ],
    theme: [text('theme', 26, (row, w) => w.code('theme', row.theme))],
    owner: [text('owner', 24, (row) => row.ownerName), text('forwardedTo', 24, (row) => row.forwardedToName)],
  },
  groups: {
    owner: byName('owner', (row) => row.ownerName),
    theme: byCode('theme', 'theme', themes, (row) => row.theme),
    status: byCode('status', 'followUpStatus', followUpStatuses, (row) => row.status),
    partner: byName('forwardedTo', (row) => row.forwardedToName),
  },
  filters: {
    text: words,
    ownerId: names('persons', 'owner'),
    companyId: names('companies', 'company'),
    visitId: names('visits', { filter: 'visitId' }),
    themes: codes('theme', 'theme'),
    state: choice('state'),
  },
  sorts: { dueOn: 'due', company: 'company', owner: 'owner' },
  texts: 'masked',
}
