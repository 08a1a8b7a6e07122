import type { meetingProblems as nb } from '../nb/meeting-problems.ts'
import type { Translated } from '../translated.ts'

export const meetingProblems: Translated<typeof nb> = {
  /** A step that the meeting is too early or too late for; `before` = not held yet. */
  step: {
    sendNotice: {
      held: 'The meeting has been opened or held, so no notice of it can be sent. Plan a new meeting.',
      cancelled: 'The meeting is cancelled. Plan a new one, and send notice of that.',
    },
    start: {
      held: 'The meeting has been held already. Open the minutes again if something is to be corrected.',
      cancelled: 'The meeting is cancelled and can’t be opened. Plan a new one.',
    },
    close: {
      held: 'The meeting is closed already, and its items have their numbers. Open the meeting again to see them.',
      cancelled: 'The meeting is cancelled and can’t be closed. Plan a new one.',
    },
    cancel: {
      held: 'The meeting has been held and can’t be cancelled. Correct the minutes instead.',
      cancelled: 'The meeting is cancelled already. Its items are in the queue.',
    },
    archive: {
      before: 'The meeting has not been held yet. It can be archived once its minutes are approved.',
      held: 'A meeting is archived once, when its minutes are approved. Approve the minutes first.',
      cancelled: 'A cancelled meeting has no minutes to archive. Leave it as cancelled.',
    },
    sendToReview: {
      before: 'The meeting is not closed, so the minutes are not ready. Close the meeting first.',
      held: 'The minutes are already in review or approved. Open them again to send a new version.',
      cancelled: 'A cancelled meeting has no minutes. Plan a new meeting.',
    },
  },
  /** What to look at or mend before a meeting's next step. */
  meeting: {
    noticeLate:
      'The notice goes out after the body’s last day. Move the meeting, or raise it when the notice is approved.',
    noMembers: 'Nobody with a vote is called. Add the members to the body, or call them here.',
    noItems: 'The agenda is empty. Add items before the notice goes out.',
    noProposal: '“{{title}}” has no proposed decision. Write it before the notice goes out.',
    noChair: 'The meeting has no chair. Choose who leads it.',
    noSecretary: 'The meeting has no secretary. Choose who takes the minutes.',
    remoteNotConfirmed:
      'It is not confirmed that everybody in the remote meeting sees and hears each other. Confirm it, or change the kind of meeting.',
    noStatus_one: '{{names}} is missing from the roll call. Record attendance or absence.',
    noStatus_other: '{{count}} are missing from the roll call ({{names}}). Record attendance or absence.',
    guestsNotCalled_one:
      '{{names}} was not called and is left out of the minutes. Record attendance if they were there.',
    guestsNotCalled_other:
      '{{count}} others were not called ({{names}}) and are left out of the minutes. Record attendance for those who were there.',
    chairAbsent: '{{name}} stands as chair but was not present. Choose who led the meeting.',
    secretaryAbsent: '{{name}} stands as secretary but was not present. Choose who took the minutes.',
    undecided: '“{{title}}” is not decided. Take a decision, postpone the item, or withdraw it.',
    disqualificationPending:
      'It is not settled whether {{name}} is disqualified in “{{title}}”. Record what the body came to.',
    votesAboveVoters:
      'In “{{title}}” {{votes}} votes were counted, but {{voters}} could vote. Correct the votes, the roll or the times.',
    votedWithoutVote:
      '{{name}} voted in “{{title}}” but could not vote on the item. Correct the votes, the roll or the times.',
    notTreated: '“{{title}}” has not been treated. Write what was said, or postpone the item.',
    nothingWritten: 'Nothing is written in the minutes. Write what the meeting came to before sending them to review.',
    textMissing: '“{{title}}” was treated but has no text. Write what was said.',
    adjustersMissing_one: 'One adjuster is missing. Choose one of those who were present.',
    adjustersMissing_other: '{{count}} adjusters are missing. Choose them from those who were present.',
    adjusterAbsent: '{{name}} is to sign the minutes but was not present. Choose somebody who was there.',
    verdictMissing: '{{name}} has not approved the minutes. Record the answer when it comes.',
    verdictRefused: '{{name}} did not accept the minutes. Correct them, and send a new version.',
    quorumEmpty:
      'Nobody with a vote was present, so the meeting decided nothing that can be approved. Open the minutes again, and correct the roll.',
  },
}
