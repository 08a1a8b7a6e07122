/** Why a meeting's step can't be taken, and what to look at before it. A part of `problems.ts`. */
export const meetingProblems = {
  /** A step that the meeting is too early or too late for; `before` = not held yet. */
  step: {
    sendNotice: {
      held: 'Møtet er åpnet eller holdt, så det kan ikke kalles inn til det. Planlegg et nytt møte.',
      cancelled: 'Møtet er avlyst. Planlegg et nytt møte, og kall inn til det.',
    },
    start: {
      held: 'Møtet er alt holdt. Åpne protokollen igjen hvis noe skal rettes.',
      cancelled: 'Møtet er avlyst og kan ikke åpnes. Planlegg et nytt møte.',
    },
    close: {
      held: 'Møtet er alt avsluttet, og sakene har fått numre. Åpne møtet på nytt for å se dem.',
      cancelled: 'Møtet er avlyst og kan ikke avsluttes. Planlegg et nytt møte.',
    },
    cancel: {
      held: 'Møtet er holdt og kan ikke avlyses. Rett protokollen i stedet.',
      cancelled: 'Møtet er alt avlyst. Sakene ligger i sakskøen.',
    },
    archive: {
      before: 'Møtet er ikke holdt ennå. Det kan arkiveres når protokollen er godkjent.',
      held: 'Et møte arkiveres én gang, når protokollen er godkjent. Godkjenn protokollen først.',
      cancelled: 'Et avlyst møte har ingen protokoll å arkivere. La det stå som avlyst.',
    },
    sendToReview: {
      before: 'Møtet er ikke avsluttet, så protokollen er ikke klar. Avslutt møtet først.',
      held: 'Protokollen er alt til godkjenning eller godkjent. Åpne den igjen for å sende en ny utgave.',
      cancelled: 'Et avlyst møte har ingen protokoll. Planlegg et nytt møte.',
    },
  },
  /** What to look at or mend before a meeting's next step. */
  meeting: {
    noticeLate:
      'Innkallingen går ut etter organets frist. Flytt møtet, eller ta opp fristen når innkallingen godkjennes.',
    noMembers: 'Ingen med stemmerett er kalt inn. Legg medlemmene inn i organet, eller kall dem inn her.',
    noItems: 'Sakslisten er tom. Legg til saker før innkallingen går ut.',
    noProposal: '«{{title}}» har ikke noe forslag til vedtak. Skriv det før innkallingen går ut.',
    noChair: 'Møtet har ingen møteleder. Velg hvem som leder det.',
    noSecretary: 'Møtet har ingen sekretær. Velg hvem som fører protokollen.',
    remoteNotConfirmed:
      'Det er ikke bekreftet at alle i fjernmøtet ser og hører hverandre. Bekreft det, eller endre møteformen.',
    noStatus_one: '{{names}} mangler i oppropet. Før frammøte eller forfall.',
    noStatus_other: '{{count}} mangler i oppropet ({{names}}). Før frammøte eller forfall.',
    guestsNotCalled_one:
      '{{names}} er ikke ropt opp og kommer ikke med i protokollen. Før frammøte for den som var der.',
    guestsNotCalled_other:
      '{{count}} andre er ikke ropt opp ({{names}}) og kommer ikke med i protokollen. Før frammøte for dem som var der.',
    chairAbsent: '{{name}} er ført opp som møteleder, men var ikke til stede. Velg hvem som ledet møtet.',
    secretaryAbsent: '{{name}} er ført opp som sekretær, men var ikke til stede. Velg hvem som førte protokollen.',
    undecided: '«{{title}}» er ikke avgjort. Fatt et vedtak, utsett saken, eller trekk den.',
    disqualificationPending: 'Det er ikke avgjort om {{name}} er inhabil i «{{title}}». Før hva organet kom til.',
    votesAboveVoters:
      'I «{{title}}» er det talt {{votes}} stemmer, men {{voters}} kunne stemme. Rett stemmene, oppropet eller klokkeslettene.',
    votedWithoutVote:
      '{{name}} har stemt i «{{title}}», men kunne ikke stemme i saken. Rett stemmene, oppropet eller klokkeslettene.',
    notTreated: '«{{title}}» er ikke behandlet. Skriv hva som ble sagt, eller utsett saken.',
    nothingWritten: 'Ingenting er skrevet i protokollen. Skriv hva møtet kom til, før den sendes til godkjenning.',
    textMissing: '«{{title}}» er behandlet, men har ingen tekst. Skriv hva som ble sagt.',
    adjustersMissing_one: 'En protokollunderskriver mangler. Velg en blant dem som var til stede.',
    adjustersMissing_other: '{{count}} protokollunderskrivere mangler. Velg dem blant dem som var til stede.',
    adjusterAbsent: '{{name}} skal skrive under protokollen, men var ikke til stede. Velg en som var der.',
    verdictMissing: '{{name}} har ikke godkjent protokollen. Før svaret når det kommer.',
    verdictRefused: '{{name}} har ikke godtatt protokollen. Rett den, og send en ny utgave.',
    quorumEmpty:
      'Ingen med stemmerett var til stede, så møtet har ikke vedtatt noe som kan godkjennes. Åpne protokollen igjen, og rett oppropet.',
  },
} as const
