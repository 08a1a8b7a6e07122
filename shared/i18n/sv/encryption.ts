import type { encryption as nb } from '../nb/encryption.ts'
import type { Translated } from '../translated.ts'

export const encryption: Translated<typeof nb> = {
  choice: 'Kryptera filen',
  choiceHint:
    'Skyddar mot den som hittar en borttappad dator eller kommer åt mappen där filen ligger. Skyddar inte mot program som körs som du medan filen är öppen. Välj det när datorns disk inte är krypterad eller filen ligger där andra kommer åt den.',
  step: {
    title: 'Ta vara på återställningskoden',
    why: 'Filen ”{{name}}” skapas när koden är tagen till vara. Den öppnar filen på en ny dator, eller om den här försvinner. Utan koden kan ingen öppna filen, inte heller vi som gör Fyr.',
    where:
      'Förvara den skild från datorn och filen: på papper i ett kassaskåp, hos en kollega eller i ett lösenordsvalv.',
    code: 'Återställningskod',
    group: 'Grupp {{number}}: {{letters}}',
    copy: 'Kopiera',
    copied: 'Koden är kopierad. Klistra in den där den ska ligga; urklipp är ingen säker plats.',
    print: 'Skriv ut',
    save: 'Spara som text …',
    saved: 'Sparad som {{name}}. Flytta den till en plats skild från filen.',
    confirm: 'Skriv in två av grupperna från det du har tagit vara på',
    confirmGroup: 'Grupp {{number}}',
    keep: 'Kom ihåg koden på den här datorn',
    keepHint: 'Då öppnas filen utan att du blir tillfrågad. Koden ligger i datorns eget skydd för din användare.',
    cannotKeep: 'Den här datorn har ingen säker plats för koden. Du blir tillfrågad varje gång filen öppnas.',
    back: 'Tillbaka',
    make: 'Skapa den krypterade filen',
  },
  unlock: {
    code: 'Återställningskod',
    hint: 'Sju grupper om fyra tecken. Stora och små bokstäver, bindestreck och mellanslag spelar ingen roll.',
    action: 'Öppna filen',
  },
  file: {
    title: 'Kryptering',
    plain:
      'Filen är inte krypterad. Om en fil ska vara krypterad väljs när den skapas. Är datorns disk krypterad (BitLocker, FileVault) är filen skyddad när datorn är avstängd.',
    encrypted: 'Filen är krypterad, och säkerhetskopiorna av den också. Dokument som du sparar från Fyr är det inte.',
    kept: 'Den här datorn kommer ihåg koden.',
    notKept: 'Den här datorn kommer inte ihåg koden; du blir tillfrågad när filen öppnas.',
    show: 'Visa återställningskoden',
    showing: 'Alla som ser skärmen ser koden.',
    hide: 'Dölj koden',
    keep: 'Kom ihåg på den här datorn',
    forget: 'Glöm på den här datorn …',
    forgetTitle: 'Glömma koden på den här datorn?',
    forgetText: 'Nästa gång filen öppnas måste koden skrivas in. Skriv in den nu, så att du vet att du har den.',
    forgetAction: 'Glöm koden',
    forgotten: 'Koden är glömd på den här datorn',
    remembered: 'Den här datorn kommer ihåg koden',
  },
  sheet: {
    title: 'Återställningskod {{name}}',
    heading: 'Återställningskod för {{name}}',
    made: 'Utskriven {{day}}',
    use: 'Partnerskapets fil i Fyr är krypterad. Den här koden öppnar den på en ny dator, eller om datorn försvinner. Fyr frågar efter koden när filen öppnas.',
    keep: 'Förvara arket skilt från datorn och filen. Den som har både filen och koden kan läsa allt i den. Utan koden kan ingen öppna filen.',
    letters: 'Koden har inte bokstäverna I, L, O och U: 0 är noll, 1 är ett.',
  },
}
