import { z } from 'zod'

/** E-mail and telephone as records store them. */
export const emailAddress = z
  .string()
  .trim()
  .max(254, 'problems.field.badEmail')
  .refine((value) => value === '' || /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]{2,}$/u.test(value), {
    params: { key: 'problems.field.badEmail' },
  })
  .transform((value) => (value === '' ? null : value))
  .nullable()

/** A telephone number with country code, stored as E.164 (`+4712345678`). Spaces, brackets and hyphens are dropped, `00` read as `+`. */
export const phoneNumber = z
  .string()
  .trim()
  .max(40, 'problems.field.badPhone')
  .transform((value) => value.replaceAll(/[\s().-]/gu, '').replace(/^00/, '+'))
  .refine((value) => value === '' || /^\+[1-9]\d{6,14}$/.test(value), { params: { key: 'problems.field.badPhone' } })
  .transform((value) => (value === '' ? null : value))
  .nullable()

const roleNames =
  /^(info|post|postmottak|kontakt|contact|mail|e-?post|firma|firmapost|kundeservice|kundtj[aä]nst|salg|sales|order|ordre|faktura|invoice|support|hei|hej|hello|office|kontor|admin|adm|registrator|kommun|booking|resepsjon|reception|butikk|butik|jobb|hr|regnskap|ekonomi|[oø]konomi|marked|marknad|presse|press|service|verksted|verkstad|drift|noreply|no-reply)\b/i

/**
 * Whether an address is personal data: info@… is not, a name-based company address is (IMY; practice.md 6.4).
 * Judged by the part before the @; unknown parts count as personal, the careful side.
 */
export function isPersonalAddress(address: string): boolean {
  return !roleNames.test(address.split('@')[0] ?? '')
}
