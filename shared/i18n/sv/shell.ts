import type { shell as nb } from '../nb/shell.ts'
import type { Translated } from '../translated.ts'

export const shell: Translated<typeof nb> = {
  menu: {
    file: 'Arkiv',
    close: 'Stäng fönstret',
    quit: 'Avsluta Fyr',
    edit: 'Redigera',
    undo: 'Ångra',
    redo: 'Gör om',
    cut: 'Klipp ut',
    copy: 'Kopiera',
    paste: 'Klistra in',
    pasteText: 'Klistra in utan formatering',
    selectAll: 'Markera allt',
    view: 'Visa',
    actualSize: 'Normal storlek',
    zoomIn: 'Förstora',
    zoomOut: 'Förminska',
    fullScreen: 'Helskärm',
    window: 'Fönster',
    minimise: 'Minimera',
  },
  link: {
    question: 'Länken öppnas i ett annat program. Läs adressen först.',
    open: 'Öppna länken',
    stay: 'Stanna i Fyr',
  },
  files: {
    workspace: 'Fyr-fil',
    docx: 'Word-dokument',
    xlsx: 'Excel-arbetsbok',
    pdf: 'PDF-dokument',
    zip: 'Zip-arkiv',
    eml: 'E-postutkast',
    ics: 'Kalenderfil',
    txt: 'Textfil',
    backup: 'Säkerhetskopia',
    csv: 'CSV-fil',
    any: 'Alla filer',
  },
  window: {
    crashed: 'Fönstret slutade svara. Allt som är sparat är i säkerhet. Läs in det på nytt för att arbeta vidare.',
    reload: 'Läs in på nytt',
    quit: 'Avsluta Fyr',
  },
  preview: {
    linkTitle: 'Länken gäller inte längre',
    linkText:
      'En länk till Fyr fungerar en gång och bara i den webbläsare som öppnar den. Tryck på Enter i terminalen där Fyr körs för att få en ny, eller starta om Fyr.',
  },
}
