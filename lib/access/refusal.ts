/**
 * Why the HTTP interface refuses, by `errorCode`: the OAuth error that it is, and what it says.
 *
 * Everything that does not present the right secret is `invalid_token`, in one message: nobody can probe for tokens.
 *
 * @see spec: api.md §1; RFC 6749 §5.2
 */
const REFUSALS = {
  invalid_token: { error: 'invalid_grant', says: 'Invalid refresh token' },
  token_expired: { error: 'invalid_grant', says: 'The API token has expired. Regenerate it' },
  token_revoked: { error: 'invalid_grant', says: 'The API token was revoked. Generate a new one' },
  token_deactivated: { error: 'invalid_grant', says: 'The API token was deactivated. Contact an Organization Owner' },
  user_inactive: { error: 'invalid_grant', says: 'The user is suspended or no longer in the organization' },
  mfa_required: { error: 'invalid_grant', says: 'MFA is on. Send a code of the MFA device, or a recovery code, as passcode' },
  mfa_invalid: { error: 'invalid_grant', says: 'The passcode is wrong or was used already. Wait for the next code' },
  mfa_not_configured: { error: 'invalid_grant', says: 'The organization enforces MFA. Activate an MFA device in the console' },
  no_permissions: { error: 'invalid_grant', says: 'None of the roles in the scopes of the API token is held any more' },
  invalid_scope: { error: 'invalid_scope', says: 'The scope goes beyond that of the API token' },
  invalid_request: { error: 'invalid_request', says: 'The request needs exactly one api_token' },
  unsupported_grant_type: { error: 'unsupported_grant_type', says: 'The grant type is refresh_token' },
} as const

export type RefusalCode = keyof typeof REFUSALS

/** A refusal of an exchange. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  /** @param presented what was presented as a token; it is said masked, if at all */
  constructor(
    readonly code: RefusalCode,
    readonly presented?: string,
  ) {
    super(code)
  }
}

/** So many failures that nothing more is looked at for a while. */
export class TooManyFailures extends Error {
  override readonly name = 'TooManyFailures'

  constructor(readonly retryAfterSeconds: number) {
    super('too_many_failures')
  }
}

type EnvelopeFields = { errorCode: string; message: string; statusCode: number; requestId: string }

/** Which part of the console speaks; clients of the console that this one replaces read it. */
const MODULE_CODE = 540

/** The body of every error under `/csp/gateway`. */
export function errorEnvelope({ errorCode, message, statusCode, requestId }: EnvelopeFields) {
  return { cspErrorCode: `tokenward.${errorCode}`, errorCode, message, moduleCode: MODULE_CODE, requestId, statusCode }
}

/** The body of a refused exchange: the envelope, and an RFC 6749 error as well. */
export function refusalBody(refusal: Refusal, requestId: string) {
  const { error, says } = REFUSALS[refusal.code]
  return {
    ...errorEnvelope({ errorCode: errorCodeOf(refusal.code), message: messageOf(refusal), statusCode: 400, requestId }),
    error,
    error_description: says,
  }
}

/** A missing or repeated token is the same to a client as a malformed one. */
function errorCodeOf(code: RefusalCode): RefusalCode {
  return code === 'invalid_request' ? 'invalid_token' : code
}

function messageOf({ code, presented }: Refusal): string {
  const { error, says } = REFUSALS[errorCodeOf(code)]
  return presented === undefined ? `${error}: ${says}` : `${error}: ${says}: ${maskToken(presented)}`
}

/** Characters below which the last four would be too much of a token to say. */
const SHORTEST_TO_MASK = 20

/** A presented token as it may be said: its last four characters, none of a short one. */
export function maskToken(presented: string): string {
  const last = presented.slice(-4)
  return presented.length >= SHORTEST_TO_MASK && /^\w{4}$/.test(last) ? `****${last}` : '****'
}
