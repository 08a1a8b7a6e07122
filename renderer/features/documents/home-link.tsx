import { useCallback } from 'react'
import { ItemLink } from '#renderer/components/item-link.tsx'
import { RecordLink } from '#renderer/components/record-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useT } from '#renderer/lib/use-t.ts'
import type { OutputOf } from '#shared/contract/dispatcher.ts'

type Home = OutputOf<'documents.list'>['rows'][number]['home']

/** What a document belongs to, in words: its name and the day where it has one. */
export function useHomeWords() {
  const t = useT()
  const format = useFormat()
  return useCallback(
    (home: Home) => {
      if (home === null) return t('archive.homeAlone')
      return home.day === null ? home.name : `${home.name}, ${format.day(home.day)}`
    },
    [t, format],
  )
}

/** A link to what a document belongs to; words alone where that is the partnership itself. */
export function HomeLink({ home }: { readonly home: Home }) {
  const words = useHomeWords()(home)
  if (home === null) return <>{words}</>
  if (home.entity === 'agendaItems') {
    return (
      <ItemLink itemId={home.openId} meetingId={home.meetingId}>
        {words}
      </ItemLink>
    )
  }
  return (
    <RecordLink area={home.entity === 'plans' ? 'strategy' : home.entity} id={home.openId}>
      {words}
    </RecordLink>
  )
}
