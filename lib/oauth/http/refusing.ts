import { HttpRefusal } from '../../interface/http/answering'

type OAuthError = 'invalid_request' | 'invalid_client'

/**
 * A refusal that is an OAuth error as well as one in the envelope.
 *
 * @see RFC 6749 §5.2
 */
export function oauthRefusal(status: number, error: OAuthError, says: string, headers: Record<string, string> = {}): HttpRefusal {
  return new HttpRefusal(status, error, says, headers, { error, error_description: says })
}

/** @see RFC 6749 §5.2; RFC 7617 §2 */
export function unknownClient(): HttpRefusal {
  return oauthRefusal(401, 'invalid_client', 'Authenticate as a registered service, by client_secret_basic', {
    'www-authenticate': 'Basic realm="Tokenward", charset="UTF-8"',
  })
}
