import type { shell as nb } from '../nb/shell.ts'
import type { Translated } from '../translated.ts'

export const shell: Translated<typeof nb> = {
  menu: {
    file: 'File',
    close: 'Close window',
    quit: 'Quit Fyr',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteText: 'Paste without formatting',
    selectAll: 'Select all',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    window: 'Window',
    minimise: 'Minimise',
  },
  link: {
    question: 'The link opens in another program. Check the address first.',
    open: 'Open link',
    stay: 'Stay in Fyr',
  },
  files: {
    workspace: 'Fyr file',
    docx: 'Word document',
    xlsx: 'Excel workbook',
    pdf: 'PDF document',
    zip: 'Zip archive',
    eml: 'Mail draft',
    ics: 'Calendar file',
    txt: 'Text file',
    backup: 'Backup',
    csv: 'CSV file',
    any: 'All files',
  },
  window: {
    crashed: 'The window stopped responding. Everything saved is safe. Reload it to go on working.',
    reload: 'Reload',
    quit: 'Quit Fyr',
  },
  preview: {
    linkTitle: 'This link is no longer valid',
    linkText:
      'A link to Fyr works once, and only in the browser that opens it. Press Enter in the terminal where Fyr runs to get a new one, or start Fyr again.',
  },
}
