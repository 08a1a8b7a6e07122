/** A paper of a meeting as its readers meet it: its XML, its text, its headings. */
import { renderMeetingPaperDocx } from '#shared/documents/meeting-docx.ts'
import type { MeetingPaper } from '#shared/documents/meeting-paper.ts'
import { part, partsOf, wordText } from './office-file.ts'

export const body = 'word/document.xml'
export const xmlOf = async (paper: MeetingPaper) => part(partsOf(await renderMeetingPaperDocx(paper)), body)
export const textOf = async (paper: MeetingPaper) => wordText(await xmlOf(paper))
/** The headings in order, each with its level before it. */
export const headingsOf = (xml: string) =>
  [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="Heading(\d)"\/>.*?<\/w:p>/gs)].map(
    ([paragraph, level]) => `${level} ${wordText(`<w:x xmlns:w="w">${paragraph}</w:x>`)}`,
  )
