import type { problems as nb } from '../nb/problems.ts'
import type { Translated } from '../translated.ts'

/** What went wrong, then the way out. `field.*` stands beside a field; the rest stands alone. */
export const problems: Translated<typeof nb> = {
  invalid: 'Something is not filled in correctly. Correct the marked fields.',
  notFound: 'The record does not exist, or it has been deleted. Go back to the list.',
  conflict: 'Somebody has changed the same thing in the meantime. Open the record again and repeat the change.',
  refused: 'This is not allowed for this record. Its history shows what it is tied to.',
  noWorkspace: 'No partnership file is open. Open a file, or create a new partnership.',
  noPartnership: 'The file has lost its partnership and cannot be used. Open a backup.',
  notFyrFile: 'The file was not made by Fyr, or its content is destroyed. Choose another file, or open a backup.',
  emptyFile: 'The file is empty, so there is nothing to open. Open a backup.',
  damagedFile: 'The file is damaged, and Fyr leaves it as it is. Open the latest backup.',
  newerFile: 'The file was made by a newer version of Fyr and has not been changed. Update Fyr to open it.',
  lockedFile: 'The file is open in another window or program. Close it there, and open it again here.',
  readOnly:
    'The file is read-only, so nothing can be saved in it. Copy it to a folder that you can write to, and open the copy.',
  readOnlyOld:
    'The file is read-only and must be updated before it can be opened. Copy it to a folder that you can write to, and open the copy.',
  migrationFailed:
    'The file could not be updated to this version of Fyr and is as before. Keep it, and report the message in the log.',
  diskFull: 'The disk is full, so the last change was not saved. Free some space, and save again.',
  diskFailed:
    'The disk reported an error, so the last change was not saved. Check that the disk is connected, and make a backup.',
  targetLocked:
    'The file cannot be overwritten because it is open in another program or protected. Close it there and save again, or choose another name.',
  fileMissing: 'The file is no longer where it was. Find it where it is now, or open a backup.',
  noAccess: 'Fyr cannot get at the file. Close it where it is open, or ask for access to its folder.',
  folderClosed:
    'Nothing can be saved in this folder, because it is read-only or does not exist. Choose another folder.',
  fileExists: 'There is already a file with this name. Choose another name.',
  cannotOpenFile: 'The file could not be opened from here. Open it from the folder it lies in.',
  backupDamaged: 'The backup did not match the file and was thrown away. Make a new one, on another disk if you can.',
  backupOverItself: 'A backup cannot replace the file that it is a copy of. Choose another name or another folder.',
  countryFixed:
    'The country was chosen when the file was made and cannot be changed. Create a new partnership for the other country.',
  tooLarge: 'The content is too large, and nothing of it has been saved. Split it, or attach it as a file.',
  cancelled: 'Cancelled. Nothing has changed.',
  unknownOperation: 'Fyr does not know this action. Restart Fyr, so that window and program are the same version.',
  unavailable: 'This cannot be done here. Use the installed program.',
  backendGone: 'The part of Fyr that reads the file stopped and is being restarted. Try again; what was saved is safe.',
  internal:
    'Something went wrong in Fyr, and the action was not carried out. Try again; if it happens again, the cause is in the log.',
  alreadyThere: 'Another record already has the same number or year. Open that one instead.',
  stillNamed: 'Other records refer to this one. Remove it from them first.',
  attachmentGone: 'The attachment is missing from the file. Fetch it from a backup.',
  companyHasVisits:
    'The company has visits and cannot be deleted. Delete the visits first, or set its status to wound up.',
  thisIsYou: 'This is you, at this machine. Choose somebody else as yourself in the settings first.',
  anonymised: 'The contact is anonymised and cannot be changed. Add the person as a new contact with a new basis.',
  packageNotNewest: 'The body has a newer board package, which refers to this one. Delete the newest first.',
  paperNeedsMeeting: 'The paper belongs to a meeting. Choose the meeting first.',
  handEdited:
    'The file was edited by hand after Fyr wrote it. Save under another name to keep the edits, or overwrite it.',
  snapshotDamaged:
    'The data of the board package is damaged and cannot be opened. Open a backup, or make a new package.',
  cannotUndo: 'This cannot be undone: what was removed is gone for good. Enter again what is missing.',
  alreadyUndone: 'The change has already been undone. The history shows how to make it again.',
  fieldsChangedSince_one: 'One field has been changed since, so this cannot be undone. Undo the newer change first.',
  fieldsChangedSince_other:
    '{{count}} fields have been changed since, so this cannot be undone. Undo the newer changes first.',
  /** Why a record cannot be deleted; one key per entity that may refer to it. */
  namedBy: {
    visits_one: 'A visit still refers to this record. Remove it there first.',
    visits_other: '{{count}} visits still refer to this record. Remove it there first.',
    followUps_one: 'A follow-up still refers to this record. Remove it there first.',
    followUps_other: '{{count}} follow-ups still refer to this record. Remove it there first.',
    companies_one: 'A company still refers to this record. Remove it there first.',
    companies_other: '{{count}} companies still refer to this record. Remove it there first.',
    contacts_one: 'A contact still refers to this record. Remove it there first.',
    contacts_other: '{{count}} contacts still refer to this record. Remove it there first.',
    persons_one: 'A person still refers to this record. Remove it there first.',
    persons_other: '{{count}} people still refer to this record. Remove it there first.',
    partners_one: 'A partner still refers to this record. Remove it there first.',
    partners_other: '{{count}} partners still refer to this record. Remove it there first.',
    bodies_one: 'A body still refers to this record. Remove it there first.',
    bodies_other: '{{count}} bodies still refer to this record. Remove it there first.',
    sectors_one: 'A sector still refers to this record. Remove it there first.',
    sectors_other: '{{count}} sectors still refer to this record. Remove it there first.',
    attachments_one: 'An attachment still refers to this record. Remove it there first.',
    attachments_other: '{{count}} attachments still refer to this record. Remove it there first.',
    packages_one: 'A board package still refers to this record. Remove it there first.',
    packages_other: '{{count}} board packages still refer to this record. Remove it there first.',
    visitPlans_one: 'A visit plan still refers to this record. Remove it there first.',
    visitPlans_other: '{{count}} visit plans still refer to this record. Remove it there first.',
    partnership_one: 'The partnership still refers to this record. Remove it there first.',
    partnership_other: 'The partnership still refers to this record. Remove it there first.',
  },
  field: {
    badLink: 'The address must begin with https://, http://, mailto: or tel:. Write the whole address.',
    meetingOfOtherBody: 'The meeting belongs to another body. Choose a meeting of this body.',
    required: 'The field is empty. Fill it in.',
    invalid: 'The value does not fit the field. Correct it.',
    unknown: 'Fyr does not know this field. Restart Fyr.',
    titleTooLong: 'The text is longer than 200 characters. Shorten it, and write the rest in a note.',
    oneLineOnly: 'The field holds one line. Remove the line breaks.',
    textTooLong:
      'The text is too long for the field, and none of it was saved. Attach it as a file, and write the essence here.',
    notADay: 'The date cannot be read. Write it like this: 2026-12-31.',
    dayInDoubt: 'It is unclear which is the day and which the month. Write the date like this: {{example}}.',
    dayWithoutCentury: 'The year has only two digits. Write the whole date like this: {{example}}.',
    dayWithoutYear: 'The year is missing. Write the whole date like this: {{example}}.',
    noSuchMonth: 'There is no month {{month}}. Write a number from 1 to 12.',
    noSuchDate: 'There is no day {{date}} in {{month}}. The last day is {{last}}.',
    badDayYear: 'The year {{year}} is outside what Fyr covers. Write a year from 1800 to 2199.',
    badYear: 'The year cannot be right. Write a year of four digits, from 1900 to 2199.',
    notAnInstant: 'The point in time cannot be read. Restart Fyr.',
    notATime: 'The time cannot be read. Write it like this: 09:30.',
    dayInFuture: 'The day lies in the future. Choose today, {{today}}, or an earlier day.',
    yearInFuture: 'The year {{year}} has not begun. Choose an earlier year.',
    negative: 'The number is below zero. Write zero or more.',
    tooMany: 'The number is too large. Check that it has no digit too many.',
    notANumber: 'The number cannot be read. Write it like this: {{example}}.',
    numberInDoubt: '{{typed}} may mean two things. Write {{thousands}} for thousands, or {{decimal}} for decimals.',
    tooManyDecimals: 'The sum has more than two decimals. Round it to two.',
    notWhole: 'The count is not a whole number. Write it without decimals.',
    notInList: 'The value is not on the list. Choose one that is.',
    badCoordinates:
      'These are not coordinates. Write latitude and longitude in decimal degrees, for example 59.2839, 11.1097.',
    badEmail: 'The e-mail address is incomplete. Write it like this: name@company.no.',
    badPhone: 'The phone number lacks its country code or digits. Write it like this: +47 12 34 56 78.',
    badId: 'The record referred to cannot be read. Choose it again.',
    gone: 'The record referred to has been deleted. Choose another, or restore it from the history.',
    changedSince: 'The field has been changed since. See the history before you change it again.',
    attachmentTooLarge:
      'The file is larger than 15 MB and was not attached. Make it smaller, or put it in the archive and write where.',
    attachmentEmpty: 'The file is empty. Choose another.',
    notAPhoto: 'The file is not a picture that Fyr knows. Choose JPEG, PNG, WebP or HEIC, or attach it as a file.',
    companyMissing: 'The company is missing. Choose one, or write the name of a new one.',
    companyTwice: 'The visit has both a chosen and a new company. Keep one of them.',
    participantOfOtherCompany:
      'One of those you met belongs to another company. Remove the person, or choose the company again.',
    followUpsBeforeVisit_one:
      'One follow-up has a day before this. Correct the follow-up first, or choose an earlier day.',
    followUpsBeforeVisit_other:
      '{{count}} follow-ups have a day before this. Correct them first, or choose an earlier day.',
    contactInVisits_one:
      'The contact is named in one visit to the company. Set the status to left, and add the person as a new contact of the other.',
    contactInVisits_other:
      'The contact is named in {{count}} visits to the company. Set the status to left, and add the person as a new contact of the other.',
    anonymiseInstead: 'This status is not set by hand. Use “Anonymise” on the contact.',
    visitAttachmentsTooLarge:
      'The attachments of this visit would exceed 100 MB together. Remove one, or make the file smaller.',
    orgNoLetters: '“{{found}}” is not a digit. An organisation number has digits only; check that character.',
    orgNoLengthNO:
      'The number of digits is {{digits}}, but a Norwegian organisation number has 9. Check whether a digit is missing, or one too many.',
    orgNoLengthSE:
      'The number of digits is {{digits}}, but a Swedish organisation number has 10. Check whether a digit is missing, or one too many.',
    orgNoThirdDigit:
      'The third digit is {{found}}, but must be at least 2. If this is a personal identity number, it must not be stored: mark the company as a sole trader, and leave the field empty.',
    orgNoCheckDigit:
      'The check digit, the last one, is {{found}} but should be {{expected}}. One of the digits is wrong; compare with the register.',
    orgNoImpossible:
      'No number can begin with {{start}}: its check digit would be 10. One of these eight digits is wrong; compare with the register.',
    orgNoSoleTrader:
      "A Swedish sole trader's organisation number is the owner's personal identity number, which must not be stored. Leave the field empty.",
    orgNoTaken: '{{name}} already has this number. Open that record instead, or correct the number.',
    industryVersionMissing: 'The industry code does not say which standard it follows. Choose the standard.',
    industryVersionNotNO: 'The standard is Swedish, the company Norwegian. Choose SN2007 or SN2025.',
    industryVersionNotSE: 'The standard is Norwegian, the company Swedish. Choose SNI2007 or SNI2025.',
    noSuchMunicipality: 'No municipality of the country has the code {{code}}. Choose it from the list.',
    unknownMunicipality: 'No municipality of the country has the code {{code}}. Choose from the list.',
    postalCodeNO: 'A Norwegian postal code has four digits. Write it like this: 1707.',
    postalCodeSE: 'A Swedish postal code has five digits. Write it like this: 915 31.',
    badWebsite: 'The web address cannot be read. Write it like this: company.no or https://company.no.',
    bandContradicts:
      'The number of employees is {{employees}}, which belongs to {{band}}. Correct the group or the number.',
    turnoverYearMissing: 'The turnover lacks its year. Write which year it is for.',
    branchOfItself: 'A company cannot be a branch unit of itself. Choose its head company, or leave the field empty.',
    visitInFuture:
      'The visit cannot have been held after today, {{today}}. Correct the date, or log the visit once it has been held.',
    startMissing: 'The end is set, but not the start. Write when the visit began, or remove the end.',
    endNotAfterStart: 'The end is not after the start at {{start}}. Correct one of the times.',
    ownParticipantMissing: 'Nobody from the secretariat took part. Choose at least one.',
    notAnsweredHasText: 'The question is marked as not answered, but has an answer. Remove the mark or the text.',
    confidentialHasSummary:
      'A confidential visit prints no text. Move the summary to the confidential text, or choose open or internal.',
    nextVisitNotLater: 'The next visit must come after this one, {{visitedOn}}. Choose a later day.',
    urgentNeedsFollowUp: 'The visit is flagged as urgent, but has no follow-up. Add one with a deadline.',
    dueBeforeVisit: 'The deadline is before the visit, {{visitedOn}}. Choose that day or a later one.',
    answeredBeforeVisit: 'The answer cannot have been given before the visit, {{visitedOn}}. Correct the day.',
    answeredDayMissing: 'The day the company was told is missing. Enter it to go on.',
    resultMissing: 'The result is missing. Write what was done to close the follow-up.',
    reasonMissing: 'The reason is missing. Write why it cannot be done.',
    reviewBeforeCollected: 'The review is before the data were collected, {{collectedOn}}. Choose a later day.',
    leftBeforeJoined: 'The partner cannot have left before it joined, {{joinedOn}}. Correct one of the days.',
    agreementEndsBeforeStart: 'The agreement ends before it starts, {{from}}. Correct one of the days.',
    agreementNotSigned: 'An active partner has signed the partnership agreement. Enter when, or choose candidate.',
    endBeforeStart: 'The end is before the start. Correct one of the days.',
    twelveMonths: 'The distribution has {{months}} months. It must have twelve.',
    distributionSum: 'The months add up to {{sum}}, but the target is {{target}}. Correct the months or the target.',
  },
}
