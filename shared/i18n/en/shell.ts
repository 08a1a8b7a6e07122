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
    hangs: 'The window is not responding',
    hangsDetail:
      'Everything saved is safe. Wait, or have the window drawn anew: what you typed up to the last second comes back.',
    wait: 'Wait',
    reload: 'Reload',
  },
  closing: {
    question: 'Fyr is still finishing what is under way',
    detail: 'A document that is being made is lost if Fyr closes now. Everything saved is safe.',
    wait: 'Keep waiting',
    now: 'Close now',
  },
  crashed: {
    title: 'The window ended twice in a short while',
    safe: 'Everything that was saved is safe in the file, and what you typed up to the last second is kept as a draft.',
    again: 'Open Fyr’s window again',
    restart: 'If it happens again, restart the computer, and make sure that Fyr and the system are up to date.',
    log: 'What happened stands in the log, without any content: the folder logs in Fyr’s own folder on this computer.',
  },
  preview: {
    linkTitle: 'This link is no longer valid',
    linkText:
      'A link to Fyr works once, and only in the browser that opens it. Press Enter in the terminal where Fyr runs to get a new one, or start Fyr again.',
  },
}
