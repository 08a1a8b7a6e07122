/** What the check of a finished Word document or workbook says: what is wrong, and what to do. */
export const documentChecks = {
  title: 'Kontroll av dokumentet',
  sound: 'Kontrollen fant ingenting å rette.',
  found_one: '{{count}} ting bør rettes før dokumentet sendes',
  found_other: '{{count}} ting bør rettes før dokumentet sendes',
  /** Where it stands, and how many times there. */
  whole: 'Hele dokumentet',
  near: 'Ved «{{where}}»',
  times_one: '{{count}} sted',
  times_other: '{{count}} steder',
  rules: {
    exemptPassage:
      'Et avsnitt som er unntatt offentlighet, står i et dokument som alle kan lese. Finn ut hvor det kommer fra, ta det ut der, og lag dokumentet på nytt.',
    exemptWords:
      'En tekst som er unntatt offentlighet, står ordrett i et dokument som alle kan lese. Se etter om det er den samme saken, eller bare de samme ordene.',
    titleMissing: 'Dokumentet har ingen tittel i egenskapene sine. Skriv en tittel under Fil > Informasjon.',
    fileLanguage:
      'Filen sier ikke hvilket språk den er skrevet på, eller sier et annet enn teksten. Lag filen på nytt på riktig språk.',
    textLanguage:
      'Teksten har ikke noe språk, så en skjermleser leser den med feil uttale. Merk all tekst, og velg språk under Se gjennom > Språk.',
    passageLanguage: 'Noe av teksten er merket med et språk som ikke finnes. Merk teksten, og velg språket den er på.',
    mainHeading:
      'Dokumentet skal ha én overskrift på øverste nivå: tittelen på dokumentet. Sett Overskrift 1 på tittelen og lavere nivåer på resten.',
    headingOrder:
      'En overskrift hopper over et nivå. Velg nivået rett under overskriften den hører til, uten å hoppe over noe nivå.',
    headingEmpty: 'En overskrift er tom. Skriv en tekst i den, eller slett linjen.',
    bodyFont:
      'Brødteksten er satt med seriffer, som er tyngre å lese på skjerm. Velg en skrift uten, for eksempel Calibri.',
    tableHeaderRow:
      'En tabell har ingen overskriftsrad som gjentas på hver side. Merk den øverste raden, og slå på Gjenta overskriftsrader.',
    tableHeaderEmpty: 'En kolonne i en tabell har ingen overskrift. Skriv hva kolonnen inneholder.',
    tableFirstColumn:
      'Den første kolonnen i en tabell navngir radene, men er ikke merket som det. Slå på Første kolonne under Tabellutforming.',
    tableMerged: 'En tabell har sammenslåtte celler, som en skjermleser ikke kan lese i rekkefølge. Del dem opp igjen.',
    tableNested: 'En tabell ligger inni en annen. Flytt den ut, eller skriv innholdet som tekst.',
    imageText:
      'Et bilde eller diagram mangler alternativ tekst. Skriv hva det viser, for den som ikke kan se det; for et diagram også tallene.',
    chartFigures:
      'Tallene i et diagram står verken i den alternative teksten eller i en tabell ved siden av. Skriv dem ett av stedene.',
    typedList: 'En liste er skrevet med streker eller tall for hånd. Gjør den til en punktliste eller nummerert liste.',
    textBox: 'Tekst står i en tekstboks, som skjermlesere ofte hopper over. Flytt teksten ut i dokumentet.',
    floating: 'Noe er plassert fritt på siden, så det er uklart når det skal leses. Sett det på linje med teksten.',
    linkText:
      'En lenke sier ikke hvor den fører. Skriv hva leseren finner der, i stedet for bare adressen eller «her».',
    contrast:
      'Tekst skiller seg for lite fra bakgrunnen. Velg en mørkere skriftfarge eller en lysere bakgrunn, minst 4,5 : 1 (stor tekst 3 : 1).',
    emptyParagraphs: 'Tomme linjer er brukt til å lage luft. Slett dem, og sett avstand før eller etter avsnittet.',
    tabLayout: 'Tabulatorer er brukt til å stille opp tekst i kolonner. Bruk en tabell.',
    sheetName:
      'Et ark mangler et navn som sier hva det inneholder, eller to ark har samme navn. Gi arket et eget navn.',
    sheetTitle: 'Arket har ingen tittel i celle A1. Skriv der hva arket viser.',
    sheetTable: 'Rader på arket er ikke gjort til en tabell. Merk dem, og velg Sett inn > Tabell.',
    columnNames: 'En kolonne i tabellen har ikke et eget navn. Gi hver kolonne en overskrift som ingen annen har.',
    cellsMerged: 'Arket har sammenslåtte celler, som ikke kan leses i rekkefølge eller sorteres. Del dem opp igjen.',
    blankRows: 'Tabellen har tomme rader. Slett dem.',
    blankColumns: 'Tabellen har en tom kolonne. Slett den.',
    headerFrozen: 'Overskriftsraden blir borte når en blar nedover. Frys radene ned til og med den under Visning.',
    printTitles:
      'Overskriftsraden gjentas ikke på hver side i utskrift. Velg den som titler under Sideoppsett > Utskriftstitler.',
    formulaText:
      'En tekst er lagret som en formel og kan gi feil eller hente noe utenfra. Sett en apostrof foran, så den blir stående som tekst.',
  },
  /** Bytes that can't be checked. */
  unreadable: {
    notOffice: 'Filen er ikke et Word- eller Excel-dokument. Velg en .docx- eller .xlsx-fil.',
    notWord: 'Filen er ikke et Word-dokument. Velg en .docx-fil.',
    notWorkbook: 'Filen er ikke en Excel-arbeidsbok. Velg en .xlsx-fil.',
    damaged: 'Dokumentet er skadet og kan ikke leses. Lag det på nytt.',
    tooLarge: 'Dokumentet er for stort til å kontrolleres. Del det i flere.',
  },
} as const
