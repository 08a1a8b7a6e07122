/**
 * What people get wrong, and the sentence they read then: the fact, then the way out, in their own language. That nothing
 * is written is checked for every row. A disk that fills and a target that stays locked are in `files.test.ts` as well.
 */
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareWithLog } from '#db/replay.ts'
import type { Message, Problem } from '#shared/contract/problem.ts'
import type { Country, Language } from '#shared/domain/values.ts'
import { translator } from '#shared/i18n/translator.ts'
import { aBackend, type TestBackend } from './a-backend.ts'
import { aFolder, aStore } from './a-store.ts'
import {
  aSpoilt,
  aText,
  type Case,
  fullDisk,
  impossible,
  lockedTarget,
  log,
  open,
  paste,
  pickedFile,
  readOnly,
  register,
  typed,
} from './bad-inputs.ts'

interface Row {
  readonly what: string
  readonly country?: Country
  readonly when: Case
  readonly nb: string
  readonly sv: string
  readonly en: string
}

const rows: readonly Row[] = [
  {
    what: 'an organisation number with a letter in it, Norway',
    when: register({ orgNo: '92360901O' }),
    nb: '«O» er ikke et siffer. Et organisasjonsnummer har bare siffer; sjekk tegnet.',
    sv: '”O” är inte en siffra. Ett organisationsnummer har bara siffror; kontrollera tecknet.',
    en: '“O” is not a digit. An organisation number has digits only; check that character.',
  },
  {
    what: 'one too short, Norway',
    when: register({ orgNo: '12345678' }),
    nb: 'Antall siffer er 8, men et norsk organisasjonsnummer har 9. Sjekk om et siffer mangler, eller om det er ett for mye.',
    sv: 'Antalet siffror är 8, men ett norskt organisationsnummer har 9. Kontrollera om en siffra saknas, eller om det är en för mycket.',
    en: 'The number of digits is 8, but a Norwegian organisation number has 9. Check whether a digit is missing, or one too many.',
  },
  {
    what: 'one with a wrong check digit, Norway',
    when: register({ orgNo: '923 609 017' }),
    nb: 'Kontrollsifferet, det siste, er 7, men skulle være 6. Et av sifrene er feil; sammenlign med registeret.',
    sv: 'Kontrollsiffran, den sista, är 7 men skulle vara 6. Någon av siffrorna är fel; jämför med registret.',
    en: 'The check digit, the last one, is 7 but should be 6. One of the digits is wrong; compare with the register.',
  },
  {
    what: 'one that can have no check digit, Norway',
    when: register({ orgNo: impossible }),
    nb: 'Et nummer som begynner på 92360913, kan ikke finnes: kontrollsifferet ville blitt 10. Et av de åtte sifrene er feil; sammenlign med registeret.',
    sv: 'Ett nummer som börjar på 92360913 kan inte finnas: kontrollsiffran skulle bli 10. Någon av de åtta siffrorna är fel; jämför med registret.',
    en: 'No number can begin with 92360913: its check digit would be 10. One of these eight digits is wrong; compare with the register.',
  },
  {
    what: 'an organisation number with a letter in it, Sweden',
    country: 'SE',
    when: register({ orgNo: '556O12-5790' }),
    nb: '«O» er ikke et siffer. Et organisasjonsnummer har bare siffer; sjekk tegnet.',
    sv: '”O” är inte en siffra. Ett organisationsnummer har bara siffror; kontrollera tecknet.',
    en: '“O” is not a digit. An organisation number has digits only; check that character.',
  },
  {
    what: 'one too short, Sweden',
    country: 'SE',
    when: register({ orgNo: '556012-579' }),
    nb: 'Antall siffer er 9, men et svensk organisasjonsnummer har 10. Sjekk om et siffer mangler, eller om det er ett for mye.',
    sv: 'Antalet siffror är 9, men ett svenskt organisationsnummer har 10. Kontrollera om en siffra saknas, eller om det är en för mycket.',
    en: 'The number of digits is 9, but a Swedish organisation number has 10. Check whether a digit is missing, or one too many.',
  },
  {
    what: 'one that looks like a personal identity number, Sweden',
    country: 'SE',
    when: register({ orgNo: '811228-9874' }),
    nb: 'Tredje siffer er 1, men må være minst 2. Er det et personnummer, skal det ikke lagres: merk bedriften som enkeltpersonforetak, og la feltet stå tomt.',
    sv: 'Tredje siffran är 1 men måste vara minst 2. Är det ett personnummer ska det inte sparas: märk företaget som enskild firma och lämna fältet tomt.',
    en: 'The third digit is 1, but must be at least 2. If this is a personal identity number, it must not be stored: mark the company as a sole trader, and leave the field empty.',
  },
  {
    what: 'one with a wrong check digit, Sweden',
    country: 'SE',
    when: register({ orgNo: '556012-5791' }),
    nb: 'Kontrollsifferet, det siste, er 1, men skulle være 0. Et av sifrene er feil; sammenlign med registeret.',
    sv: 'Kontrollsiffran, den sista, är 1 men skulle vara 0. Någon av siffrorna är fel; jämför med registret.',
    en: 'The check digit, the last one, is 1 but should be 0. One of the digits is wrong; compare with the register.',
  },
  {
    what: 'one for a sole trader, Sweden',
    country: 'SE',
    when: register({ orgNo: '556012-5790', soleTrader: true }),
    nb: 'En svensk enskild firma har eierens personnummer som organisasjonsnummer, og det skal ikke lagres. La feltet stå tomt.',
    sv: 'En enskild firma har ägarens personnummer som organisationsnummer, och det ska inte sparas. Lämna fältet tomt.',
    en: "A Swedish sole trader's organisation number is the owner's personal identity number, which must not be stored. Leave the field empty.",
  },
  {
    what: 'one that another company has',
    when: async (desk) => {
      await desk.aCompany({ name: 'Åsen Båt', orgNo: '923609016' })
      return desk.problemOf('companies.register', { name: 'Bruket', orgNo: '923 609 016' })
    },
    nb: 'Åsen Båt har dette nummeret fra før. Åpne den posten i stedet, eller rett nummeret.',
    sv: 'Åsen Båt har redan det här numret. Öppna den posten i stället, eller rätta numret.',
    en: 'Åsen Båt already has this number. Open that record instead, or correct the number.',
  },
  {
    what: 'a visit of tomorrow',
    when: log({ visitedOn: '2026-09-16' }),
    nb: 'Besøket kan ikke være holdt etter i dag, 15.09.2026. Rett datoen, eller vent med å føre besøket til det er holdt.',
    sv: 'Besöket kan inte ha ägt rum efter i dag, 2026-09-15. Rätta datumet, eller vänta med att föra in besöket tills det har ägt rum.',
    en: 'The visit cannot have been held after today, 15 Sept 2026. Correct the date, or log the visit once it has been held.',
  },
  {
    what: 'a company founded next year',
    when: register({ founded: '2027-01-01' }),
    nb: 'Dagen ligger fram i tid. Velg i dag, 15.09.2026, eller en dag før.',
    sv: 'Dagen ligger framåt i tiden. Välj i dag, 2026-09-15, eller en dag tidigare.',
    en: 'The day lies in the future. Choose today, 15 Sept 2026, or an earlier day.',
  },
  {
    what: 'the 32nd of a month, typed',
    when: typed('32.1.2026'),
    nb: 'Det finnes ingen dag 32 i januar 2026. Siste dag er 31.01.2026.',
    sv: 'Det finns ingen dag 32 i januari 2026. Sista dagen är 2026-01-31.',
    en: 'There is no day 32 in January 2026. The last day is 31 Jan 2026.',
  },
  {
    what: 'the 30th of February, typed',
    when: typed('30. 2. 2026'),
    nb: 'Det finnes ingen dag 30 i februar 2026. Siste dag er 28.02.2026.',
    sv: 'Det finns ingen dag 30 i februari 2026. Sista dagen är 2026-02-28.',
    en: 'There is no day 30 in February 2026. The last day is 28 Feb 2026.',
  },
  {
    what: 'a thirteenth month, typed',
    when: typed('2026-13-01'),
    nb: 'Det finnes ingen måned 13. Skriv et tall fra 1 til 12.',
    sv: 'Det finns ingen månad 13. Skriv ett tal från 1 till 12.',
    en: 'There is no month 13. Write a number from 1 to 12.',
  },
  {
    what: 'no day at all, typed',
    when: typed('neste uke'),
    nb: 'Datoen kan ikke leses. Skriv den slik: 31.12.2026.',
    sv: 'Datumet går inte att läsa. Skriv det så här: 2026-12-31.',
    en: 'The date cannot be read. Write it like this: 2026-12-31.',
  },
  {
    what: 'a word that every object knows, typed as a day',
    when: typed('constructor'),
    nb: 'Datoen kan ikke leses. Skriv den slik: 31.12.2026.',
    sv: 'Datumet går inte att läsa. Skriv det så här: 2026-12-31.',
    en: 'The date cannot be read. Write it like this: 2026-12-31.',
  },
  {
    what: 'the 32nd of a month, past the form',
    when: log({ visitedOn: '2026-01-32' }),
    nb: 'Datoen kan ikke leses. Skriv den slik: 31.12.2026.',
    sv: 'Datumet går inte att läsa. Skriv det så här: 2026-12-31.',
    en: 'The date cannot be read. Write it like this: 2026-12-31.',
  },
  {
    what: 'a company without a name',
    when: register({ name: '   ' }),
    nb: 'Feltet er tomt. Fyll det ut.',
    sv: 'Fältet är tomt. Fyll i det.',
    en: 'The field is empty. Fill it in.',
  },
  {
    what: 'a visit without a company',
    when: log({ newCompanyName: null }),
    nb: 'Bedriften mangler. Velg en, eller skriv navnet på en ny.',
    sv: 'Företaget saknas. Välj ett, eller skriv namnet på ett nytt.',
    en: 'The company is missing. Choose one, or write the name of a new one.',
  },
  {
    what: 'a follow-up without a description',
    when: async (desk) => {
      const visit = await desk.aVisit()
      return desk.problemOf('followUps.add', {
        visitId: visit.id,
        description: ' ',
        theme: 'other',
        ownerId: desk.me,
        dueOn: '2026-10-01',
      })
    },
    nb: 'Feltet er tomt. Fyll det ut.',
    sv: 'Fältet är tomt. Fyll i det.',
    en: 'The field is empty. Fill it in.',
  },
  {
    what: 'ten megabytes pasted into the notes',
    when: log({ notes: paste }),
    nb: 'Innholdet er for stort, og ingenting av det er lagret. Del det opp, eller legg det ved som fil.',
    sv: 'Innehållet är för stort, och inget av det är sparat. Dela upp det, eller bifoga det som fil.',
    en: 'The content is too large, and nothing of it has been saved. Split it, or attach it as a file.',
  },
  {
    what: 'ten megabytes pasted into a name',
    when: register({ name: paste }),
    nb: 'Innholdet er for stort, og ingenting av det er lagret. Del det opp, eller legg det ved som fil.',
    sv: 'Innehållet är för stort, och inget av det är sparat. Dela upp det, eller bifoga det som fil.',
    en: 'The content is too large, and nothing of it has been saved. Split it, or attach it as a file.',
  },
  {
    what: 'ten megabytes in a draft',
    when: (desk) => desk.problemOf('drafts.save', { key: 'capture', value: { text: paste } }),
    nb: 'Innholdet er for stort, og ingenting av det er lagret. Del det opp, eller legg det ved som fil.',
    sv: 'Innehållet är för stort, och inget av det är sparat. Dela upp det, eller bifoga det som fil.',
    en: 'The content is too large, and nothing of it has been saved. Split it, or attach it as a file.',
  },
  {
    what: 'twenty pages pasted into a follow-up',
    when: async (desk) => {
      const { id } = await desk.aFollowUp()
      return desk.problemOf('followUps.revise', { id, changes: { description: paste.slice(0, 60_000) } })
    },
    nb: 'Teksten er for lang for feltet, og ingenting av den er lagret. Legg den ved som fil, og skriv det viktigste her.',
    sv: 'Texten är för lång för fältet, och inget av den är sparat. Bifoga den som fil och skriv det viktigaste här.',
    en: 'The text is too long for the field, and none of it was saved. Attach it as a file, and write the essence here.',
  },
  {
    what: 'a file that Fyr did not make',
    when: open(() => aText('Kjære leser. '.repeat(50))),
    nb: 'Filen er ikke laget av Fyr, eller innholdet er ødelagt. Velg en annen fil, eller åpne en sikkerhetskopi.',
    sv: 'Filen är inte skapad av Fyr, eller så är innehållet förstört. Välj en annan fil, eller öppna en säkerhetskopia.',
    en: 'The file was not made by Fyr, or its content is destroyed. Choose another file, or open a backup.',
  },
  {
    what: 'an empty file',
    when: open(() => aText('')),
    nb: 'Filen er tom, så det er ingenting å åpne. Åpne en sikkerhetskopi.',
    sv: 'Filen är tom, så det finns inget att öppna. Öppna en säkerhetskopia.',
    en: 'The file is empty, so there is nothing to open. Open a backup.',
  },
  {
    what: 'a file cut off in the middle',
    when: open(() => aSpoilt((path) => truncateSync(path, 30_000))),
    nb: 'Filen er skadet, og Fyr lar den være urørt. Åpne den siste sikkerhetskopien.',
    sv: 'Filen är skadad, och Fyr lämnar den orörd. Öppna den senaste säkerhetskopian.',
    en: 'The file is damaged, and Fyr leaves it as it is. Open the latest backup.',
  },
  {
    what: 'a file of a newer Fyr',
    when: open(() =>
      aSpoilt(
        () => {},
        ({ file }) => file.db.pragma('user_version = 99'),
      ),
    ),
    nb: 'Filen er laget med en nyere utgave av Fyr og er ikke endret. Oppdater Fyr for å åpne den.',
    sv: 'Filen är skapad med en nyare version av Fyr och är inte ändrad. Uppdatera Fyr för att öppna den.',
    en: 'The file was made by a newer version of Fyr and has not been changed. Update Fyr to open it.',
  },
  {
    what: 'a file open elsewhere',
    when: open(() => aStore().path),
    nb: 'Filen er åpen i et annet vindu eller program. Lukk den der, og åpne den igjen her.',
    sv: 'Filen är öppen i ett annat fönster eller program. Stäng den där och öppna den igen här.',
    en: 'The file is open in another window or program. Close it there, and open it again here.',
  },
  {
    what: 'a file that is gone',
    when: open(() => join(aFolder(), 'borte.fyr')),
    nb: 'Filen finnes ikke lenger der den lå. Finn den der den er nå, eller åpne en sikkerhetskopi.',
    sv: 'Filen finns inte längre där den låg. Leta upp den där den är nu, eller öppna en säkerhetskopia.',
    en: 'The file is no longer where it was. Find it where it is now, or open a backup.',
  },
  {
    what: 'a read-only file',
    when: readOnly,
    nb: 'Filen er skrivebeskyttet, så ingenting kan lagres i den. Kopier den til en mappe du kan skrive i, og åpne kopien.',
    sv: 'Filen är skrivskyddad, så inget kan sparas i den. Kopiera den till en mapp du kan skriva i och öppna kopian.',
    en: 'The file is read-only, so nothing can be saved in it. Copy it to a folder that you can write to, and open the copy.',
  },
  {
    what: 'a full disk',
    when: fullDisk,
    nb: 'Disken er full, så det siste ble ikke lagret. Frigjør plass, og lagre på nytt.',
    sv: 'Disken är full, så det senaste sparades inte. Frigör utrymme och spara igen.',
    en: 'The disk is full, so the last change was not saved. Free some space, and save again.',
  },
  {
    what: 'a target that cannot be replaced',
    when: lockedTarget,
    nb: 'Det finnes en mappe som heter «brev.txt». Velg et annet navn.',
    sv: 'Det finns en mapp som heter ”brev.txt”. Välj ett annat namn.',
    en: 'There is a folder called “brev.txt”. Choose another name.',
  },
]

