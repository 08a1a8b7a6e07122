import MailComposer from 'nodemailer/lib/mail-composer'
import type { MeetingPaper } from '#shared/documents/meeting-paper.ts'
import { formatDayLong } from '#shared/domain/days.ts'
import { translator } from '#shared/i18n/translator.ts'

/**
 * A mail draft (RFC 5322) with the paper and its calendar entry attached, addressed to those called. `X-Unsent: 1` makes mail programs open
 * it for writing; there is no From: the sender's own program sets it. The same paper gives the same bytes.
 */
export async function mailDraft(
  paper: MeetingPaper,
  files: { readonly name: string; readonly docx: Uint8Array; readonly ics: Uint8Array },
): Promise<Uint8Array> {
  const t = translator(paper.language)
  const { meeting, body } = paper
  const day = meeting ? formatDayLong(meeting.startsOn, paper.language) : ''
  const params = { body: body.name, day, time: meeting?.startsAt ?? '', paper: t(`codes.paperKind.${paper.kind}`) }
  const lines = [
    t('papers.mail.greeting'),
    '',
    t('papers.mail.lead', params),
    ...(meeting?.place ? [t('papers.mail.place', { place: meeting.place })] : []),
    ...(meeting?.remoteLink ? [t('papers.mail.link', { link: meeting.remoteLink })] : []),
    ...(meeting?.noticeText ? ['', meeting.noticeText] : []),
    '',
    t('papers.mail.absence'),
    '',
    paper.madeBy,
    paper.partnership.name,
  ]
  const composer = new MailComposer({
    // The library would fetch what an attachment names by path or address; here nothing is, and nothing may be.
    disableFileAccess: true,
    disableUrlAccess: true,
    to: paper.emails.map(({ name, email }) => ({ name, address: email })),
    subject: t('papers.mail.subject', params),
    text: lines.join('\n'),
    headers: { 'X-Unsent': '1' },
    // Boundaries and ids would be random otherwise.
    baseBoundary: 'fyr',
    attachments: [
      {
        filename: files.name,
        content: Buffer.from(files.docx),
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      },
      {
        filename: 'meeting.ics',
        content: Buffer.from(files.ics),
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      },
    ],
    // The library insists on both; they are taken from the data, so that the same paper gives the same bytes.
    messageId: `<${meeting?.id ?? 'list'}.${paper.kind}@fyr.invalid>`,
    date: paper.dataAsOf,
  })
  return composer.compile().build()
}
