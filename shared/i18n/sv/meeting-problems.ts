import type { meetingProblems as nb } from '../nb/meeting-problems.ts'
import type { Translated } from '../translated.ts'

export const meetingProblems: Translated<typeof nb> = {
  /** A step that the meeting is too early or too late for; `before` = not held yet. */
  step: {
    sendNotice: {
      held: 'Sammanträdet är öppnat eller hållet, så ingen kallelse kan gå ut till det. Planera ett nytt sammanträde.',
      cancelled: 'Sammanträdet är inställt. Planera ett nytt och kalla till det.',
    },
    start: {
      held: 'Sammanträdet är redan hållet. Öppna protokollet igen om något ska rättas.',
      cancelled: 'Sammanträdet är inställt och kan inte öppnas. Planera ett nytt.',
    },
    close: {
      held: 'Sammanträdet är redan avslutat, och ärendena har fått sina nummer. Öppna sammanträdet på nytt för att se dem.',
      cancelled: 'Sammanträdet är inställt och kan inte avslutas. Planera ett nytt.',
    },
    cancel: {
      held: 'Sammanträdet är hållet och kan inte ställas in. Rätta protokollet i stället.',
      cancelled: 'Sammanträdet är redan inställt. Ärendena ligger i ärendekön.',
    },
    archive: {
      before: 'Sammanträdet är inte hållet än. Det kan arkiveras när protokollet är justerat.',
      held: 'Ett sammanträde arkiveras en gång, när protokollet är justerat. Justera protokollet först.',
      cancelled: 'Ett inställt sammanträde har inget protokoll att arkivera. Låt det stå som inställt.',
    },
    sendToReview: {
      before: 'Sammanträdet är inte avslutat, så protokollet är inte klart. Avsluta sammanträdet först.',
      held: 'Protokollet är redan under justering eller justerat. Öppna det igen för att skicka en ny version.',
      cancelled: 'Ett inställt sammanträde har inget protokoll. Planera ett nytt sammanträde.',
    },
  },
  /** What to look at or mend before a meeting's next step. */
  meeting: {
    noticeLate:
      'Kallelsen går ut efter organets sista dag. Flytta sammanträdet, eller ta upp frågan när kallelsen godkänns.',
    noMembers: 'Ingen med rösträtt är kallad. Lägg in ledamöterna i organet, eller kalla dem här.',
    noItems: 'Föredragningslistan är tom. Lägg till ärenden innan kallelsen går ut.',
    noProposal: '”{{title}}” har inget förslag till beslut. Skriv det innan kallelsen går ut.',
    noChair: 'Sammanträdet har ingen ordförande. Välj vem som leder det.',
    noSecretary: 'Sammanträdet har ingen sekreterare. Välj vem som för protokollet.',
    remoteNotConfirmed:
      'Det är inte bekräftat att alla som deltar på distans ser och hör varandra. Bekräfta det, eller ändra mötesformen.',
    noStatus_one: '{{names}} saknas i uppropet. För in närvaro eller förhinder.',
    noStatus_other: '{{count}} saknas i uppropet ({{names}}). För in närvaro eller förhinder.',
    guestsNotCalled_one:
      '{{names}} är inte uppropad och kommer inte med i protokollet. För in närvaro för den som var där.',
    guestsNotCalled_other:
      '{{count}} andra är inte uppropade ({{names}}) och kommer inte med i protokollet. För in närvaro för dem som var där.',
    chairAbsent: '{{name}} står som ordförande men var inte närvarande. Välj vem som ledde sammanträdet.',
    secretaryAbsent: '{{name}} står som sekreterare men var inte närvarande. Välj vem som förde protokollet.',
    undecided: '”{{title}}” är inte avgjort. Fatta ett beslut, bordlägg ärendet eller dra tillbaka det.',
    disqualificationPending:
      'Det är inte avgjort om {{name}} är jävig i ”{{title}}”. För in vad organet kom fram till.',
    votesAboveVoters:
      'I ”{{title}}” har {{votes}} röster räknats, men {{voters}} fick rösta. Rätta rösterna, uppropet eller klockslagen.',
    votedWithoutVote:
      '{{name}} har röstat i ”{{title}}” men fick inte rösta i ärendet. Rätta rösterna, uppropet eller klockslagen.',
    notTreated: '”{{title}}” är inte behandlat. Skriv vad som sades, eller bordlägg ärendet.',
    nothingWritten:
      'Inget är skrivet i protokollet. Skriv vad sammanträdet kom fram till innan det skickas för justering.',
    textMissing: '”{{title}}” är behandlat men har ingen text. Skriv vad som sades.',
    adjustersMissing_one: 'En justerare saknas. Välj en bland dem som var närvarande.',
    adjustersMissing_other: '{{count}} justerare saknas. Välj dem bland dem som var närvarande.',
    adjusterAbsent: '{{name}} ska justera protokollet men var inte närvarande. Välj någon som var där.',
    verdictMissing: '{{name}} har inte justerat protokollet. För in svaret när det kommer.',
    verdictRefused: '{{name}} har inte godtagit protokollet. Rätta det och skicka en ny version.',
    quorumEmpty:
      'Ingen med rösträtt var närvarande, så sammanträdet har inte beslutat något som kan justeras. Öppna protokollet igen och rätta uppropet.',
  },
}
