import type { problems as nb } from '../nb/problems.ts'
import type { Translated } from '../translated.ts'
import { backupProblems } from './backup-problems.ts'
import { fieldProblems } from './field-problems.ts'
import { meetingProblems } from './meeting-problems.ts'
import { targetProblems } from './target-problems.ts'

/** What went wrong, then the way out. `field.*` stands beside a field; the rest stands alone. */
export const problems: Translated<typeof nb> = {
  invalid: 'Något är inte rätt ifyllt. Rätta fälten som är markerade.',
  notFound: 'Posten finns inte, eller så är den raderad. Gå tillbaka till listan.',
  conflict: 'Någon har ändrat samma sak under tiden. Öppna posten på nytt och gör om ändringen.',
  refused: 'Detta är inte tillåtet för den här posten. Historiken visar vad den hör ihop med.',
  noWorkspace: 'Ingen partnerskapsfil är öppen. Öppna en fil eller skapa ett nytt partnerskap.',
  noPartnership: 'Filen saknar sitt partnerskap och kan inte användas. Öppna en säkerhetskopia.',
  notFyrFile:
    'Filen är inte skapad av Fyr, eller så är innehållet förstört. Välj en annan fil, eller öppna en säkerhetskopia.',
  emptyFile: 'Filen är tom, så det finns inget att öppna. Öppna en säkerhetskopia.',
  damagedFile: 'Filen är skadad, och Fyr lämnar den orörd. Öppna den senaste säkerhetskopian.',
  nothingToSalvage: 'Det finns inget från Fyr att läsa i filen. Välj en annan fil, eller öppna en säkerhetskopia.',
  walDamaged: 'Slutet av filens journal är skadat. Filen som den låg är bevarad som {{file}}.',
  openInFyr: 'Filen är öppen i Fyr på {{host}}. Stäng den där och öppna den igen här.',
  noGoodBackup:
    'Det finns ingen hel säkerhetskopia av filen på den här datorn. Titta efter en på den andra plats som du har valt.',
  newerFile: 'Filen är skapad med en nyare version av Fyr och är inte ändrad. Uppdatera Fyr för att öppna den.',
  lockedFile: 'Filen är öppen i ett annat fönster eller program. Stäng den där och öppna den igen här.',
  readOnly:
    'Filen är skrivskyddad, så inget kan sparas i den. Kopiera den till en mapp du kan skriva i och öppna kopian.',
  readOnlyOld:
    'Filen är skrivskyddad och måste uppdateras innan den kan öppnas. Kopiera den till en mapp du kan skriva i och öppna kopian.',
  migrationFailed:
    'Filen kunde inte uppdateras till den här versionen av Fyr och är som förut. Behåll den och anmäl felet med meddelandet i loggen.',
  diskFull: 'Disken är full, så det senaste sparades inte. Frigör utrymme och spara igen.',
  diskFailed:
    'Disken svarade med ett fel, så det senaste sparades inte. Kontrollera att disken är ansluten och ta en säkerhetskopia.',
  targetLocked:
    'Filen kan inte skrivas över eftersom den är öppen i ett annat program eller är skyddad. Stäng den där och spara igen, eller välj ett annat namn.',
  keyNeeded:
    'Filen är krypterad, och den här datorn känner inte till återställningskoden. Skriv in den för att öppna filen.',
  codeNotKept: 'Datorn tog inte emot koden. Den är inte ihågkommen, och du blir tillfrågad nästa gång.',
  codeNotDropped: 'Koden gick inte att ta bort från datorn. Försök igen.',
  notEncrypted: 'Filen är inte krypterad, så den har ingen återställningskod.',
  fileMissing: 'Filen finns inte längre där den låg. Leta upp den där den är nu, eller öppna en säkerhetskopia.',
  noAccess: 'Fyr kommer inte åt filen. Stäng den där den är öppen, eller be om åtkomst till mappen den ligger i.',
  folderClosed:
    'Det går inte att spara i den här mappen, för den är skrivskyddad eller finns inte. Välj en annan mapp.',
  fileExists: 'Det finns redan en fil med det namnet. Välj ett annat namn.',
  cannotOpenFile: 'Filen kunde inte öppnas härifrån. Öppna den från mappen där den ligger.',
  ...backupProblems,
  ...targetProblems,
  backupDamaged: 'Säkerhetskopian stämde inte med filen och kastades. Ta en ny kopia, gärna på en annan disk.',
  backupOverItself:
    'En säkerhetskopia kan inte läggas ovanpå filen den är en kopia av. Välj ett annat namn eller en annan mapp.',
  countryFixed:
    'Landet valdes när filen skapades och kan inte ändras. Skapa ett nytt partnerskap för det andra landet.',
  tooLarge: 'Innehållet är för stort, och inget av det är sparat. Dela upp det, eller bifoga det som fil.',
  cancelled: 'Avbrutet. Inget har ändrats.',
  unknownOperation: 'Fyr känner inte till åtgärden. Starta om Fyr så att fönstret och programmet är samma version.',
  unavailable: 'Detta går inte att göra här. Använd det installerade programmet.',
  wasSaved:
    'Detta sparades. Den del av Fyr som tar hand om filen stannade precis innan den hann säga till. Stäng utan att göra om det.',
  wasNotSaved:
    'Detta sparades inte: den del av Fyr som tar hand om filen stannade oväntat och har startats igen. Allt du skrev står kvar. Spara på nytt.',
  maybeSaved:
    'Den del av Fyr som tar hand om filen stannade oväntat, och det går inte att säga om detta blev gjort. Titta efter innan du gör om det.',
  jobGone: 'Den del av Fyr som höll på med detta stannade oväntat, så det blev inget av. Försök igen.',
  keptEnding: 'Den del av Fyr som tar hand om filen stannade flera gånger i rad medan {{file}} var öppen.',
  backendGone: 'Den del av Fyr som läser filen stannade och startas igen. Försök igen; det som var sparat är tryggt.',
  internal:
    'Något gick fel i Fyr och åtgärden utfördes inte. Försök igen; händer det flera gånger finns orsaken i loggen.',
  alreadyThere: 'En annan post har redan samma nummer eller år. Öppna den i stället.',
  stillNamed: 'Andra poster hänvisar till den här. Ta bort den från dem först.',
  oneOfMany: 'Ingenting har ändrats, för ”{{name}}” kan inte ändras så. Ta bort den ur urvalet, eller rätta den först.',
  registerTooLarge:
    'Registret har {{count}} rader, och en arbetsbok görs av högst {{most}}. Filtrera listan och exportera den i delar.',
  oneOfManyGone: 'Ingenting har ändrats, för en av posterna har raderats under tiden. Välj på nytt.',
  madeByFyr:
    'Bland det du har valt finns handlingar som Fyr har gjort. De kan inte ändras; välj bara uppladdade filer.',
  attachmentGone: 'Bilagan saknas i filen. Hämta den från en säkerhetskopia.',
  documentDisposed: 'Filen är gallrad och finns inte längre. Uppgifterna om den är kvar.',
  documentPreserved: 'Dokumentet bevaras. Ange först att det ska gallras från en viss dag.',
  disposalNotDue: 'Dokumentet får gallras först {{day}}. Vänta till dess, eller rätta dagen.',
  documentMadeHere: 'Fyr har självt framställt dokumentet, och det gallras inte. Bara uppladdade filer kan gallras.',
  companyHasVisits: 'Företaget har besök och kan inte raderas. Radera besöken först, eller sätt status till avvecklat.',
  thisIsYou: 'Det här är du själv, som sitter vid den här datorn. Välj någon annan som dig i inställningarna först.',
  anonymised: 'Kontakten är anonymiserad och kan inte ändras. Lägg in personen som ny kontakt med ny rättslig grund.',
  packageNotNewest:
    'Det finns nyare styrelsehandlingar till samma organ, och de hänvisar till de här. Radera de nyaste först.',
  noPdf:
    'PDF görs av Fyr som skrivbordsprogram, eller av LibreOffice (gratis) när det är installerat. Här finns inget av dem. Gör Word-filen och spara den som PDF därifrån.',
  pdfFailed:
    'Det gick inte att göra PDF av dokumentet. Försök igen, eller gör Word-filen och spara den som PDF därifrån.',
  packageSent: 'Paketet är redan registrerat som skickat.',
  packageSentStays: 'Paketet är skickat till styrelsen och blir kvar. Gör en ny version om något ska rättas.',
  packageLogoGone: 'Logotypen som handlingarna har på framsidan saknas i filen. Hämta den från en säkerhetskopia.',
  packageAttachmentGone:
    'Bilagan ”{{title}}” som hör till handlingarna saknas i filen. Hämta den från en säkerhetskopia.',
  packageAttachmentsTooLarge:
    'Bilagorna är på {{size}} MB tillsammans, och handlingarna kan ha med {{most}} MB. Använd en mall som bara tar upp dem, eller gör filerna mindre.',
  packageFileDamaged:
    'Den bevarade filen ”{{file}}” är inte längre som den skickades. Hämta den från en säkerhetskopia.',
  templateOfOther: 'Mallen gäller ett annat organ eller ett annat slags paket. Välj en annan mall.',
  paperNeedsMeeting: 'Handlingen gäller ett sammanträde. Välj sammanträdet först.',
  handEdited:
    'Filen har ändrats för hand sedan Fyr skrev den. Spara under ett annat namn för att behålla ändringarna, eller skriv över den.',
  snapshotDamaged:
    'Underlaget till styrelsehandlingarna är skadat och kan inte öppnas. Öppna en säkerhetskopia, eller gör nya handlingar.',
  cannotUndo: 'Detta kan inte ångras: det som togs bort är borta för gott. Skriv in det som saknas på nytt.',
  ownersInTrash:
    'Posten hör till något som också är borttaget: {{names}}. Återställ det först, eller återställ allt tillsammans.',
  notInTrash: 'Posten ligger inte längre i papperskorgen.',
  alreadyUndone: 'Ändringen är redan ångrad. Historiken visar hur den kan göras om.',
  fieldsChangedSince_one:
    'Ett fält har ändrats sedan dess, så ändringen kan inte ångras. Ångra den nyare ändringen först.',
  fieldsChangedSince_other:
    '{{count}} fält har ändrats sedan dess, så ändringen kan inte ångras. Ångra de nyare ändringarna först.',
  agendaClosed:
    'Sammanträdet är avslutat eller inställt, och föredragningslistan är stängd. Lägg ärendet i ärendekön eller på ett kommande sammanträde.',
  itemInQueue:
    'Ärendet ligger i ärendekön och är inte på något sammanträde. Sätt upp det på en föredragningslista först.',
  itemNumbered:
    'Ärendet har fått sin paragraf och stannar på sitt sammanträde. Bordlägg det för att ta upp det igen på ett senare sammanträde.',
  itemTreated:
    'Ärendet är behandlat eller har omröstningar, beslut eller uttalanden, och stannar på sitt sammanträde. Ta bort dem först, eller bordlägg ärendet.',
  itemOfOtherBody: '”{{title}}” hör till ett annat organ. Välj ärenden från det här organet.',
  itemNotOpen: '”{{title}}” är varken bordlagt eller återremitterat. Välj bara ärenden som ska tas upp igen.',
  itemCarried: '”{{title}}” är redan upptaget igen på ett sammanträde. Öppna ärendet där.',
  escalatedToQueue: 'Det här ligger redan i ärendekön för {{body}} som ”{{title}}”. Öppna ärendet där.',
  escalatedToMeeting:
    'Det här står redan på föredragningslistan för {{body}} {{day}} som ”{{title}}”. Öppna ärendet där.',
  textChanged:
    'Texten har ändrats i ett annat fönster sedan den öppnades här. Spara det som är skrivet här, hämta den nya texten och foga ihop dem.',
  clockNotStarted: 'Klockan för ärendet är inte startad. Starta den först.',
  sealed:
    'Protokollet är under justering eller justerat, så inget i sammanträdet kan ändras. Öppna protokollet igen med en motivering, eller rätta med ett nytt beslut.',
  sealedCancelled:
    'Sammanträdet är inställt, så inget i det kan ändras. Ärendena ligger i ärendekön; ta med dem i ett nytt sammanträde.',
  cancelInstead:
    'Bara ett planerat sammanträde kan raderas, och till det här har kallelsen gått ut. Ställ in det i stället.',
  meetingIsHeld:
    'Mötet har hållits eller ställts in. Bara möten som är planerade eller kallade till ändras tillsammans.',
  meetingHasTreated_one:
    'Ett ärende är behandlat, så sammanträdet kan inte ställas in eller raderas. Avsluta det och bordlägg de ärenden som återstår.',
  meetingHasTreated_other:
    '{{count}} ärenden är behandlade, så sammanträdet kan inte ställas in eller raderas. Avsluta det och bordlägg de ärenden som återstår.',
  alreadyInSession: 'Sammanträdet öppnades kl. {{openedAt}}. Rätta klockslaget i sammanträdet om det är fel.',
  milestoneReached: 'Milstolpen är nådd, så det planerade datumet står fast. Ta tillbaka det faktiska datumet först.',
  baselineKept: 'Ett planerat datum som är beslutat ändras inte. Sätt ett nytt med orsak; det gamla står kvar.',
  notInSession: 'Sammanträdet är inte öppnat, så det kan inte avslutas. Öppna det först.',
  noDeputies: 'Organet har inga ersättare. Ändra det i organets regler, eller låt platsen stå tom.',
  noDeputyLeft: 'Det finns ingen ersättare kvar att kalla in. Lägg till en i organet, eller låt platsen stå tom.',
  deputyServesFor: '{{name}} tjänstgör i den här personens ställe. Ta bort ersättaren först.',
  reviewBegun:
    'Protokollet är redan skickat för justering. Öppna det igen med en motivering för att välja andra justerare.',
  notInReview: 'Protokollet är inte under justering nu. Skicka det för justering först.',
  minutesAlreadyApproved: 'Protokollet är redan justerat. Öppna sammanträdet på nytt för att se det.',
  minutesSentAnew:
    'Protokollet har skickats för justering på nytt sedan det här fönstret visade det. Läs version {{version}} och godkänn den.',
  minutesNewSince:
    'Protokollet från {{day}} skickades för justering på nytt efter att sammanträdet behandlade det. Det är version {{version}} som blir godkänd nu. Läs den först, eller bordlägg ärendet.',
  minutesHandEdited:
    'Word-filen {{file}} har ändrats för hand sedan Fyr gjorde den, och ändringarna finns inte i protokollet. Skriv in dem här först, eller godkänn utan dem.',
  nothingToReopen: 'Sammanträdet har inget låst protokoll. Det kan ändras som det är.',
  partnerInMinutes_one:
    'Partnern står i ett godkänt protokoll och kan inte tas bort. Sätt statusen till utträdd i stället.',
  partnerInMinutes_other:
    'Partnern står i {{count}} godkända protokoll och kan inte tas bort. Sätt statusen till utträdd i stället.',
  companyInMinutes_one: 'Företaget står i ett godkänt protokoll och kan inte tas bort. Ändra statusen i stället.',
  companyInMinutes_other:
    'Företaget står i {{count}} godkända protokoll och kan inte tas bort. Ändra statusen i stället.',
  personInMinutes_one:
    'Personen står i ett godkänt protokoll och kan inte tas bort. Sätt statusen till inaktiv i stället.',
  personInMinutes_other:
    'Personen står i {{count}} godkända protokoll och kan inte tas bort. Sätt statusen till inaktiv i stället.',
  contactInMinutes_one:
    'Kontaktpersonen står i ett godkänt protokoll och kan inte tas bort. Anonymisera kontaktpersonen i stället.',
  contactInMinutes_other:
    'Kontaktpersonen står i {{count}} godkända protokoll och kan inte tas bort. Anonymisera kontaktpersonen i stället.',
  step: meetingProblems.step,
  meeting: meetingProblems.meeting,
  /** Why a record cannot be deleted; one key per entity that may refer to it. */
  indicatorLeads: 'Indikatorn är ledande för målet {{goal}}. Välj en annan ledande indikator där först.',
  namedBy: {
    visits_one: 'Ett besök hänvisar fortfarande till posten. Ta bort den därifrån först.',
    visits_other: '{{count}} besök hänvisar fortfarande till posten. Ta bort den därifrån först.',
    followUps_one: 'En uppföljning hänvisar fortfarande till posten. Ta bort den därifrån först.',
    followUps_other: '{{count}} uppföljningar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    companies_one: 'Ett företag hänvisar fortfarande till posten. Ta bort den därifrån först.',
    companies_other: '{{count}} företag hänvisar fortfarande till posten. Ta bort den därifrån först.',
    contacts_one: 'En kontaktperson hänvisar fortfarande till posten. Ta bort den därifrån först.',
    contacts_other: '{{count}} kontaktpersoner hänvisar fortfarande till posten. Ta bort den därifrån först.',
    persons_one: 'En person hänvisar fortfarande till posten. Ta bort den därifrån först.',
    persons_other: '{{count}} personer hänvisar fortfarande till posten. Ta bort den därifrån först.',
    partners_one: 'En partner hänvisar fortfarande till posten. Ta bort den därifrån först.',
    partners_other: '{{count}} partner hänvisar fortfarande till posten. Ta bort den därifrån först.',
    bodies_one: 'Ett organ hänvisar fortfarande till posten. Ta bort den därifrån först.',
    bodies_other: '{{count}} organ hänvisar fortfarande till posten. Ta bort den därifrån först.',
    sectors_one: 'En bransch hänvisar fortfarande till posten. Ta bort den därifrån först.',
    sectors_other: '{{count}} branscher hänvisar fortfarande till posten. Ta bort den därifrån först.',
    attachments_one: 'En bilaga hänvisar fortfarande till posten. Ta bort den därifrån först.',
    attachments_other: '{{count}} bilagor hänvisar fortfarande till posten. Ta bort den därifrån först.',
    packages_one: 'En omgång styrelsehandlingar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    packages_other:
      '{{count}} omgångar styrelsehandlingar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    visitPlans_one: 'En besöksplan hänvisar fortfarande till posten. Ta bort den därifrån först.',
    visitPlans_other: '{{count}} besöksplaner hänvisar fortfarande till posten. Ta bort den därifrån först.',
    partnership_one: 'Partnerskapet hänvisar fortfarande till posten. Ta bort den därifrån först.',
    partnership_other: 'Partnerskapet hänvisar fortfarande till posten. Ta bort den därifrån först.',
    bodyMembers_one: 'En plats i ett organ hänvisar fortfarande till posten. Ta bort den därifrån först.',
    bodyMembers_other: '{{count}} platser i organ hänvisar fortfarande till posten. Ta bort den därifrån först.',
    meetings_one: 'Ett sammanträde hänvisar fortfarande till posten. Ta bort den därifrån först.',
    meetings_other: '{{count}} sammanträden hänvisar fortfarande till posten. Ta bort den därifrån först.',
    attendances_one: 'En närvarolista hänvisar fortfarande till posten. Ta bort den därifrån först.',
    attendances_other: '{{count}} rader i närvarolistor hänvisar fortfarande till posten. Ta bort den därifrån först.',
    adjustments_one: 'En justering av protokoll hänvisar fortfarande till posten. Ta bort den därifrån först.',
    adjustments_other:
      '{{count}} justeringar av protokoll hänvisar fortfarande till posten. Ta bort den därifrån först.',
    minutes_one: 'Ett protokoll hänvisar fortfarande till posten. Ta bort den därifrån först.',
    minutes_other: '{{count}} protokoll hänvisar fortfarande till posten. Ta bort den därifrån först.',
    papers_one: 'En sammanträdeshandling hänvisar fortfarande till posten. Ta bort den därifrån först.',
    papers_other: '{{count}} sammanträdeshandlingar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    agendaItems_one: 'Ett ärende hänvisar fortfarande till posten. Ta bort den därifrån först.',
    agendaItems_other: '{{count}} ärenden hänvisar fortfarande till posten. Ta bort den därifrån först.',
    disqualifications_one: 'En jävsprövning hänvisar fortfarande till posten. Ta bort den därifrån först.',
    disqualifications_other: '{{count}} jävsprövningar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    proposals_one: 'Ett yrkande hänvisar fortfarande till posten. Ta bort den därifrån först.',
    proposals_other: '{{count}} yrkanden hänvisar fortfarande till posten. Ta bort den därifrån först.',
    votes_one: 'En omröstning hänvisar fortfarande till posten. Ta bort den därifrån först.',
    votes_other: '{{count}} omröstningar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    decisions_one: 'Ett beslut hänvisar fortfarande till posten. Ta bort den därifrån först.',
    decisions_other: '{{count}} beslut hänvisar fortfarande till posten. Ta bort den därifrån först.',
    statements_one: 'Ett uttalande hänvisar fortfarande till posten. Ta bort den därifrån först.',
    statements_other: '{{count}} uttalanden hänvisar fortfarande till posten. Ta bort den därifrån först.',
    actions_one: 'En åtgärd hänvisar fortfarande till posten. Ta bort den därifrån först.',
    actions_other: '{{count}} åtgärder hänvisar fortfarande till posten. Ta bort den därifrån först.',
    agendaTemplates_one: 'En mall för föredragningslista hänvisar fortfarande till posten. Ta bort den därifrån först.',
    agendaTemplates_other:
      '{{count}} mallar för föredragningslista hänvisar fortfarande till posten. Ta bort den därifrån först.',
    packageTemplates_one: 'En paketmall hänvisar fortfarande till posten. Ta bort den därifrån först.',
    packageTemplates_other: '{{count}} paketmallar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    packageFiles_one: 'En fil i ett skickat paket hör till posten, som därför blir kvar.',
    packageFiles_other: '{{count}} filer i skickade paket hör till posten, som därför blir kvar.',
    phrases_one: 'En standardfras hänvisar fortfarande till posten. Ta bort den därifrån först.',
    phrases_other: '{{count}} standardfraser hänvisar fortfarande till posten. Ta bort den därifrån först.',
    affiliations_one: 'En persons plats hos en partner hänvisar fortfarande till posten. Ta bort den därifrån först.',
    affiliations_other:
      '{{count}} personers plats hos en partner hänvisar fortfarande till posten. Ta bort den därifrån först.',
    commitments_one: 'Ett åtagande hänvisar fortfarande till posten. Ta bort den därifrån först.',
    commitments_other: '{{count}} åtaganden hänvisar fortfarande till posten. Ta bort den därifrån först.',
    deliveries_one: 'En leverans hänvisar fortfarande till posten. Ta bort den därifrån först.',
    deliveries_other: '{{count}} leveranser hänvisar fortfarande till posten. Ta bort den därifrån först.',
    plans_one: 'En plan hänvisar fortfarande till posten. Ta bort den därifrån först.',
    plans_other: '{{count}} planer hänvisar fortfarande till posten. Ta bort den därifrån först.',
    focusAreas_one: 'Ett insatsområde hänvisar fortfarande till posten. Ta bort den därifrån först.',
    focusAreas_other: '{{count}} insatsområden hänvisar fortfarande till posten. Ta bort den därifrån först.',
    projects_one: 'Ett projekt hänvisar fortfarande till posten. Ta bort den därifrån först.',
    projects_other: '{{count}} projekt hänvisar fortfarande till posten. Ta bort den därifrån först.',
    projectPartners_one: 'En roll i ett projekt hänvisar fortfarande till posten. Ta bort den därifrån först.',
    projectPartners_other: '{{count}} roller i projekt hänvisar fortfarande till posten. Ta bort den därifrån först.',
    financings_one: 'En finansiering hänvisar fortfarande till posten. Ta bort den därifrån först.',
    financings_other: '{{count}} finansieringar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    projectReports_one: 'En projektstatus hänvisar fortfarande till posten. Ta bort den därifrån först.',
    projectReports_other: '{{count}} projektstatusar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    milestones_one: 'En milstolpe hänvisar fortfarande till posten. Ta bort den därifrån först.',
    milestones_other: '{{count}} milstolpar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    baselines_one: 'Ett tidigare planerat datum hänvisar fortfarande till posten. Ta bort den därifrån först.',
    baselines_other: '{{count}} tidigare planerade datum hänvisar fortfarande till posten. Ta bort den därifrån först.',
    savedViews_one: 'En sparad vy hänvisar fortfarande till posten. Ta bort den därifrån först.',
    savedViews_other: '{{count}} sparade vyer hänvisar fortfarande till posten. Ta bort den därifrån först.',
    planSections_one: 'En del av planen hänvisar fortfarande till posten. Ta bort den därifrån först.',
    planSections_other: '{{count}} delar av planen hänvisar fortfarande till posten. Ta bort den därifrån först.',
    goals_one: 'Ett mål hänvisar fortfarande till posten. Ta bort den därifrån först.',
    goals_other: '{{count}} mål hänvisar fortfarande till posten. Ta bort den därifrån först.',
    wordings_one: 'En ordalydelse hänvisar fortfarande till posten. Ta bort den därifrån först.',
    wordings_other: '{{count}} ordalydelser hänvisar fortfarande till posten. Ta bort den därifrån först.',
    strategies_one: 'En strategi hänvisar fortfarande till posten. Ta bort den därifrån först.',
    strategies_other: '{{count}} strategier hänvisar fortfarande till posten. Ta bort den därifrån först.',
    activities_one: 'En aktivitet hänvisar fortfarande till posten. Ta bort den därifrån först.',
    activities_other: '{{count}} aktiviteter hänvisar fortfarande till posten. Ta bort den därifrån först.',
    goalLinks_one: 'En koppling hänvisar fortfarande till posten. Ta bort den därifrån först.',
    goalLinks_other: '{{count}} kopplingar hänvisar fortfarande till posten. Ta bort den därifrån först.',
    indicators_one: 'En indikator hänvisar fortfarande till posten. Ta bort den därifrån först.',
    indicators_other: '{{count}} indikatorer hänvisar fortfarande till posten. Ta bort den därifrån först.',
    measurements_one: 'En mätning hänvisar fortfarande till posten. Ta bort den därifrån först.',
    measurements_other: '{{count}} mätningar hänvisar fortfarande till posten. Ta bort den därifrån först.',
  },
  field: fieldProblems,
}
