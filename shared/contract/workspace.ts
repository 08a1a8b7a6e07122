import { z } from 'zod'
import { partnership, partnershipChanges } from '#shared/domain/records/partnership.ts'
import { person } from '#shared/domain/records/person.ts'
import { country, fieldIssueText, id, instant, language, line, title } from '#shared/domain/values.ts'
import { done, nothing, savedFile } from './lists.ts'
import { command, query } from './operation.ts'

export const themes = ['system', 'light', 'dark', 'highContrast'] as const
export const preferences = z.object({
  /** Language of the screen; null follows the system. */
  language: language.nullable(),
  theme: z.enum(themes),
  /** File key → the person who sits here. Kept per device, never in the file. */
  me: id.nullable(),
  deviceName: z.string().max(80),
  /** Whether the system tells of follow-ups past their day. Missing: no. */
  followUpNotices: z.boolean().optional(),
})

/** Where a file lies that Fyr would rather not have its live data in: a synchronised folder, a network share. */
export const workspaceWarnings = [
  'syncedFolder',
  'networkShare',
  'wentBackwards',
  'uncleanExit',
  'damaged',
  'salvaged',
] as const
export const workspace = z.object({
  fileName: z.string(),
  /** Shown to the user; never sent back. */
  location: z.string(),
  readOnly: z.boolean(),
  warnings: z.array(z.enum(workspaceWarnings)),
  /** Acknowledged changes (entries of the log) that the file has lost, until the user has said that it is known. */
  missingChanges: z.int(),
  partnership,
  /** The person who sits here, if chosen. */
  me: person.nullable(),
})
export const samples = ['ostfold', 'robertsfors'] as const

/** Bytes of a logo, at most: every document carries it. */
export const largestLogo = 1024 * 1024

export const workspaceOperations = {
  'app.about': query({
    input: nothing,
    output: z.object({
      version: z.string(),
      sqlite: z.string(),
      node: z.string(),
      host: z.enum(['direct', 'worker', 'electron', 'preview']),
      /** What the host can do with a saved file, and whether it can show notices of the system. */
      can: z.object({ openFiles: z.boolean(), revealFiles: z.boolean(), notify: z.boolean().optional() }),
    }),
    reads: [],
    withoutWorkspace: true,
  }),
  'preferences.show': query({ input: nothing, output: preferences, reads: ['preferences'], withoutWorkspace: true }),
  'preferences.choose': command({
    input: preferences.partial().strict(),
    output: preferences,
    touches: ['preferences', 'workspace'],
    withoutWorkspace: true,
  }),
  'workspace.current': query({
    input: nothing,
    output: workspace.nullable(),
    reads: ['workspace', 'partnership', 'persons', 'preferences'],
    withoutWorkspace: true,
  }),
  'workspace.recent': query({
    input: nothing,
    output: z.array(
      z.object({ id: z.string(), name: z.string(), location: z.string(), openedAt: instant, missing: z.boolean() }),
    ),
    reads: ['workspace'],
    withoutWorkspace: true,
  }),
  /** Empties the list of recent files; the files stay where they are. */
  'workspace.forgetRecent': command({ input: nothing, output: done, touches: ['workspace'], withoutWorkspace: true }),
  /**
   * Asks where to put the file, makes it, opens it. The person becomes the first of the secretariat and "me". With a recovery code
   * (`encryption.newCode`) the file is encrypted, and the code kept on this device where `keepCode` says so.
   */
  'workspace.create': command({
    input: z.strictObject({
      name: title,
      country,
      language,
      givenName: title,
      familyName: title,
      recoveryCode: z.string().max(200).nullish(),
      keepCode: z.boolean().optional(),
    }),
    output: workspace.nullable(),
    touches: ['workspace', 'preferences'],
    withoutWorkspace: true,
  }),
  /** Opens one of the recent files, or asks for a file when `recentId` is null. Null when the user thinks better of it. */
  'workspace.open': command({
    input: z.strictObject({ recentId: z.string().max(100).nullable() }),
    output: workspace.nullable(),
    touches: ['workspace', 'preferences'],
    withoutWorkspace: true,
  }),
  /** Makes a fresh copy of a sample partnership and opens it. */
  'workspace.openSample': command({
    input: z.strictObject({ sample: z.enum(samples) }),
    output: workspace,
    touches: ['workspace', 'preferences'],
    withoutWorkspace: true,
  }),
  'workspace.close': command({ input: nothing, output: done, touches: ['workspace'], withoutWorkspace: true }),
  /** A verified copy: written aside, checked, synced, renamed. Asks where. Null when the user thinks better of it. */
  'workspace.backup': command({
    input: nothing,
    output: savedFile.extend({ size: z.int(), sha256: z.string() }).nullable(),
    touches: [],
  }),
  'partnership.show': query({ input: nothing, output: partnership, reads: ['partnership'] }),
  'partnership.revise': command({
    input: z.strictObject({ changes: partnershipChanges }),
    output: partnership,
    touches: ['partnership', 'workspace', 'visitPlans'],
  }),
  /**
   * Sets the logo of documents, or takes it away. PNG or JPEG, at most 1 MB and 6,000 pixels a side, known by its bytes; else `invalid`
   * under `base64`.
   */
  'partnership.setLogo': command({
    input: z.strictObject({
      base64: z.string().max(1_500_000, fieldIssueText('logoTooLarge')).nullable(),
      altText: line,
    }),
    output: partnership,
    touches: ['partnership'],
    maxInput: 2_000_000,
  }),
  /** The logo's bytes, to show it; null where there is none. */
  'partnership.readLogo': query({
    input: nothing,
    output: z.object({ mime: z.string(), base64: z.string() }).nullable(),
    reads: ['partnership'],
  }),
  /** What was saved through a port can be opened or shown in its folder, where the host can. */
  'files.open': command({
    input: z.strictObject({ fileId: z.string().max(100) }),
    output: done,
    touches: [],
    withoutWorkspace: true,
  }),
  'files.reveal': command({
    input: z.strictObject({ fileId: z.string().max(100) }),
    output: done,
    touches: [],
    withoutWorkspace: true,
  }),
}
