import type { packageSending as nb } from '../nb/package-sending.ts'
import type { Translated } from '../translated.ts'

/** The files of a package: which editions, and what was sent. */
export const packageSending: Translated<typeof nb> = {
  edition: 'Utgåva',
  editionHint: 'Den offentliga utgåvan saknar innehållet i sekretessbelagda ärenden.',
  pdfText: 'Samma sidor som i Word, att läsa och arkivera.',
  title: 'Utskick',
  mark: 'Registrera som skickat',
  text: 'Filerna görs, och just dessa filer sparas med kontrollsumma. Paketet kan inte tas bort efteråt, och detta kan inte ångras.',
  sentOn: 'Skickat',
  sentTo: 'Till vem',
  sentToHint: 'Till exempel styrelsen, eller mottagarnas namn.',
  formats: 'Filer som skickades',
  editions: 'Utgåvor',
  noFormat: 'Välj minst en fil.',
  noEdition: 'Välj minst en utgåva.',
  sent: 'Skickat {{day}}',
  sentToWhom: 'Skickat {{day}} till {{whom}}',
  sentText: 'Filerna nedan är de som skickades. De kan laddas ner igen ovan. Paketet kan inte tas bort.',
  verify: 'Kontrollera filerna',
  verified: 'Kontrollen är klar.',
  file: '{{size}}, kontrollsumma {{hash}}',
  /** What the look through the files found before they were sent, and the ways on. */
  found: {
    title: 'Fynd före utskicket',
    refused:
      'Text som är sekretessbelagd står i en utgåva som alla kan läsa. Den kan inte skickas så. Ingenting är registrerat.',
    stop: 'Kontrollen fann något som kan stänga läsare ute eller göra skada. Ingenting är registrerat som skickat ännu.',
    remark: 'Kontrollen fann något som bör rättas. Ingenting är registrerat som skickat ännu.',
    mend: 'Paketet är fruset. Rätta det där det är skrivet, och gör paketet på nytt.',
    documents: 'Öppna dokumenten',
    look: 'Öppna logotyp, färg och typsnitt',
    again: 'Sätt samman paketet på nytt',
    stated: 'Jag har läst fynden och skickar paketet som det är',
    notStated: 'Kryssa i att fynden är lästa, eller rätta dem först.',
    sendAnyway: 'Registrera som skickat ändå',
  },
  results: {
    same: 'Oförändrad. Samma data ger exakt samma fil.',
    kept: 'Oförändrad sedan den skickades. En PDF görs inte om för jämförelse.',
    changed: 'Filen är inte längre den som skickades. Hämta den från en säkerhetskopia.',
    different: 'Filen är oförändrad, men den här versionen av Fyr gör den lite annorlunda av samma data.',
  },
}
