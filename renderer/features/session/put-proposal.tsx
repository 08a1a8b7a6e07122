import { WriteButton } from '#renderer/components/write-button.tsx'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { ItemDetail } from '#shared/contract/meetings.ts'
import { plainText } from '#shared/domain/rich-text.ts'

/** The agenda's proposed decision, as long as nobody has put it: null otherwise. */
export function unputProposal({ item, proposals }: ItemDetail): string | null {
  const text = plainText(item.proposedDecision).trim()
  const put = proposals.some(({ kind, status }) => kind === 'main' && status !== 'withdrawn')
  return text === '' || put ? null : text
}

/** Puts the proposed decision of the agenda as the main proposal, as it stands. */
export function PutProposal({ open }: { readonly open: ItemDetail }) {
  const t = useT()
  const add = useCommand('proposals.add', { problemAsToast: true })
  const text = unputProposal(open)
  if (text === null) return null
  return (
    <WriteButton
      small
      icon="check"
      busy={add.busy}
      onPress={() => void add.run({ itemId: open.item.id, kind: 'main', proposerId: null, party: null, text })}
    >
      {t('session.proposals.put')}
    </WriteButton>
  )
}
