import type { problems as nb } from '../nb/problems.ts'
import type { Translated } from '../translated.ts'
import { meetingProblems } from './meeting-problems.ts'

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
  fileMissing: 'Filen finns inte längre där den låg. Leta upp den där den är nu, eller öppna en säkerhetskopia.',
  noAccess: 'Fyr kommer inte åt filen. Stäng den där den är öppen, eller be om åtkomst till mappen den ligger i.',
  folderClosed:
    'Det går inte att spara i den här mappen, för den är skrivskyddad eller finns inte. Välj en annan mapp.',
  fileExists: 'Det finns redan en fil med det namnet. Välj ett annat namn.',
  cannotOpenFile: 'Filen kunde inte öppnas härifrån. Öppna den från mappen där den ligger.',
  backupDamaged: 'Säkerhetskopian stämde inte med filen och kastades. Ta en ny kopia, gärna på en annan disk.',
  backupOverItself:
    'En säkerhetskopia kan inte läggas ovanpå filen den är en kopia av. Välj ett annat namn eller en annan mapp.',
  countryFixed:
    'Landet valdes när filen skapades och kan inte ändras. Skapa ett nytt partnerskap för det andra landet.',
  tooLarge: 'Innehållet är för stort, och inget av det är sparat. Dela upp det, eller bifoga det som fil.',
  cancelled: 'Avbrutet. Inget har ändrats.',
  unknownOperation: 'Fyr känner inte till åtgärden. Starta om Fyr så att fönstret och programmet är samma version.',
  unavailable: 'Detta går inte att göra här. Använd det installerade programmet.',
  backendGone: 'Den del av Fyr som läser filen stannade och startas igen. Försök igen; det som var sparat är tryggt.',
  internal:
    'Något gick fel i Fyr och åtgärden utfördes inte. Försök igen; händer det flera gånger finns orsaken i loggen.',
  alreadyThere: 'En annan post har redan samma nummer eller år. Öppna den i stället.',
  stillNamed: 'Andra poster hänvisar till den här. Ta bort den från dem först.',
  attachmentGone: 'Bilagan saknas i filen. Hämta den från en säkerhetskopia.',
  companyHasVisits: 'Företaget har besök och kan inte raderas. Radera besöken först, eller sätt status till avvecklat.',
  thisIsYou: 'Det här är du själv, som sitter vid den här datorn. Välj någon annan som dig i inställningarna först.',
  anonymised: 'Kontakten är anonymiserad och kan inte ändras. Lägg in personen som ny kontakt med ny rättslig grund.',
  packageNotNewest:
    'Det finns nyare styrelsehandlingar till samma organ, och de hänvisar till de här. Radera de nyaste först.',
  paperNeedsMeeting: 'Handlingen gäller ett sammanträde. Välj sammanträdet först.',
  handEdited:
    'Filen har ändrats för hand sedan Fyr skrev den. Spara under ett annat namn för att behålla ändringarna, eller skriv över den.',
  snapshotDamaged:
    'Underlaget till styrelsehandlingarna är skadat och kan inte öppnas. Öppna en säkerhetskopia, eller gör nya handlingar.',
  cannotUndo: 'Detta kan inte ångras: det som togs bort är borta för gott. Skriv in det som saknas på nytt.',
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
  meetingHasTreated_one:
    'Ett ärende är behandlat, så sammanträdet kan inte ställas in eller raderas. Avsluta det och bordlägg de ärenden som återstår.',
  meetingHasTreated_other:
    '{{count}} ärenden är behandlade, så sammanträdet kan inte ställas in eller raderas. Avsluta det och bordlägg de ärenden som återstår.',
  alreadyInSession: 'Sammanträdet öppnades kl. {{openedAt}}. Rätta klockslaget i sammanträdet om det är fel.',
  notInSession: 'Sammanträdet är inte öppnat, så det kan inte avslutas. Öppna det först.',
  noDeputies: 'Organet har inga ersättare. Ändra det i organets regler, eller låt platsen stå tom.',
  noDeputyLeft: 'Det finns ingen ersättare kvar att kalla in. Lägg till en i organet, eller låt platsen stå tom.',
  deputyServesFor: '{{name}} tjänstgör i den här personens ställe. Ta bort ersättaren först.',
  reviewBegun:
    'Protokollet är redan skickat för justering. Öppna det igen med en motivering för att välja andra justerare.',
  notInReview: 'Protokollet är inte under justering nu. Skicka det för justering först.',
  minutesAlreadyApproved: 'Protokollet är redan justerat. Öppna sammanträdet på nytt för att se det.',
  minutesHandEdited:
    'Word-filen {{file}} har ändrats för hand sedan Fyr gjorde den, och ändringarna finns inte i protokollet. Skriv in dem här först, eller godkänn utan dem.',
  nothingToReopen: 'Sammanträdet har inget låst protokoll. Det kan ändras som det är.',
  partnerInMinutes_one:
    'Partnern står i ett godkänt protokoll och kan inte tas bort. Sätt statusen till utträdd i stället.',
  partnerInMinutes_other:
    'Partnern står i {{count}} godkända protokoll och kan inte tas bort. Sätt statusen till utträdd i stället.',
  step: meetingProblems.step,
  meeting: meetingProblems.meeting,
  /** Why a record cannot be deleted; one key per entity that may refer to it. */
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
    phrases_one: 'En standardfras hänvisar fortfarande till posten. Ta bort den därifrån först.',
    phrases_other: '{{count}} standardfraser hänvisar fortfarande till posten. Ta bort den därifrån först.',
    affiliations_one: 'En persons plats hos en partner hänvisar fortfarande till posten. Ta bort den därifrån först.',
    affiliations_other:
      '{{count}} personers plats hos en partner hänvisar fortfarande till posten. Ta bort den därifrån först.',
    commitments_one: 'Ett åtagande hänvisar fortfarande till posten. Ta bort den därifrån först.',
    commitments_other: '{{count}} åtaganden hänvisar fortfarande till posten. Ta bort den därifrån först.',
    deliveries_one: 'En leverans hänvisar fortfarande till posten. Ta bort den därifrån först.',
    deliveries_other: '{{count}} leveranser hänvisar fortfarande till posten. Ta bort den därifrån först.',
  },
  field: {
    badLink: 'Adressen måste börja med https://, http://, mailto: eller tel:. Skriv hela adressen.',
    meetingOfOtherBody: 'Sammanträdet hör till ett annat organ. Välj ett sammanträde i det här organet.',
    required: 'Fältet är tomt. Fyll i det.',
    invalid: 'Värdet passar inte i fältet. Rätta det.',
    unknown: 'Fyr känner inte till fältet. Starta om Fyr.',
    titleTooLong: 'Texten är längre än 200 tecken. Korta ned den och skriv resten i en anteckning.',
    oneLineOnly: 'Fältet rymmer en rad. Ta bort radbrytningarna.',
    textTooLong:
      'Texten är för lång för fältet, och inget av den är sparat. Bifoga den som fil och skriv det viktigaste här.',
    notADay: 'Datumet går inte att läsa. Skriv det så här: 2026-12-31.',
    dayInDoubt: 'Det är oklart vad som är dag och vad som är månad. Skriv datumet så här: {{example}}.',
    dayWithoutCentury: 'Årtalet har bara två siffror. Skriv hela datumet så här: {{example}}.',
    dayWithoutYear: 'Årtalet saknas. Skriv hela datumet så här: {{example}}.',
    noSuchMonth: 'Det finns ingen månad {{month}}. Skriv ett tal från 1 till 12.',
    noSuchDate: 'Det finns ingen dag {{date}} i {{month}}. Sista dagen är {{last}}.',
    badDayYear: 'Året {{year}} ligger utanför det Fyr räknar med. Skriv ett år från 1800 till 2199.',
    badYear: 'Året kan inte stämma. Skriv ett år med fyra siffror, från 1900 till 2199.',
    notAnInstant: 'Tidpunkten går inte att läsa. Starta om Fyr.',
    notATime: 'Klockslaget går inte att läsa. Skriv det så här: 09:30.',
    dayInFuture: 'Dagen ligger framåt i tiden. Välj i dag, {{today}}, eller en dag tidigare.',
    yearInFuture: 'Året {{year}} har inte börjat. Välj ett tidigare år.',
    negative: 'Talet är mindre än noll. Skriv noll eller mer.',
    tooMany: 'Talet är för stort. Kontrollera att det inte har för många siffror.',
    notANumber: 'Talet går inte att läsa. Skriv det så här: {{example}}.',
    numberInDoubt: '{{typed}} kan betyda två saker. Skriv {{thousands}} för tusental, eller {{decimal}} för decimaler.',
    tooManyDecimals: 'Beloppet har mer än två decimaler. Avrunda det till hela ören.',
    notWhole: 'Antalet är inte ett heltal. Skriv det utan decimaler.',
    notInList: 'Värdet finns inte i listan. Välj ett som gör det.',
    badCoordinates:
      'Det här är inte koordinater. Skriv latitud och longitud i decimalgrader, till exempel 64.1917, 20.8522.',
    badEmail: 'E-postadressen är inte komplett. Skriv den så här: namn@foretag.se.',
    badPhone: 'Telefonnumret saknar landsnummer eller siffror. Skriv det så här: +46 70 123 45 67.',
    badId: 'Posten som avses går inte att läsa. Välj den på nytt.',
    gone: 'Posten som avses är raderad. Välj en annan, eller återställ den från historiken.',
    changedSince: 'Fältet har ändrats sedan dess. Se historiken innan du ändrar det igen.',
    attachmentTooLarge:
      'Filen är större än 15 MB och bifogades inte. Gör den mindre, eller lägg den i arkivet och skriv var.',
    attachmentEmpty: 'Filen är tom. Välj en annan.',
    notAPhoto: 'Filen är inte en bild som Fyr känner till. Välj JPEG, PNG, WebP eller HEIC, eller bifoga den som fil.',
    companyMissing: 'Företaget saknas. Välj ett, eller skriv namnet på ett nytt.',
    companyTwice: 'Besöket har både ett valt och ett nytt företag. Behåll ett av dem.',
    participantOfOtherCompany:
      'En av dem ni träffade hör till ett annat företag. Ta bort personen, eller välj företaget på nytt.',
    followUpsBeforeVisit_one:
      'En uppföljning har en dag före denna. Rätta uppföljningen först, eller välj en tidigare dag.',
    followUpsBeforeVisit_other:
      '{{count}} uppföljningar har en dag före denna. Rätta dem först, eller välj en tidigare dag.',
    contactInVisits_one:
      'Kontakten står på ett besök hos företaget. Sätt status till slutat, och lägg in personen som ny kontakt i det andra.',
    contactInVisits_other:
      'Kontakten står på {{count}} besök hos företaget. Sätt status till slutat, och lägg in personen som ny kontakt i det andra.',
    anonymiseInstead: 'Denna status sätts inte för hand. Använd ”Anonymisera” på kontakten.',
    visitAttachmentsTooLarge:
      'Besökets bilagor blir tillsammans större än 100 MB. Ta bort en bilaga, eller gör filen mindre.',
    orgNoLetters: '”{{found}}” är inte en siffra. Ett organisationsnummer har bara siffror; kontrollera tecknet.',
    orgNoLengthNO:
      'Antalet siffror är {{digits}}, men ett norskt organisationsnummer har 9. Kontrollera om en siffra saknas, eller om det är en för mycket.',
    orgNoLengthSE:
      'Antalet siffror är {{digits}}, men ett svenskt organisationsnummer har 10. Kontrollera om en siffra saknas, eller om det är en för mycket.',
    orgNoThirdDigit:
      'Tredje siffran är {{found}} men måste vara minst 2. Är det ett personnummer ska det inte sparas: märk företaget som enskild firma och lämna fältet tomt.',
    orgNoCheckDigit:
      'Kontrollsiffran, den sista, är {{found}} men skulle vara {{expected}}. Någon av siffrorna är fel; jämför med registret.',
    orgNoImpossible:
      'Ett nummer som börjar på {{start}} kan inte finnas: kontrollsiffran skulle bli 10. Någon av de åtta siffrorna är fel; jämför med registret.',
    orgNoSoleTrader:
      'En enskild firma har ägarens personnummer som organisationsnummer, och det ska inte sparas. Lämna fältet tomt.',
    orgNoTaken: '{{name}} har redan det här numret. Öppna den posten i stället, eller rätta numret.',
    industryVersionMissing: 'Näringskoden anger inte vilken standard den följer. Välj standarden.',
    industryVersionNotNO: 'Standarden är svensk, företaget är norskt. Välj SN2007 eller SN2025.',
    industryVersionNotSE: 'Standarden är norsk, företaget är svenskt. Välj SNI2007 eller SNI2025.',
    noSuchMunicipality: 'Ingen kommun i landet har koden {{code}}. Välj kommunen i listan.',
    unknownMunicipality: 'Ingen kommun i landet har koden {{code}}. Välj kommunerna i listan.',
    postalCodeNO: 'Ett norskt postnummer har fyra siffror. Skriv det så här: 1707.',
    postalCodeSE: 'Ett svenskt postnummer har fem siffror. Skriv det så här: 915 31.',
    badWebsite: 'Webbadressen går inte att läsa. Skriv den så här: foretag.se eller https://foretag.se.',
    bandContradicts: 'Antalet anställda är {{employees}}, som hör till {{band}}. Rätta gruppen eller antalet.',
    turnoverYearMissing: 'Omsättningen saknar år. Skriv vilket år den gäller.',
    branchOfItself:
      'Ett företag kan inte vara arbetsställe till sig självt. Välj huvudföretaget, eller lämna fältet tomt.',
    visitInFuture:
      'Besöket kan inte ha ägt rum efter i dag, {{today}}. Rätta datumet, eller vänta med att föra in besöket tills det har ägt rum.',
    startMissing: 'Slutet är angivet men inte starten. Skriv när besöket började, eller ta bort slutet.',
    endNotAfterStart: 'Slutet är inte efter starten kl. {{start}}. Rätta något av klockslagen.',
    ownParticipantMissing: 'Ingen från sekretariatet är med. Välj minst en.',
    notAnsweredHasText: 'Frågan är markerad som obesvarad men har ett svar. Ta bort markeringen eller texten.',
    confidentialHasSummary:
      'Ett konfidentiellt besök trycker ingen text. Flytta sammanfattningen till den konfidentiella texten, eller välj öppen eller intern.',
    nextVisitNotLater: 'Nästa besök måste vara efter detta, {{visitedOn}}. Välj en senare dag.',
    urgentNeedsFollowUp: 'Besöket är märkt som brådskande men har ingen uppföljning. Lägg till en med tidsfrist.',
    dueBeforeVisit: 'Tidsfristen är före besöket, {{visitedOn}}. Välj den dagen eller en senare.',
    answeredBeforeVisit: 'Svaret kan inte ha getts före besöket, {{visitedOn}}. Rätta dagen.',
    answeredDayMissing: 'Dagen då företaget fick svar saknas. Skriv den för att gå vidare.',
    resultMissing: 'Resultatet saknas. Skriv vad som gjordes för att avsluta uppföljningen.',
    reasonMissing: 'Motiveringen saknas. Skriv varför det inte kan göras.',
    reviewBeforeCollected: 'Genomgången är före insamlingen, {{collectedOn}}. Välj en senare dag.',
    leftBeforeJoined: 'Partnern kan inte ha utträtt innan den kom med, {{joinedOn}}. Rätta någon av dagarna.',
    agreementEndsBeforeStart: 'Avtalet slutar innan det börjar, {{from}}. Rätta någon av dagarna.',
    agreementNotSigned: 'En aktiv partner har undertecknat partnerskapsavtalet. Skriv när, eller välj kandidat.',
    endBeforeStart: 'Slutet är före starten. Rätta någon av dagarna.',
    twelveMonths: 'Fördelningen har {{months}} månader. Den ska ha tolv.',
    distributionSum: 'Månaderna ger tillsammans {{sum}}, men målet är {{target}}. Rätta månaderna eller målet.',
    noSeats:
      'Ett organ har minst en plats. Skriv antalet, eller låt fältet stå tomt för så många som det finns ledamöter.',
    quorumNumberMissing: 'Regeln kräver ett antal. Skriv hur många som måste vara närvarande, minst en.',
    quorumAboveSeats: 'Organet har {{seats}} platser, så det kan aldrig bli beslutfört. Skriv ett lägre antal.',
    adjustmentDaysMissing: 'Regeln kräver en tidsfrist. Skriv hur många dagar justerarna har.',
    memberTwice:
      'Personen har redan en plats i organet under den här tiden. Rätta datumen, eller ändra rollen på den andra platsen.',
    onlyDeputiesStandIn:
      'Bara en ersättare tjänstgör för någon annan. Välj rollen ersättare, eller ta bort vem det gäller.',
    deputyForNoMember: 'En personlig ersättare hör till en ledamot med plats i organet. Välj en ledamot.',
    meetingEndNotAfterStart: 'Slutet är inte efter starten kl. {{start}}. Rätta ett av klockslagen.',
    papersAfterMeeting: 'Sista dagen för handlingar är efter sammanträdet, {{startsOn}}. Välj en tidigare dag.',
    adjournedBeforeOpened:
      'Sammanträdet öppnades kl. {{opened}} och kan inte ha avslutats före det. Rätta klockslaget.',
    numberedYearFixed: 'Sammanträdet och ärendena har nummer för {{year}}. Välj en dag det året.',
    announcedBeforeMeeting: 'Anslaget kan inte vara före sammanträdet, {{startsOn}}. Rätta dagen.',
    closeInstead: 'Sammanträdet pågår. Avsluta det, så förs klockslaget in.',
    noticeAfterMeeting: 'Kallelsen kan inte ha skickats efter sammanträdet, {{startsOn}}. Rätta dagen.',
    meetingCancelReasonMissing: 'Motiveringen saknas. Skriv varför sammanträdet ställs in.',
    reopenReasonMissing: 'Motiveringen saknas. Skriv varför protokollet öppnas igen.',
    personTwice: 'Personen finns redan på närvarolistan. Ändra den raden i stället.',
    roleDoesNotVote: 'Den här rollen har inte rösträtt. Välj ledamot eller ersättare, eller ta bort rösträtten.',
    deputyForNobody: 'En ersättare med rösträtt tjänstgör för någon. Välj vem, eller ta bort rösträtten.',
    replacesNoMember: 'Personen har ingen plats i sammanträdet att ersätta. Välj en ledamot med rösträtt.',
    deputyForUncalled: '{{name}} är inte uppropad än. För in förhinder först och kalla sedan in ersättare.',
    deputyForPresent:
      '{{name}} är närvarande under samma tid. För in förhinder, eller när någon av dem kom eller gick.',
    deputyServes: '{{name}} tjänstgör som ersättare under samma tid. Ta bort ersättaren, eller för in när de bytte.',
    seatTaken: '{{deputy}} tjänstgör redan för {{name}}. Välj en annan plats, eller ta bort den första.',
    deputyAlreadyServes: 'Ersättaren tjänstgör redan. Välj en annan.',
    notADeputy: 'Personen är inte ersättare i organet den här dagen. Välj en av ersättarna.',
    notOnRoll: 'Personen finns inte på närvarolistan. Lägg till den först.',
    partlyWithoutTime: 'Den som var närvarande en del av tiden kom eller gick. Skriv när.',
    absentWithTimes: 'Den som inte var där har inga klockslag. Ta bort det, eller ändra närvaron.',
    beforeOpening: 'Klockslaget är före sammanträdets början kl. {{opening}}. Rätta det, eller låt det stå tomt.',
    outsideMeeting: 'Klockslaget är utanför sammanträdet, som varade från kl. {{opening}} till {{closing}}. Rätta det.',
    leftNotAfterArrived: 'Personen kom kl. {{arrived}} och kan inte ha gått före det. Rätta ett av klockslagen.',
    adjusterTwice: '{{name}} är vald två gånger. Välj någon annan.',
    chairAlwaysSigns: '{{name}} leder sammanträdet och justerar alltid. Välj någon mer.',
    adjusterNotPresent: '{{name}} är inte närvarande vid sammanträdet. Välj någon som är där.',
    reviewBeforeMeeting: 'Dagen är före sammanträdets slut, {{heldOn}}. Välj den dagen eller en senare.',
    refusalWithoutComment: 'Motiveringen saknas. Skriv vad som måste rättas i protokollet.',
    secretaryWroteThem: '{{name}} för protokollet och kan inte själv justera det. Välj någon annan.',
    approvedBeforeVerdict: 'Dagen är före det sista svaret, {{day}}. Välj den dagen eller en senare.',
    approvedBeforeApproving:
      'Dagen är före sammanträdet som godkände protokollet, {{day}}. Välj den dagen eller en senare.',
    approvedBeforeWritten:
      'Sammanträdet hölls innan den här versionen skrevs och godkände en äldre. Välj ett senare sammanträde som har haft den uppe.',
    aboutLaterMeeting: 'Ett sammanträde kan inte godkänna protokollet från ett senare. Välj ett tidigare sammanträde.',
    closedWithoutTime: 'Ett avslutat sammanträde har tid för öppnande och avslutande. Skriv klockslaget.',
    meetingCancelled:
      'Sammanträdet är inställt, så handlingarna når ingen. Välj ett annat sammanträde, eller gör dem utan.',
    approvingMeetingMissing:
      'Organet godkänner protokollet vid nästa sammanträde. Välj det sammanträde som godkände det.',
    approvingMeetingNotLater:
      'Sammanträdet kan inte godkänna det här protokollet. Välj ett senare sammanträde i organet som är öppnat.',
    nestedTooDeep: 'Texten har listor i listor i mer än {{levels}} nivåer. Flytta ut de innersta punkterna.',
    countMissing: 'Antalet saknas. Skriv hur många röster det var, eller 0.',
    acclamationHasCounts: 'Vid acklamation räknas inte rösterna. Ta bort siffran, eller välj ett annat sätt att rösta.',
    votesExceedVoters:
      'Rösterna är tillsammans {{sum}}, men {{voters}} kan rösta i ärendet. Rätta siffrorna, eller närvaron.',
    secretVoteHasNames: 'En sluten omröstning har inga namn. Ta bort namnen, eller välj omröstning med namn.',
    namesOnlyInNamedVote: 'Bara en omröstning med namn har namn. Ta bort dem, eller välj omröstning med namn.',
    proposalAgainstItself: 'Yrkandet kan inte ställas mot sig självt. Välj ett annat.',
    abstainingNotAllowed: 'Organet tillåter inte att någon avstår från att rösta. För in rösten som ja eller nej.',
    votedTwice: 'Personen har redan röstat. Behåll en av rösterna.',
    notAVoter: 'Personen kan inte rösta i ärendet. Ta bort rösten, eller rätta närvaron.',
    votersWithoutVote_one: 'En som kan rösta i ärendet saknas. För in rösten, eller rätta närvaron.',
    votersWithoutVote_other: '{{count}} som kan rösta i ärendet saknas. För in rösterna, eller rätta närvaron.',
    countNotAsNamed: 'Namnen ger {{names}}. Rätta siffran eller rösterna.',
    castWithoutCastingVote:
      'En sida är vald för utslagsrösten, men den är inte använd. Kryssa för utslagsröst, eller ta bort sidan.',
    castingVoteNotAllowed:
      'Ordföranden har inte utslagsröst i det här organet. Ta bort krysset, eller ändra organets regler.',
    castingVoteNotEven: 'Utslagsrösten avgör bara när rösterna är lika många. Rätta siffrorna, eller ta bort krysset.',
    chairMayNotVote:
      'Mötets ordförande kan inte rösta i ärendet och har därför ingen utslagsröst. Ta bort krysset, eller rätta vem som leder mötet.',
    castForMissing: 'Det saknas vilken sida utslagsrösten föll på. Välj ja eller nej.',
    proposalOfOtherItem: 'Yrkandet hör till ett annat ärende. Välj ett yrkande i det här ärendet.',
    proposalWithdrawn: 'Yrkandet är återtaget och kan inte ställas under omröstning. Välj ett annat.',
    voteOfOtherItem: 'Omröstningen hör till ett annat ärende. Välj en i det här ärendet.',
    voteUndecided:
      'Rösterna är lika många, så omröstningen avgör ingenting. Använd utslagsrösten, eller rösta på nytt.',
    proposalLostVote: 'Yrkandet föll i omröstningen. Välj det som fick majoritet.',
    voteTakenWith: 'En omröstning i ärendet är räknad med personen. Rätta omröstningen först.',
    mainProposalTwice: 'Ärendet har redan ett huvudyrkande. Välj ett annat slags yrkande, eller återta det första.',
    withdrawnAdopted: 'Yrkandet är återtaget och kan inte bifallas. Lägg fram det på nytt, eller välj ett annat.',
    disqualifiedHere: 'Personen är jävig i ärendet och deltar inte i det. Välj en annan.',
    disqualifiedTwice: 'Personens jäv är redan prövat i ärendet. Rätta det i stället.',
    notAtMeeting:
      'Personen står inte på sammanträdet, eller är antecknad som frånvarande. Lägg till personen i närvaron först.',
    replacedButNotDisqualified: 'Den som inte är jävig röstar själv. Ta bort ersättaren.',
    replacerNotDeputy:
      'Bara en ersättare på sammanträdet kan träda in. Välj en ersättare, eller lägg till den i närvaron.',
    replacerNotThere: 'Ersättaren är inte närvarande när ärendet behandlas. Välj en annan, eller rätta närvaron.',
    replacerVotesAlready: 'Ersättaren röstar redan i ärendet för någon annan. Välj en annan.',
    statementOfNobody: 'Det saknas vem uttalandet kommer från. Välj en person, eller skriv partiet.',
    deliveredBeforeMeeting: 'Uttalandet kan inte vara lämnat före sammanträdet, {{day}}. Rätta dagen.',
    dissentAfterMeeting:
      'En reservation lämnas före sammanträdets slut, och det var {{day}}. Rätta dagen, eller för in den som protokollsanteckning.',
    dissentAfterEnd:
      'En reservation lämnas före sammanträdets slut, och det var kl. {{time}}. Rätta klockslaget, eller för in den som protokollsanteckning.',
    noteAfterAdjustment:
      'En protokollsanteckning lämnas före justeringen, och den var {{day}}. Rätta dagen, eller ta upp den på nästa sammanträde.',
    decisionWithoutBody: 'Det saknas vem som fattade beslutet. Skriv organet.',
    decisionOfTwoBodies:
      'Beslutet är fattat i ett ärende här och kan inte också vara ett annat organs. Ta bort organet.',
    decisionTextMissing: 'Beslutet har ingen text, och ärendet har inget förslag att hämta den från. Skriv beslutet.',
    decidedOutsideMeeting: 'Beslutet är fattat på sammanträdet och har sammanträdets dag. Rätta dagen.',
    notUnanimousNeedsVote:
      'Ett beslut som inte är enhälligt har en omröstning med siffror. Välj omröstningen, eller för in den först.',
    unanimousButAgainst_one: 'En röstade nej, så beslutet är inte enhälligt. Rätta det, eller omröstningen.',
    unanimousButAgainst_other: '{{count}} röstade nej, så beslutet är inte enhälligt. Rätta det, eller omröstningen.',
    correctsOpenMeeting:
      'Bara beslut från ett avslutat sammanträde i samma organ rättas med ett nytt beslut. Ändra själva beslutet, eller välj ett annat.',
    doneDayMissing: 'Dagen det blev klart saknas. Skriv den för att rapportera klart.',
    doneResultMissing: 'Resultatet saknas. Skriv vad som gjordes, för att rapportera klart.',
    doneBeforeDecision: 'Beslutet kan inte vara genomfört innan det fattades, {{day}}. Rätta dagen.',
    doneBeforeArisen: 'Det här kan inte vara gjort innan det kom upp, {{day}}. Rätta dagen.',
    cancelReasonMissing: 'Skälet saknas. Skriv varför det inte ska göras.',
    deadlineBeforeDecision: 'Tidsfristen är före beslutet, {{day}}. Kontrollera att den stämmer.',
    effectiveBeforeDecision: 'Beslutet gäller från en dag innan det fattades, {{day}}. Kontrollera att det stämmer.',
    dueBeforeArisen: 'Tidsfristen är före dagen det här kom upp, {{day}}. Kontrollera att den stämmer.',
    decisionOfOtherItem: 'Beslutet hör till ett annat ärende. Välj ett beslut i samma ärende.',
    clockStartMissing: 'Slutet är satt, men inte starten. Skriv när ärendet började, eller ta bort slutet.',
    clockEndBeforeStart: 'Ärendet kan inte sluta innan det började, kl. {{start}}. Rätta klockslaget.',
    numberedType: 'Ärendet har en paragraf, och rubriker och pauser har ingen. Välj en annan typ.',
    aboutOnlyInApproval:
      'Bara godkännande av protokoll hänvisar till ett sammanträde. Ta bort sammanträdet, eller välj den typen.',
    amountMissing: 'Beloppet eller mängden saknas. Skriv hur mycket det är.',
    amountNotPositive: 'Noll är ingenting. Skriv mer än noll.',
    unitMissing: 'Enheten saknas. Välj vad mängden räknas i.',
    unitNotOfKind:
      'Enheten passar inte för det här slaget. Pengar räknas i kronor och timmar i timmar; välj en annan enhet.',
    unitHasDeliveries: 'Det finns leveranser i den gamla enheten. Ta bort dem först, eller skapa ett nytt åtagande.',
    proposedHasDeliveries:
      'Det finns leveranser, så detta är mer än ett förslag. Ta bort leveranserna först, eller välj en annan status.',
    sourceDecisionMissing: 'Det saknas vilket beslut åtagandet bygger på. Välj beslutet, eller en annan källa.',
    withdrawnReasonMissing: 'Skälet saknas. Skriv varför åtagandet dragits tillbaka.',
    currencyOtherCountry: 'Partnerns land räknar i {{own}}. Kontrollera att valutan stämmer.',
    deliveryNotCounted: 'Åtagandet räknas inte i mängder. Ta bort mängden, eller ge åtagandet en enhet.',
    deliveryOfProposed: 'Åtagandet är bara föreslaget. Sätt det till utlovat innan leveranser förs in.',
    deliveryOfWithdrawn: 'Åtagandet har dragits tillbaka. Sätt det till utlovat igen för att föra in leveranser.',
    deliveryOutsidePeriod: 'Dagen ligger utanför perioden {{from}} till {{to}}. Kontrollera att den stämmer.',
    affiliationTwice:
      'Personen är redan med hos partnern under den här tiden. Rätta datumen, eller ändra den andra platsen.',
    hoursBetweenHundredths: '{{typed}} går inte jämnt upp i hundradels timmar. Det närmaste är {{nearest}}; skriv det.',
    minutesPastHour: 'En timme har 60 minuter, så {{minutes}} är för många. Flytta över de hela timmarna.',
    tooManyHundredths: 'Talet har fler än två decimaler. Avrunda det till hundradelar.',
    typedOtherCurrency:
      'Beloppet är skrivet i en annan valuta än {{unit}}. Skriv det i {{unit}}, eller välj den andra enheten.',
  },
}
