import { createTranslator } from 'use-intl/core'
import { formattingLocale } from '@/i18n/formats'
import en from '@/messages/en.json'
import { Refusal, refusalBody, TooManyFailures } from '../../access/refusal'
import { DomainError, type ErrorCode } from '../../errors'
import { isBusy } from '../../platform/busy'
import { log } from '../../platform/log'
import type { Peer } from '../../platform/peer'
import { answerRefusal, HttpRefusal, json, notFound } from './answering'

/** Seconds that a client is asked to wait when the database cannot answer. */
const RETRY_AFTER = 2
/** Seconds for which guessing is refused; the longest of the windows. */
const GUESSING_OVER = 300

/** What is no plain mistake of the request. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  unexpected: 500,
  not_found: 404,
  owner_only: 403,
  insufficient_scope: 403,
  signed_out: 401,
  governance_not_activated: 403,
  sign_in_again: 403,
  wrong_password: 403,
  too_many_attempts: 429,
  too_many_secrets: 429,
  policy_changed: 409,
  token_changed: 409,
  tokens_changed: 409,
  already_generated: 409,
  mfa_device_missing: 409,
  mfa_enforced: 403,
  mfa_required: 403,
  mfa_code_wrong: 403,
  mfa_code_used: 403,
  change_running: 409,
}

/** What a status says more about a refusal. */
const HEADERS: Partial<Record<ErrorCode, Record<string, string>>> = {
  too_many_attempts: { 'retry-after': String(GUESSING_OVER) },
  // In the words of RFC 9470 §3, though not with its 401: here that says that the access token is over.
  mfa_required: { 'www-authenticate': 'Bearer error="insufficient_user_authentication"' },
}

const sentences = createTranslator({ locale: formattingLocale.en, messages: { errors: en.errors }, namespace: 'errors' })

/** The English sentence of a refusal that people are told of as well. */
export const sentenceOf = (code: ErrorCode): string => sentences(code)

const inSeconds = (wait: number) => `Try again in ${wait} s`

function refusalOf({ code, field, retryAfterSeconds: wait }: DomainError): HttpRefusal {
  if (code === 'not_found') return notFound()
  const status = STATUSES[code] ?? 400
  const says = field ? `${field}: ${sentenceOf(code)}` : sentenceOf(code)
  if (wait !== undefined) return new HttpRefusal(status, code, `${says} ${inSeconds(wait)}`, { 'retry-after': String(wait) })
  return new HttpRefusal(status, code, says, HEADERS[code])
}

/**
 * Runs `serve`; what it throws becomes an answer in the envelope, never a stack trace and never a hang. Only what was
 * not expected is logged.
 */
export async function answering(peer: Peer, serve: () => Promise<Response>): Promise<Response> {
  try {
    return await serve()
  } catch (error) {
    if (error instanceof Refusal) return json(400, refusalBody(error, peer.requestId))
    if (error instanceof HttpRefusal) return answerRefusal(peer, error)
    if (error instanceof DomainError) return answerRefusal(peer, refusalOf(error))
    if (error instanceof TooManyFailures) {
      const wait = error.retryAfterSeconds
      return answerRefusal(peer, new HttpRefusal(429, 'too_many_failures', `Too many failures. ${inSeconds(wait)}`, { 'retry-after': String(wait) }))
    }
    if (isBusy(error)) log.warn({ err: error, requestId: peer.requestId }, 'request was in the way of another')
    else log.error({ err: error, requestId: peer.requestId }, 'request could not be served')
    return answerRefusal(peer, new HttpRefusal(503, 'unavailable', 'Try again in a moment', { 'retry-after': String(RETRY_AFTER) }))
  }
}
