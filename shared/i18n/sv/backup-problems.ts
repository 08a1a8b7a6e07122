import type { backupProblems as nb } from '../nb/backup-problems.ts'
import type { Translated } from '../translated.ts'

export const backupProblems: Translated<typeof nb> = {
  backupFailed: 'Säkerhetskopian kunde inte göras. Gör en kopia på en annan disk, och anmäl med meddelandet i loggen.',
  backupGone: 'Säkerhetskopian finns inte längre. Välj en annan i listan.',
  noCheck: 'Filen har inte kontrollerats än. Kontrollera den först.',
  leftoverGone: 'Innehållet är borttaget, eller en post hänvisar till det nu.',
  backupChanged: 'Säkerhetskopian är skadad och kan inte användas. Välj en annan; din fil är orörd.',
  noBackupFile:
    'Bredvid {{file}} finns inga uppgifter om vad den innehåller. Välj en säkerhetskopia som Fyr har gjort; andra kopior öppnas som de är.',
  newestBackup: 'Den nyaste säkerhetskopian, och den som filen är lik, kan inte tas bort. Gör en ny först.',
  placeMissing: 'Mappen på den andra platsen finns inte där. Sätt i usb-minnet, anslut ytan eller välj mappen igen.',
  placeSilent: 'Den andra platsen svarar inte. Kontrollera anslutningen, eller välj en annan mapp.',
  jobsRunning: 'En export eller annat arbete pågår. Vänta tills det är klart, och återställ då.',
  restoreOverItself: 'Kopian kan inte läggas över filen som är öppen. Välj ett annat namn, eller återställ i stället.',
}
