export const backupProblems = {
  backupFailed: 'Sikkerhetskopien kunne ikke tas. Ta en kopi til en annen disk, og meld fra med meldingen i loggen.',
  backupGone: 'Sikkerhetskopien finnes ikke lenger. Velg en annen i listen.',
  noCheck: 'Filen er ikke kontrollert ennå. Kontroller den først.',
  leftoverGone: 'Innholdet er fjernet, eller en post viser til det nå.',
  backupChanged: 'Sikkerhetskopien er skadet og kan ikke brukes. Velg en annen; filen din er ikke rørt.',
  noBackupFile:
    'Ved siden av {{file}} ligger ingen opplysninger om hva den inneholder. Velg en sikkerhetskopi som Fyr har tatt; andre kopier åpnes som de er.',
  newestBackup: 'Den nyeste sikkerhetskopien, og den filen er lik, kan ikke slettes. Ta en ny først.',
  placeMissing:
    'Mappen på det andre stedet er ikke der. Sett inn minnepinnen, koble til området, eller velg mappen på nytt.',
  placeSilent: 'Det andre stedet svarer ikke. Sjekk forbindelsen, eller velg en annen mappe.',
  jobsRunning: 'En eksport eller annet arbeid pågår. Vent til det er ferdig, og gjenopprett da.',
  restoreOverItself: 'Kopien kan ikke legges oppå filen som er åpen. Velg et annet navn, eller gjenopprett i stedet.',
} as const
