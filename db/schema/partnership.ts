import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  adjustmentRules,
  bodyKinds,
  bodyRules,
  deputyOrders,
  memberRoles,
  numberForms,
  numberings,
  quorumRules,
} from '#shared/domain/records/body.ts'
import { lawfulBases } from '#shared/domain/records/common.ts'
import { partnerStatuses, partnerTypes } from '#shared/domain/records/partner.ts'
import { documentFonts } from '#shared/domain/records/partnership.ts'
import { personStatuses } from '#shared/domain/records/person.ts'
import { countries, languages } from '#shared/domain/values.ts'
import { inList, isDay, isJson, marks } from './columns.ts'

export const partnership = sqliteTable(
  'partnership',
  {
    ...marks,
    name: text('name').notNull(),
    country: text('country', { enum: countries }).notNull(),
    language: text('language', { enum: languages }).notNull(),
    orgNo: text('org_no'),
    municipalityCode: text('municipality_code'),
    regionCodes: text('region_codes', { mode: 'json' }).$type<string[]>().notNull(),
    contactName: text('contact_name'),
    contactEmail: text('contact_email'),
    retentionMonths: integer('retention_months').notNull(),
    visitTarget: integer('visit_target').notNull(),
    notVisitedMonths: integer('not_visited_months').notNull(),
    smallestGroup: integer('smallest_group').notNull(),
    // Added later: what an older file has until somebody chooses.
    accentColour: text('accent_colour'),
    documentFont: text('document_font', { enum: documentFonts }).notNull().default('Calibri'),
    logoSha256: text('logo_sha256'),
    logoAltText: text('logo_alt_text'),
  },
  (t) => [
    inList('partnership_country', t.country, countries),
    inList('partnership_language', t.language, languages),
    isJson('partnership_region', t.regionCodes),
    inList('partnership_font', t.documentFont, documentFonts),
  ],
)

export const partners = sqliteTable(
  'partners',
  {
    ...marks,
    name: text('name').notNull(),
    shortName: text('short_name'),
    orgNo: text('org_no'),
    country: text('country', { enum: countries }).notNull(),
    partnerType: text('partner_type', { enum: partnerTypes }).notNull(),
    municipalityCode: text('municipality_code'),
    joinedOn: text('joined_on').notNull(),
    leftOn: text('left_on'),
    agreementSignedOn: text('agreement_signed_on'),
    agreementValidFrom: text('agreement_valid_from'),
    agreementValidTo: text('agreement_valid_to'),
    status: text('status', { enum: partnerStatuses }).notNull(),
    note: text('note'),
  },
  (t) => [
    inList('partners_country', t.country, countries),
    inList('partners_type', t.partnerType, partnerTypes),
    inList('partners_status', t.status, partnerStatuses),
    isDay('partners_joined', t.joinedOn),
  ],
)

export const persons = sqliteTable(
  'persons',
  {
    ...marks,
    familyName: text('family_name').notNull(),
    givenName: text('given_name').notNull(),
    organisationId: text('organisation_id').references(() => partners.id, { onDelete: 'restrict' }),
    roleTitle: text('role_title'),
    email: text('email'),
    phone: text('phone'),
    language: text('language', { enum: languages }),
    lawfulBasis: text('lawful_basis', { enum: lawfulBases }).notNull(),
    basisNote: text('basis_note'),
    collectedFrom: text('collected_from'),
    collectedOn: text('collected_on').notNull(),
    reviewBy: text('review_by').notNull(),
    status: text('status', { enum: personStatuses }).notNull(),
  },
  (t) => [
    inList('persons_basis', t.lawfulBasis, lawfulBases),
    inList('persons_status', t.status, personStatuses),
    index('persons_organisation').on(t.organisationId),
  ],
)

/** A column that names a person, a partner. */
export const toPerson = (name: string) => text(name).references(() => persons.id, { onDelete: 'restrict' })
export const toPartner = (name: string) => text(name).references(() => partners.id, { onDelete: 'restrict' })

export const bodies = sqliteTable(
  'bodies',
  {
    ...marks,
    name: text('name').notNull(),
    kind: text('kind', { enum: bodyKinds }).notNull(),
    country: text('country', { enum: countries }).notNull(),
    // Defaults are what a body made before meetings existed follows; replaying its log gives the same.
    rules: text('rules', { enum: bodyRules }).notNull().default('ownRules'),
    numbering: text('numbering', { enum: numberings }).notNull().default('perYear'),
    numberPrefix: text('number_prefix'),
    numberForm: text('number_form', { enum: numberForms }).notNull().default('numberSlashYear'),
    quorumRule: text('quorum_rule', { enum: quorumRules }).notNull().default('moreThanHalf'),
    quorumNumber: integer('quorum_number'),
    seats: integer('seats'),
    deputiesAllowed: integer('deputies_allowed', { mode: 'boolean' }).notNull().default(true),
    deputyOrder: text('deputy_order', { enum: deputyOrders }).notNull().default('inTurn'),
    chairCastsVote: integer('chair_casts_vote', { mode: 'boolean' }).notNull().default(true),
    abstainingAllowed: integer('abstaining_allowed', { mode: 'boolean' }).notNull().default(true),
    noticeDays: integer('notice_days').notNull().default(7),
    adjustmentRule: text('adjustment_rule', { enum: adjustmentRules }).notNull().default('approvedInNextMeeting'),
    adjustmentDays: integer('adjustment_days'),
    adjusters: integer('adjusters').notNull().default(0),
    secretaryId: toPerson('secretary_id'),
    activeFrom: text('active_from').notNull(),
    activeTo: text('active_to'),
  },
  (t) => [
    inList('bodies_kind', t.kind, bodyKinds),
    inList('bodies_country', t.country, countries),
    inList('bodies_rules', t.rules, bodyRules),
    inList('bodies_numbering', t.numbering, numberings),
    inList('bodies_number_form', t.numberForm, numberForms),
    inList('bodies_quorum', t.quorumRule, quorumRules),
    inList('bodies_deputies', t.deputyOrder, deputyOrders),
    inList('bodies_adjustment', t.adjustmentRule, adjustmentRules),
  ],
)

export const bodyMembers = sqliteTable(
  'body_members',
  {
    ...marks,
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'restrict' }),
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'restrict' }),
    role: text('role', { enum: memberRoles }).notNull(),
    representingId: toPartner('representing_id'),
    party: text('party'),
    deputyForId: toPerson('deputy_for_id'),
    position: integer('position').notNull(),
    termFrom: text('term_from').notNull(),
    termTo: text('term_to'),
  },
  (t) => [
    inList('body_members_role', t.role, memberRoles),
    isDay('body_members_from', t.termFrom),
    index('body_members_body').on(t.bodyId, t.position),
    index('body_members_person').on(t.personId),
  ],
)

export const sectors = sqliteTable('sectors', {
  ...marks,
  nameNb: text('name_nb').notNull(),
  nameSv: text('name_sv').notNull(),
  nameEn: text('name_en').notNull(),
  position: integer('position').notNull(),
})
