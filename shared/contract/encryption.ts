import { z } from 'zod'
import { title } from '#shared/domain/values.ts'
import { done, nothing, savedFile } from './lists.ts'
import { command, query } from './operation.ts'
import { workspace } from './workspace.ts'

/** As it is typed: checked by `checkRecoveryCode`, which says what is wrong with it. */
const typedCode = z.string().max(200)

/** Encryption of partnership files at rest. A code never stands in a query's answer, which windows keep. */
export const encryptionOperations = {
  'encryption.show': query({
    input: nothing,
    output: z.object({
      /** Whether this device can keep codes safe, so that a file opens without being asked for its code. */
      keepsCodes: z.boolean(),
      /** The open file's encryption; null where it is plain, or no file is open. */
      file: z.object({ kept: z.boolean() }).nullable(),
    }),
    reads: ['workspace'],
    withoutWorkspace: true,
  }),
  /** A new recovery code, for a file that is to be made with it (`workspace.create`). */
  'encryption.newCode': command({
    input: nothing,
    output: z.object({ code: z.string() }),
    touches: [],
    withoutWorkspace: true,
  }),
  /** Opens the file that could not be opened for want of its code, and keeps the code on this device where `keep` says so. */
  'encryption.unlock': command({
    input: z.strictObject({ id: z.string().max(100), code: typedCode, keep: z.boolean() }),
    output: workspace,
    touches: ['workspace', 'preferences'],
    withoutWorkspace: true,
  }),
  /** The code of the open file, to be written down again. `refused` where the file is plain. */
  'encryption.readCode': command({ input: nothing, output: z.object({ code: z.string() }), touches: [] }),
  /**
   * Keeps the open file's code on this device, or forgets it, so that it is asked for when the file is opened next. Forgetting asks for the
   * code itself: whoever has not kept it would lose the file.
   */
  'encryption.keepCode': command({ input: nothing, output: done, touches: ['workspace'] }),
  'encryption.forgetCode': command({
    input: z.strictObject({ code: typedCode }),
    output: done,
    touches: ['workspace'],
  }),
  /** Asks where, and writes a sheet with the code as text, to be kept apart from the file. Null when the user thinks better of it. */
  'encryption.saveSheet': command({
    input: z.strictObject({ code: typedCode, name: title }),
    output: savedFile.nullable(),
    touches: [],
    withoutWorkspace: true,
  }),
}
