/** What is wrong with indicators and figures, or to be looked at in them. A part of `field-problems.ts`. */
export const indicatorProblems = {
  valueOrReason: 'Tallet mangler. Skriv det, eller hvorfor det mangler.',
  valueAndReason: 'Tallet er der, så det mangler ikke. Fjern grunnen eller tallet.',
  missingStatusMissing: 'Uten tall er statusen «mangler». Velg den, eller skriv tallet.',
  valueNotMissing: 'Tallet er der, så statusen kan ikke være «mangler». Velg en annen status.',
  figureDecimals: 'Tallet har mer enn {{count}} desimaler. Rund det av.',
  breakNoteMissing: 'Forklaringen mangler. Skriv hva som ble endret, så ingen sammenligner over bruddet.',
  indicatorNotDivided:
    'Indikatoren er ikke delt opp. La feltet stå tomt, eller velg en inndeling på indikatoren først.',
  periodOtherFrequency:
    'Perioden {{period}} passer ikke til hvor ofte indikatoren måles. Rett perioden, eller hyppigheten på indikatoren.',
  periodNotBegun: 'Perioden {{period}} var ikke begynt da tallet ble hentet, {{day}}. Rett perioden eller dagen.',
  regionReplaced: '{{region}} gikk ut {{day}}. Bruk det som gjelder i perioden: {{now}}.',
  regionGone: '{{region}} gikk ut {{day}}, før perioden begynte. Velg en annen region.',
  figureTwice: 'Tallet står to ganger, med samme region og periode. Behold det ene.',
  vintageTaken: 'Det finnes alt et tall for samme region og periode som ble hentet {{day}}. Rett det i stedet.',
  unitAgainstGoal:
    'Målet {{code}} regner i en annen enhet, og den kan ikke blandes med denne. Rett målet først, eller behold enheten.',
  figuresAreNoRanks:
    'Noen av tallene er ikke hele tall fra 1 og oppover, så de er ingen plassering. Rett tallene først, eller velg en annen enhet.',
  frequencyAgainstFigures:
    'Indikatoren har tall som ikke passer til dette, for eksempel for {{period}}. Rett tallene, eller velg uregelmessig.',
  breakdownAgainstFigures:
    'Indikatoren har tall for deler, for eksempel for ett kjønn. Fjern dem først, eller behold inndelingen.',
  badSourceUrl: 'Adressen kan ikke åpnes. Den må begynne med https:// eller http://. Skriv hele adressen.',
  regionTwice: 'Regionen {{code}} står to ganger. Fjern den ene.',
  unitNotStated: 'Enheten er ikke oppgitt, så tallene kan ikke holdes mot mål. Velg en enhet.',
  sourceMissing: 'Kilden mangler. Skriv hvem som gir ut tallene.',
  sourceToOrderMissing: 'Tallene må bestilles, men ingen kilde er oppgitt. Skriv hvor de bestilles.',
  frequencyNotStated: 'Det er ikke oppgitt hvor ofte tallene kommer, så Fyr kan ikke minne om neste. Velg hyppighet.',
  definitionMissing: 'Definisjonen mangler. Skriv hva tallet teller, så alle leser det likt.',
  figureOverdue: 'Tallet var ventet {{day}}, men er ikke kommet. Hent det, eller flytt dagen.',
  notJson: 'Filen er ikke JSON, eller den er ødelagt. Last den ned på nytt som JSON-stat.',
  notJsonStat:
    'Filen er ikke et datasett i JSON-stat: {{field}} mangler eller er galt. Last den ned på nytt som JSON-stat 2.',
  jsonStatCollection: 'Filen er en samling av flere tabeller. Last ned én tabell om gangen.',
  tooManyCells: 'Tabellen har flere enn {{most}} felt. Last ned færre regioner eller år.',
  olderVintage:
    'Det som gjelder, ble hentet {{day}}, altså senere. Dette beholdes som en tidligere utgave og gjelder ikke.',
  csvNoTable: 'Fyr finner ingen tabell i filen. Den må ha en rad med navn på kolonnene og tall under.',
  csvHeadTwice: 'To kolonner har samme navn. Gi den ene et annet navn, eller last ned filen på nytt.',
  csvColumns: 'Raden har {{found}} kolonner, men tabellen har {{expected}}. Raden er ikke med.',
  csvNotANumber: '«{{text}}» kan ikke leses som et tall. Feltet er ikke med.',
  csvTwice: 'Raden gjelder det samme som en tidligere rad. Bare den første er med.',
  noSuchDimension: 'Filen har ikke denne kolonnen. Velg en som finnes.',
  dimensionTwice: 'Samme kolonne er valgt to ganger. Velg en annen.',
  chooseHeld: 'Kolonnen har flere verdier. Velg hvilken som skal hentes.',
  tooManyFigures: 'Utvalget gir {{count}} tall, og det hentes høyst {{most}} om gangen. Velg færre regioner.',
  jumpsInFile:
    'Tall i filen som ligger langt fra tallet før: {{count}}. Se på dem i forhåndsvisningen, og bekreft om de er riktige.',
} as const
