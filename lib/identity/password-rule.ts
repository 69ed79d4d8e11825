import type { ErrorCode } from '../errors'
import { COMMON_PASSWORDS } from './common-passwords'
import { MAX_PASSWORD_BYTES } from './password-length'

/** Characters, as people count them. */
const MIN_PASSWORD_LENGTH = 12

/** Fewer different characters than this are a pattern, however long. */
const MIN_DIFFERENT = 5
/** Letters that must be left where name and address are taken away. */
const MIN_OWN_LETTERS = 4
/** Runs along the keyboard or the alphabet that still make a pattern: `qwertz` `12345` `asdf`. */
const MAX_RUNS = 3

/** Along each of these a finger slides, in both directions. */
const SLIDES = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'qwertzuiopü', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', '1q2w3e4r5t6y7u8i9o0p', 'a1s2d3f4g5h6j7k8l9']
const STEPS: ReadonlySet<string> = new Set(
  SLIDES.flatMap((slide) => [...slide].slice(1).flatMap((next, at) => [`${slide[at]}${next}`, `${next}${slide[at]}`])),
)

const SIGNS_FOR_LETTERS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

/** `P@ssw0rd` is no better than `password`. */
const unmask = (text: string) => text.replace(/[013457@$!]/g, (sign) => SIGNS_FOR_LETTERS[sign] ?? sign)
const trim = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')

/** The smallest part that `text` repeats: `ab` of `ababab`, and `text` itself where it repeats nothing. */
function unitOf(text: string): string {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? text
}

/** In how many slides one could type `text`; a character by itself is one. */
function countRuns(text: string): number {
  const characters = [...text]
  return characters.filter((each, at) => at === 0 || !STEPS.has(`${characters[at - 1]}${each}`)).length
}

function isCommon(password: string): boolean {
  if (new Set(password).size < MIN_DIFFERENT) return true
  const unit = unitOf(password)
  if (unit !== password && [...unit].length < MIN_PASSWORD_LENGTH) return true
  if (countRuns(password) <= MAX_RUNS) return true
  const cores = [password, trim(password), trim(unmask(password)), unmask(trim(password)), lettersOf(password)]
  return cores.some((core) => COMMON_PASSWORDS.has(core) || COMMON_PASSWORDS.has(unitOf(core)))
}

/** Who chooses the password: what is on their business card is guessed first. */
export type PasswordOwner = { email: string; names: readonly string[] }

function isAboutOwner(password: string, { email, names }: PasswordOwner): boolean {
  const words = [email, ...email.split(/[@.+_-]/), ...names, ...names.flatMap((name) => name.split(/\s+/)), 'tokenward']
  const parts = words.map((word) => word.toLowerCase()).filter((word) => [...word].length > 2)
  const longestFirst = [...new Set(parts)].sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, part) => left.replaceAll(part, ' '), password)
  return rest !== password && [...lettersOf(rest)].length < MIN_OWN_LETTERS
}

/**
 * What speaks against `password` as a new one of `about`, or null where nothing does.
 *
 * @see spec: quality.md §3, Passwords
 */
export function passwordProblem(password: string, about: PasswordOwner): ErrorCode | null {
  if ([...password].length < MIN_PASSWORD_LENGTH) return 'password_too_short'
  if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES) return 'password_too_long'
  const lower = password.toLowerCase()
  if (isAboutOwner(lower, about)) return 'password_about_you'
  return isCommon(lower) ? 'password_common' : null
}
