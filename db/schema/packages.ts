import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { packageFormats } from '#shared/domain/records/board-package.ts'
import {
  attachmentModes,
  type PackageSheet,
  packageEditions,
  packageVariants,
  type TemplateSection,
} from '#shared/domain/records/package-template.ts'
import { languages } from '#shared/domain/values.ts'
import { inList, isDay, isJson, marks } from './columns.ts'
import { meetings } from './meetings.ts'
import { bodies } from './partnership.ts'

export const packages = sqliteTable(
  'packages',
  {
    ...marks,
    bodyId: text('body_id')
      .notNull()
      .references(() => bodies.id, { onDelete: 'restrict' }),
    meetingId: text('meeting_id').references((): AnySQLiteColumn => meetings.id, { onDelete: 'restrict' }),
    withConfidential: integer('with_confidential', { mode: 'boolean' }).notNull().default(false),
    title: text('title').notNull(),
    language: text('language', { enum: languages }).notNull(),
    // Defaults are what a package made before there were variants is; replaying its log gives the same.
    variant: text('variant', { enum: packageVariants }).notNull().default('papers'),
    templateId: text('template_id').references((): AnySQLiteColumn => packageTemplates.id, { onDelete: 'restrict' }),
    periodFrom: text('period_from').notNull(),
    periodTo: text('period_to').notNull(),
    version: integer('version').notNull(),
    madeOn: text('made_on').notNull(),
    madeBy: text('made_by'),
    dataStamp: text('data_stamp').notNull(),
    previousId: text('previous_id').references((): AnySQLiteColumn => packages.id, { onDelete: 'restrict' }),
    snapshotSha256: text('snapshot_sha256').notNull(),
    publicSha256: text('public_sha256'),
    sentOn: text('sent_on'),
    sentTo: text('sent_to'),
  },
  (t) => [
    inList('packages_language', t.language, languages),
    isDay('packages_from', t.periodFrom),
    isDay('packages_to', t.periodTo),
    isDay('packages_sent', t.sentOn),
    inList('packages_variant', t.variant, packageVariants),
    uniqueIndex('packages_version').on(t.bodyId, t.version).where(sql`deleted_at IS NULL`),
  ],
)

export const packageTemplates = sqliteTable(
  'package_templates',
  {
    ...marks,
    bodyId: text('body_id').references(() => bodies.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    variant: text('variant', { enum: packageVariants }).notNull(),
    sections: text('sections', { mode: 'json' }).$type<TemplateSection[]>().notNull(),
    sheets: text('sheets', { mode: 'json' }).$type<PackageSheet[]>().notNull(),
    attachments: text('attachments', { enum: attachmentModes }).notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    inList('package_templates_variant', t.variant, packageVariants),
    inList('package_templates_attachments', t.attachments, attachmentModes),
    isJson('package_templates_sections', t.sections),
    isJson('package_templates_sheets', t.sheets),
  ],
)

export const packageFiles = sqliteTable(
  'package_files',
  {
    ...marks,
    packageId: text('package_id')
      .notNull()
      .references(() => packages.id, { onDelete: 'restrict' }),
    edition: text('edition', { enum: packageEditions }).notNull(),
    format: text('format', { enum: packageFormats }).notNull(),
    fileName: text('file_name').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
  },
  (t) => [
    inList('package_files_edition', t.edition, packageEditions),
    inList('package_files_format', t.format, packageFormats),
    uniqueIndex('package_files_one').on(t.packageId, t.edition, t.format).where(sql`deleted_at IS NULL`),
  ],
)
