import type { targetProblems as nb } from '../nb/target-problems.ts'
import type { Translated } from '../translated.ts'

/** Why a document could not be saved where the user said. The document itself is made and waits, so each ends with the way on. */
export const targetProblems: Translated<typeof nb> = {
  target: {
    inUse:
      '”{{file}}” är öppen i ett annat program, till exempel Word eller Excel. Stäng den där och försök igen, eller spara under ett annat namn.',
    noAccess: 'Du får inte spara i ”{{folder}}”. Välj en annan mapp, eller be om åtkomst till den här.',
    readOnly: '”{{folder}}” kan bara läsas, så ingenting kan sparas där. Välj en annan mapp.',
    full: 'Det finns inte plats för ”{{file}}” där. Frigör utrymme och försök igen, eller välj en annan disk.',
    gone: 'Mappen ”{{folder}}” finns inte längre. Välj en annan mapp, eller anslut disken som den låg på.',
    away: '”{{folder}}” svarar inte. Kontrollera nätet eller att disken är ansluten och försök igen, eller välj en annan mapp.',
    nameTooLong: 'Namnet ”{{file}}” är för långt för platsen. Välj ett kortare namn, eller en mapp med kortare sökväg.',
    badName: 'Platsen godtar inte namnet ”{{file}}”. Välj ett namn med bara bokstäver, siffror och mellanslag.',
    isFolder: 'Det finns en mapp som heter ”{{file}}”. Välj ett annat namn.',
    failed: '”{{file}}” kunde inte sparas där. Försök igen, eller välj en annan mapp.',
  },
  unsavedGone: 'Dokumentet finns inte kvar här. Det är sparat eller borttaget; skapa det på nytt om du behöver det.',
  beingSaved: 'Dokumentet sparas redan. Vänta tills det är klart.',
}
