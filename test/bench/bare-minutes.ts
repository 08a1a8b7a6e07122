/** The minutes of a meeting without their layout: the same texts as plain XML in a zip, and by the docx library. */
import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import type { MeetingPaper, PaperItem, PaperVote } from '#shared/documents/meeting-paper.ts'
import { plainText } from '#shared/domain/rich-text.ts'
import { xml } from './bare-documents.ts'

/** The texts of minutes, a line for each paragraph; what both sides beside ours print. */
export function minutesLines({ body, meeting, attendances, items }: MeetingPaper): string[] {
  return [
    joined(body.name, meeting?.startsOn, meeting?.openedAt, meeting?.adjournedAt, meeting?.place),
    ...attendances.map((one) => joined(one.name, one.organisation, one.role, one.status, one.replaces)),
    ...items.flatMap(itemLines),
  ]
}

function itemLines(item: PaperItem): string[] {
  return [
    joined(item.numberText, item.title),
    ...plainText(item.minutesText).split('\n'),
    ...item.proposals.map((one) => joined(one.proposer, one.kind, one.text, one.status)),
    ...item.votes.flatMap(voteLines),
    ...item.decisions.map((one) => joined(one.numberText, one.text)),
    ...item.statements.map((one) => joined(one.name, one.kind, one.text)),
  ]
}

function voteLines(vote: PaperVote): string[] {
  const { subject, forText, againstText, forCount, againstCount, named } = vote
  return [
    joined(subject, forText, againstText, forCount, againstCount),
    ...named.map((one) => joined(one.name, one.vote)),
  ]
}

function joined(...parts: readonly (string | number | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined).join(' ')
}

export function bareMinutes(paper: MeetingPaper): Uint8Array {
  const body = minutesLines(paper)
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${xml(line)}</w:t></w:r></w:p>`)
    .join('')
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
}

export function docxMinutes(paper: MeetingPaper): Promise<Uint8Array> {
  const children = minutesLines(paper).map((line) => new Paragraph(line))
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array')
}
