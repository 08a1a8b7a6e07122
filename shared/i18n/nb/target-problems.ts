/** Why a document could not be saved where the user said. The document itself is made and waits, so each ends with the way on. */
export const targetProblems = {
  target: {
    inUse:
      '«{{file}}» er åpen i et annet program, for eksempel Word eller Excel. Lukk den der og prøv igjen, eller lagre under et annet navn.',
    noAccess: 'Du har ikke lov til å lagre i «{{folder}}». Velg en annen mappe, eller be om tilgang til denne.',
    readOnly: '«{{folder}}» kan bare leses, så ingenting kan lagres der. Velg en annen mappe.',
    full: 'Det er ikke plass til «{{file}}» der. Frigjør plass og prøv igjen, eller velg en annen disk.',
    gone: 'Mappen «{{folder}}» finnes ikke lenger. Velg en annen mappe, eller koble til disken den lå på.',
    away: '«{{folder}}» svarer ikke. Sjekk nettet eller at disken er koblet til, og prøv igjen, eller velg en annen mappe.',
    nameTooLong: 'Navnet «{{file}}» er for langt for stedet. Velg et kortere navn, eller en mappe med kortere sti.',
    badName: 'Stedet godtar ikke navnet «{{file}}». Velg et navn med bare bokstaver, tall og mellomrom.',
    isFolder: 'Det finnes en mappe som heter «{{file}}». Velg et annet navn.',
    failed: '«{{file}}» kunne ikke lagres der. Prøv igjen, eller velg en annen mappe.',
  },
  unsavedGone: 'Dokumentet er ikke her lenger. Det er lagret eller forkastet; lag det på nytt om du trenger det.',
  beingSaved: 'Dokumentet lagres allerede. Vent til det er ferdig.',
} as const
