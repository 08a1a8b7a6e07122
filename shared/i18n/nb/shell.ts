/** Words outside the page: the menu, native dialogs, and the preview's own small page. */
export const shell = {
  menu: {
    file: 'Fil',
    close: 'Lukk vinduet',
    quit: 'Avslutt Fyr',
    edit: 'Rediger',
    undo: 'Angre',
    redo: 'Gjør om',
    cut: 'Klipp ut',
    copy: 'Kopier',
    paste: 'Lim inn',
    pasteText: 'Lim inn uten formatering',
    selectAll: 'Merk alt',
    view: 'Vis',
    actualSize: 'Vanlig størrelse',
    zoomIn: 'Forstørr',
    zoomOut: 'Forminsk',
    fullScreen: 'Fullskjerm',
    window: 'Vindu',
    minimise: 'Minimer',
  },
  link: {
    question: 'Lenken åpnes i et annet program. Se over adressen først.',
    open: 'Åpne lenken',
    stay: 'Bli i Fyr',
  },
  files: {
    workspace: 'Fyr-fil',
    docx: 'Word-dokument',
    xlsx: 'Excel-arbeidsbok',
    eml: 'E-postutkast',
    ics: 'Kalenderfil',
    txt: 'Tekstfil',
    backup: 'Sikkerhetskopi',
    any: 'Alle filer',
  },
  window: {
    crashed: 'Vinduet sluttet å svare. Alt som er lagret, er trygt. Last det inn på nytt for å arbeide videre.',
    reload: 'Last inn på nytt',
    quit: 'Avslutt Fyr',
  },
  preview: {
    linkTitle: 'Lenken gjelder ikke lenger',
    linkText:
      'En lenke til Fyr virker én gang og bare i den nettleseren som åpner den. Trykk Enter i terminalen der Fyr kjører, for å få en ny, eller start Fyr på nytt.',
  },
} as const
