import {
  adjustmentFacts,
  adjustmentSentence,
  announcementFacts,
  appealSentences,
  signers,
} from '#shared/documents/meeting/signature-words.ts'
import type { PaperPart } from './meeting-paper-view.tsx'
import { PaperFacts, PaperTable } from './paper-table.tsx'

/** Who makes the minutes final, where and by when; in Sweden also the announcement and how to appeal. As the Word file says it. */
export function Signatures({ paper, words }: PaperPart) {
  const { t, form, isPublic } = words
  const rule = adjustmentSentence(paper, words)
  const rows = signers(paper, words)
  return (
    <>
      <h2>{form === 'SE' ? t('papers.doc.sign.headingSe') : t('papers.doc.sign.heading')}</h2>
      {rule === null ? <PaperFacts facts={adjustmentFacts(paper, words)} /> : <p>{rule}</p>}
      {rows.length > 0 && (
        <PaperTable
          form
          columns={[
            t('papers.doc.person.name'),
            t('papers.doc.person.role'),
            t('papers.doc.sign.placeAndDay'),
            t('papers.doc.sign.signature'),
          ]}
          rows={rows.map(({ name, role, placeAndDay, signature }) => [name, role, placeAndDay, signature])}
        />
      )}
      {form === 'SE' && isPublic && (
        <>
          <h2>{t('papers.doc.board.heading')}</h2>
          <p>{t('papers.doc.board.text')}</p>
          <PaperFacts facts={announcementFacts(paper, words)} />
          <h2>{t('papers.doc.appeal.heading')}</h2>
          {appealSentences(paper, words).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </>
      )}
    </>
  )
}
