/** What is wrong with indicators and figures, or to be looked at in them. A part of `field-problems.ts`. */
export const indicatorProblems = {
  valueOrReason: 'Värdet saknas. Skriv det, eller varför det saknas.',
  valueAndReason: 'Värdet finns, så det saknas inte. Ta bort skälet eller värdet.',
  missingStatusMissing: 'Utan värde är statusen ”saknas”. Välj den, eller skriv värdet.',
  valueNotMissing: 'Värdet finns, så statusen kan inte vara ”saknas”. Välj en annan status.',
  figureDecimals: 'Värdet har fler än {{count}} decimaler. Avrunda det.',
  breakNoteMissing: 'Förklaringen saknas. Skriv vad som ändrades, så att ingen jämför över brottet.',
  indicatorNotDivided: 'Indikatorn är inte uppdelad. Lämna fältet tomt, eller välj en uppdelning på indikatorn först.',
  periodOtherFrequency:
    'Perioden {{period}} stämmer inte med hur ofta indikatorn mäts. Rätta perioden, eller frekvensen på indikatorn.',
  periodNotBegun: 'Perioden {{period}} hade inte börjat när värdet hämtades, {{day}}. Rätta perioden eller dagen.',
  regionReplaced: '{{region}} upphörde {{day}}. Använd det som gäller i perioden: {{now}}.',
  regionGone: '{{region}} upphörde {{day}}, innan perioden började. Välj en annan region.',
  figureTwice: 'Värdet står två gånger, med samma region och period. Behåll det ena.',
  vintageTaken: 'Det finns redan ett värde för samma region och period som hämtades {{day}}. Rätta det i stället.',
  unitAgainstGoal:
    'Målet {{code}} räknar i en annan enhet, som inte kan blandas med denna. Rätta målet först, eller behåll enheten.',
  figuresAreNoRanks:
    'Några av värdena är inte heltal från 1 och uppåt, så de är ingen placering. Rätta värdena först, eller välj en annan enhet.',
  frequencyAgainstFigures:
    'Indikatorn har värden som inte stämmer med detta, till exempel för {{period}}. Rätta värdena, eller välj oregelbunden.',
  breakdownAgainstFigures:
    'Indikatorn har värden för delar, till exempel för ett kön. Ta bort dem först, eller behåll indelningen.',
  badSourceUrl: 'Adressen kan inte öppnas. Den måste börja med https:// eller http://. Skriv hela adressen.',
  regionTwice: 'Regionen {{code}} står två gånger. Ta bort den ena.',
  unitNotStated: 'Enheten är inte angiven, så värdena kan inte ställas mot mål. Välj en enhet.',
  sourceMissing: 'Källan saknas. Skriv vem som ger ut siffrorna.',
  sourceToOrderMissing: 'Siffrorna måste beställas, men ingen källa är angiven. Skriv var de beställs.',
  frequencyNotStated: 'Det är inte angivet hur ofta siffrorna kommer, så Fyr kan inte påminna om nästa. Välj frekvens.',
  definitionMissing: 'Definitionen saknas. Skriv vad siffran räknar, så att alla läser den lika.',
  figureOverdue: 'Värdet väntades {{day}}, men har inte kommit. Hämta det, eller flytta dagen.',
  notJson: 'Filen är inte JSON, eller den är skadad. Ladda ner den igen som JSON-stat.',
  notJsonStat:
    'Filen är inte en datamängd i JSON-stat: {{field}} saknas eller är fel. Ladda ner den igen som JSON-stat 2.',
  jsonStatCollection: 'Filen är en samling av flera tabeller. Ladda ner en tabell i taget.',
  tooManyCells: 'Tabellen har fler än {{most}} fält. Ladda ner färre regioner eller år.',
  olderVintage:
    'Det som gäller hämtades {{day}}, alltså senare. Det här behålls som en tidigare version och gäller inte.',
  csvNoTable: 'Fyr hittar ingen tabell i filen. Den måste ha en rad med kolumnernas namn och värden under.',
  csvHeadTwice: 'Två kolumner har samma namn. Ge den ena ett annat namn, eller ladda ner filen igen.',
  csvColumns: 'Raden har {{found}} kolumner, men tabellen har {{expected}}. Raden är inte med.',
  csvNotANumber: '”{{text}}” kan inte läsas som ett tal. Fältet är inte med.',
  csvTwice: 'Raden gäller samma sak som en tidigare rad. Bara den första är med.',
  noSuchDimension: 'Filen har inte den här kolumnen. Välj en som finns.',
  dimensionTwice: 'Samma kolumn är vald två gånger. Välj en annan.',
  chooseHeld: 'Kolumnen har flera värden. Välj vilket som ska hämtas.',
  tooManyFigures: 'Urvalet ger {{count}} värden, och högst {{most}} hämtas åt gången. Välj färre regioner.',
  jumpsInFile:
    'Värden i filen som ligger långt från värdet före: {{count}}. Se på dem i förhandsvisningen, och bekräfta om de stämmer.',
} as const
