import { randomBytes } from 'node:crypto'
import { invalid, type Message, problem } from '#shared/contract/problem.ts'
import { checkRecoveryCode, recoveryCodeBytes, recoveryCodeOf } from '#shared/domain/recovery-code.ts'
import { recoverySheet } from '#shared/i18n/recovery-sheet.ts'
import type { AreaHandlers, Context } from '../context.ts'
import { codeOfConnection } from '../encryption/connect.ts'
import { keyOf } from '../encryption/key.ts'
import { learnCodes } from '../encryption/keyring.ts'
import { keyFits } from '../encryption/pages.ts'

/** Handlers of encryption at rest. */
export const encryptionHandlers: AreaHandlers<'encryption'> = {
  'encryption.show': async (_input, context) => {
    const code = openCode(context)
    return { keepsCodes: await context.codes.can(), file: code === null ? null : { kept: context.codes.has(code) } }
  },
  'encryption.newCode': () => ({ code: recoveryCodeOf(randomBytes(recoveryCodeBytes)) }),
  'encryption.unlock': async ({ id, code: typed, keep }, context) => {
    const path = context.troubles.pathOf(id)
    const code = checkedCode(typed)
    if (!keyFits(path, keyOf(code))) throw invalid({ code: { key: 'problems.field.recoveryCodeOfAnother' } })
    learnCodes([code])
    const shown = context.workspaces.open(path)
    // The file is open: a device that does not take the code is no reason to take it away again.
    if (keep) await context.codes.keep(code).catch(() => {})
    return shown
  },
  'encryption.readCode': (_input, context) => ({ code: openCode(context) ?? refused() }),
  'encryption.keepCode': async (_input, context) => {
    await context.codes.keep(openCode(context) ?? refused())
    return {}
  },
  'encryption.forgetCode': async ({ code: typed }, context) => {
    const code = openCode(context) ?? refused()
    if (checkedCode(typed) !== code) throw invalid({ code: { key: 'problems.field.recoveryCodeOfAnother' } })
    await context.codes.drop(code)
    return {}
  },
  'encryption.saveSheet': async ({ code: typed, name }, context) => {
    const code = checkedCode(typed)
    const language = context.workspaces.preferences.get().language ?? 'nb'
    const { title, text } = recoverySheet({ code, name, day: context.clock.now().slice(0, 10), language })
    return context.files.save({ name: `${title}.txt`, kind: 'txt', bytes: Buffer.from(text), secret: true })
  },
}

/** The code of the open file; null where none is open, or it is plain. */
function openCode(context: Context): string | null {
  const file = context.workspaces.file()
  return file === null ? null : codeOfConnection(file.db)
}

/** @throws ProblemError `invalid` under `code`, saying which rule failed. */
export function checkedCode(typed: string): string {
  const checked = checkRecoveryCode(typed)
  if (!checked.ok) throw invalid({ code: plainMessage(checked.message) })
  return checked.value
}

function plainMessage({ key, params }: Message) {
  return { key, ...(params ? { params: { ...params } } : {}) }
}

function refused(): never {
  throw problem('refused', 'problems.notEncrypted')
}
