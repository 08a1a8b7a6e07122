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
    hangs: 'Fönstret svarar inte',
    hangsDetail:
      'Allt som är sparat är tryggt. Vänta, eller låt fönstret ritas om: det du har skrivit fram till sista sekunden kommer tillbaka.',
    wait: 'Vänta',
    reload: 'Läs in på nytt',
  },
  closing: {
    question: 'Fyr håller fortfarande på att avsluta det som pågår',
    detail: 'Ett dokument som håller på att skapas går förlorat om Fyr stängs nu. Allt som är sparat är tryggt.',
    wait: 'Fortsätt vänta',
    now: 'Stäng nu',
  },
  crashed: {
    title: 'Fönstret stannade två gånger på kort tid',
    safe: 'Allt som är sparat ligger tryggt i filen, och det du har skrivit fram till sista sekunden är sparat som utkast.',
    again: 'Öppna Fyrs fönster igen',
    restart: 'Händer det på nytt startar du om datorn och ser till att Fyr och systemet är uppdaterade.',
    log: 'Vad som hände står i loggen, utan något av innehållet: mappen logs i Fyrs egen mapp på den här datorn.',
  },
  preview: {
    linkTitle: 'Länken gäller inte längre',
    linkText:
      'En länk till Fyr fungerar en gång och bara i den webbläsare som öppnar den. Tryck på Enter i terminalen där Fyr körs för att få en ny, eller starta om Fyr.',
  },
}
