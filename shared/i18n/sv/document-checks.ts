import type { documentChecks as nb } from '../nb/document-checks.ts'
import type { Translated } from '../translated.ts'

/** What the check of a finished Word document or workbook says: what is wrong, and what to do. */
export const documentChecks: Translated<typeof nb> = {
  title: 'Kontroll av dokumentet',
  sound: 'Kontrollen hittade inget att rätta.',
  found_one: '{{count}} sak bör rättas innan dokumentet skickas',
  found_other: '{{count}} saker bör rättas innan dokumentet skickas',
  /** Where it stands, and how many times there. */
  whole: 'Hela dokumentet',
  near: 'Vid ”{{where}}”',
  times_one: '{{count}} ställe',
  times_other: '{{count}} ställen',
  rules: {
    exemptPassage:
      'Ett stycke som är sekretessbelagt står i ett dokument som alla kan läsa. Ta reda på var det kommer ifrån, ta bort det där och gör dokumentet på nytt.',
    exemptWords:
      'En text som är sekretessbelagd står ordagrant i ett dokument som alla kan läsa. Se efter om det är samma ärende eller bara samma ord.',
    titleMissing: 'Dokumentet har ingen titel bland sina egenskaper. Skriv en titel under Arkiv > Info.',
    fileLanguage:
      'Filen anger inte vilket språk den är skriven på, eller anger ett annat än texten. Skapa filen på nytt på rätt språk.',
    textLanguage:
      'Texten har inget språk, så en skärmläsare läser den med fel uttal. Markera all text och välj språk under Granska > Språk.',
    passageLanguage:
      'En del av texten är märkt med ett språk som inte finns. Markera texten och välj det språk den är skriven på.',
    mainHeading:
      'Dokumentet ska ha en enda rubrik på översta nivån: dokumentets titel. Sätt Rubrik 1 på titeln och lägre nivåer på resten.',
    headingOrder:
      'En rubrik hoppar över en nivå. Välj nivån närmast under den rubrik som den hör till, utan att hoppa över någon.',
    headingEmpty: 'En rubrik är tom. Skriv en text i den eller ta bort raden.',
    bodyFont:
      'Brödtexten är satt med seriffer, vilket är tyngre att läsa på skärm. Välj ett teckensnitt utan, till exempel Calibri.',
    tableHeaderRow:
      'En tabell har ingen rubrikrad som upprepas på varje sida. Markera den översta raden och slå på Upprepa rubrikrader.',
    tableHeaderEmpty: 'En kolumn i en tabell saknar rubrik. Skriv vad kolumnen innehåller.',
    tableFirstColumn:
      'Den första kolumnen i en tabell namnger raderna men är inte märkt så. Slå på Första kolumnen under Tabelldesign.',
    tableMerged: 'En tabell har sammanfogade celler, som en skärmläsare inte kan läsa i ordning. Dela upp dem igen.',
    tableNested: 'En tabell ligger inuti en annan. Flytta ut den eller skriv innehållet som text.',
    imageText:
      'En bild eller ett diagram saknar alternativtext. Skriv vad den visar för den som inte kan se den; för ett diagram även siffrorna.',
    chartFigures:
      'Siffrorna i ett diagram står varken i alternativtexten eller i en tabell intill. Skriv dem på något av ställena.',
    typedList:
      'En lista är skriven med streck eller siffror för hand. Gör den till en punktlista eller numrerad lista.',
    textBox: 'Text står i en textruta, som skärmläsare ofta hoppar över. Flytta ut texten i dokumentet.',
    floating: 'Något är fritt placerat på sidan, så det är oklart när det ska läsas. Placera det i nivå med texten.',
    linkText:
      'En länk säger inte vart den leder. Skriv vad läsaren hittar där i stället för bara adressen eller ”här”.',
    contrast:
      'Text skiljer sig för lite från bakgrunden. Välj en mörkare textfärg eller en ljusare bakgrund, minst 4,5 : 1 (stor text 3 : 1).',
    emptyParagraphs: 'Tomma rader används för att skapa luft. Ta bort dem och ange avstånd före eller efter stycket.',
    tabLayout: 'Tabbar används för att ställa upp text i kolumner. Använd en tabell.',
    sheetName:
      'Ett blad saknar ett namn som säger vad det innehåller, eller två blad har samma namn. Ge bladet ett eget namn.',
    sheetTitle: 'Bladet har ingen titel i cell A1. Skriv där vad bladet visar.',
    sheetTable: 'Rader på bladet är inte gjorda till en tabell. Markera dem och välj Infoga > Tabell.',
    columnNames: 'En kolumn i tabellen saknar eget namn. Ge varje kolumn en rubrik som ingen annan har.',
    cellsMerged: 'Bladet har sammanfogade celler, som inte kan läsas i ordning eller sorteras. Dela upp dem igen.',
    blankRows: 'Tabellen har tomma rader. Ta bort dem.',
    blankColumns: 'Tabellen har en tom kolumn. Ta bort den.',
    headerFrozen: 'Rubrikraden försvinner när man bläddrar nedåt. Lås raderna till och med den under Visa.',
    printTitles:
      'Rubrikraden upprepas inte på varje sida vid utskrift. Välj den som rubrik under Sidlayout > Skriv ut rubriker.',
    formulaText:
      'En text är sparad som formel och kan ge fel eller hämta något utifrån. Sätt en apostrof framför, så förblir den text.',
  },
  /** Bytes that can't be checked. */
  unreadable: {
    notOffice: 'Filen är inget Word- eller Exceldokument. Välj en .docx- eller .xlsx-fil.',
    notWord: 'Filen är inget Worddokument. Välj en .docx-fil.',
    notWorkbook: 'Filen är ingen Excelarbetsbok. Välj en .xlsx-fil.',
    damaged: 'Dokumentet är skadat och kan inte läsas. Skapa det på nytt.',
    tooLarge: 'Dokumentet är för stort för att kontrolleras. Dela upp det i flera.',
  },
}