/** As the screens do: the sentence of the one field that is wrong, else the problem's own. */
function sentence(language: Language, problem: Problem): string {
  const fields = Object.values(problem.fields ?? {})
  const message: Message = fields.length === 1 && fields[0] ? fields[0] : problem
  const t = translator(language) as unknown as (key: string, params?: object) => string
  return t(message.key, message.params)
}

function contentOf(desk: TestBackend): unknown {
  const { db } = desk.backend.workspaces.store()
  return db.prepare('SELECT (SELECT max(seq) FROM changes), (SELECT count(*) FROM drafts)').raw().get()
}

describe.each(['nb', 'sv', 'en'] as const)('in %s', (language) => {
  it.each(rows)('$what', async (row) => {
    const desk = await aBackend({
      language,
      country: row.country ?? 'NO',
      ports: (home) => ({
        pickOpen: async () => pickedFile(),
        pickSave: async ({ suggestedName }) => join(home, suggestedName),
      }),
    })
    await desk.call('preferences.choose', { language })
    const company = await desk.aCompany({ name: 'Borg' })
    const watched: TestBackend = {
      ...desk,
      async problemOf(name, input) {
        const before = contentOf(desk)
        const problem = await desk.problemOf(name, input)
        expect(contentOf(desk)).toEqual(before)
        return problem
      },
    }
    expect(sentence(language, await row.when(watched, language))).toBe(row[language])
    // The file in hand is open still, sound, and takes the next entry.
    expect(compareWithLog(desk.backend.workspaces.store().db)).toEqual([])
    await desk.aVisit({ companyId: company.id })
  })
})
