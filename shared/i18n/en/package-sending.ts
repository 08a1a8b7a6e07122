import type { packageSending as nb } from '../nb/package-sending.ts'
import type { Translated } from '../translated.ts'

/** The files of a package: which editions, and what was sent. */
export const packageSending: Translated<typeof nb> = {
  edition: 'Edition',
  editionHint: 'The public edition leaves out the content of confidential items.',
  pdfText: 'The same pages as in Word, to read and archive.',
  title: 'Sending',
  mark: 'Mark as sent',
  text: 'The files are made, and exactly these files are kept with their checksums. The package can’t be deleted afterwards, and this can’t be undone.',
  sentOn: 'Sent on',
  sentTo: 'To whom',
  sentToHint: 'For example the board, or the names of the recipients.',
  formats: 'Files that were sent',
  editions: 'Editions',
  noFormat: 'Choose at least one file.',
  noEdition: 'Choose at least one edition.',
  sent: 'Sent {{day}}',
  sentToWhom: 'Sent {{day}} to {{whom}}',
  sentText:
    'The files below are those that were sent. They can be downloaded again above. The package can’t be deleted.',
  verify: 'Verify the files',
  verified: 'The check is done.',
  file: '{{size}}, checksum {{hash}}',
  /** What the look through the files found before they were sent, and the ways on. */
  found: {
    title: 'Found before sending',
    refused:
      'Text that is exempt from disclosure stands in an edition that anybody may read. It can’t be sent like this. Nothing is marked as sent.',
    stop: 'The check found something that may shut readers out or do harm. Nothing is marked as sent yet.',
    remark: 'The check found something that should be mended. Nothing is marked as sent yet.',
    mend: 'The package is frozen. Mend it where it was written, and make the package again.',
    documents: 'Open the documents',
    look: 'Open logo, colour and typeface',
    again: 'Put the package together again',
    stated: 'I have read the findings and send the package as it is',
    notStated: 'Tick that the findings are read, or mend them first.',
    sendAnyway: 'Mark as sent all the same',
  },
  results: {
    same: 'Unchanged. The same data gives exactly the same file.',
    kept: 'Unchanged since it was sent. A PDF is not made again to compare.',
    changed: 'The file is no longer the one that was sent. Get it from a backup.',
    different: 'The file is unchanged, but this version of Fyr makes it slightly differently of the same data.',
  },
}
