import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { lawfulBases } from '#shared/domain/records/common.ts'
import { companyStatuses, employeeBands, industryVersions } from '#shared/domain/records/company.ts'
import { contactStatuses } from '#shared/domain/records/contact.ts'
import { countries, languages } from '#shared/domain/values.ts'
import { inList, marks } from './columns.ts'
import { sectors } from './partnership.ts'

export const companies = sqliteTable(
  'companies',
  {
    ...marks,
    name: text('name').notNull(),
    orgNo: text('org_no'),
    country: text('country', { enum: countries }).notNull(),
    legalForm: text('legal_form'),
    soleTrader: integer('sole_trader', { mode: 'boolean' }).notNull(),
    municipalityCode: text('municipality_code'),
    municipalityValidFrom: text('municipality_valid_from'),
    address: text('address'),
    postalCode: text('postal_code'),
    place: text('place'),
    industryCode: text('industry_code'),
    industryVersion: text('industry_version', { enum: industryVersions }),
    sectorId: text('sector_id').references(() => sectors.id, { onDelete: 'restrict' }),
    employees: integer('employees'),
    employeesBand: text('employees_band', { enum: employeeBands }),
    employeesDate: text('employees_date'),
    turnover: integer('turnover'),
    turnoverYear: integer('turnover_year'),
    founded: text('founded'),
    website: text('website'),
    localUnitOfId: text('local_unit_of_id').references((): AnySQLiteColumn => companies.id, { onDelete: 'restrict' }),
    status: text('status', { enum: companyStatuses }).notNull(),
    registryCheckedOn: text('registry_checked_on'),
    consentCase: integer('consent_case', { mode: 'boolean' }).notNull(),
    note: text('note'),
    /** Derived from the name: its plain order is the alphabetical one of the partnership's country. */
    sortName: text('sort_name').notNull(),
  },
  (t) => [
    inList('companies_country', t.country, countries),
    inList('companies_version', t.industryVersion, industryVersions),
    inList('companies_band', t.employeesBand, employeeBands),
    inList('companies_status', t.status, companyStatuses),
    uniqueIndex('companies_org_no').on(t.country, t.orgNo).where(sql`org_no IS NOT NULL AND deleted_at IS NULL`),
    // Unique by its id: that tells SQLite that visits sorted by company need no sorting of their own.
    uniqueIndex('companies_sort').on(t.sortName, t.id).where(sql`deleted_at IS NULL`),
    index('companies_sector').on(t.sectorId),
    index('companies_head').on(t.localUnitOfId).where(sql`local_unit_of_id IS NOT NULL`),
  ],
)

export const contacts = sqliteTable(
  'contacts',
  {
    ...marks,
    companyId: text('company_id')
      .notNull()
      .references(() => companies.id, { onDelete: 'restrict' }),
    familyName: text('family_name').notNull(),
    givenName: text('given_name').notNull(),
    roleTitle: text('role_title'),
    email: text('email'),
    phone: text('phone'),
    language: text('language', { enum: languages }),
    lawfulBasis: text('lawful_basis', { enum: lawfulBases }).notNull(),
    collectedOn: text('collected_on').notNull(),
    collectedInId: text('collected_in_id'),
    reviewBy: text('review_by').notNull(),
    objectedOn: text('objected_on'),
    status: text('status', { enum: contactStatuses }).notNull(),
  },
  (t) => [
    inList('contacts_basis', t.lawfulBasis, lawfulBases),
    inList('contacts_status', t.status, contactStatuses),
    index('contacts_company').on(t.companyId),
  ],
)
