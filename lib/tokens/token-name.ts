/** In code points, after normalization. */
export const MAX_NAME_LENGTH = 64
export const MAX_DESCRIPTION_LENGTH = 256

/** Letters, marks and digits of any script, space, and nine signs. */
const ALLOWED = /^[\p{L}\p{M}\p{Nd} +\-_.`':@&]*$/u

/** A name as it is compared and stored: NFC, without spaces around it. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').trim()
}

/** Length as a person counts characters, near enough: an emoji is one, a combining mark is one of its own. */
export function countCodePoints(text: string): number {
  return [...text].length
}

/** Whether a normalized name has only characters that a token name may have. */
export function hasAllowedCharacters(name: string): boolean {
  return ALLOWED.test(name)
}

/** Control characters, half characters, which no database keeps, those that begin a line, and those that turn the direction of what stands around them. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u

/** Whether a text has characters that are not seen but change how it, or a terminal that shows it, looks. */
export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text)
}

/** Whether a text has a character that is seen at all: a name of joiners and blanks alone would be none. */
export function hasVisibleCharacters(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
