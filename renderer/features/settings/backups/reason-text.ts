import type { OutputOf } from '#shared/contract/dispatcher.ts'
import { messageText } from '#shared/i18n/message-text.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** Why something failed, as the state of backups tells it. */
export function reasonText(t: Translate, { key, params }: NonNullable<OutputOf<'backups.state'>['problem']>): string {
  return messageText(t, params ? { key, params } : { key })
}
