import { Refusal } from './refusal'

/** What a client asks of an exchange. Unknown fields are ignored. */
export type ExchangeRequest = {
  apiToken: string
  /** Narrows the token's scopes; null asks for all. */
  scope: string[] | null
  /** A code of the user's MFA device, or a recovery code; null where there is none. */
  passcode: string | null
}

/** Fields that are read, all from one place or another; each at most once. */
type Fields = ReadonlyMap<string, string[]>

function single(fields: Fields, name: string): string | undefined {
  const values = fields.get(name) ?? []
  if (values.length > 1) throw new Refusal('invalid_request')
  return values[0]
}

/**
 * The exchange that `fields` ask for: `api_token`, or its old name `refresh_token`.
 *
 * @param fields every value of every parameter, wherever it was sent
 * @throws {Refusal} invalid_request where the token is missing or a parameter repeated; unsupported_grant_type
 * @see spec: api.md §1; RFC 6749 §3.2
 */
export function readExchangeRequest(fields: Fields): ExchangeRequest {
  const grantType = single(fields, 'grant_type')
  if (grantType !== undefined && grantType !== 'refresh_token') throw new Refusal('unsupported_grant_type')
  const tokens = [single(fields, 'api_token'), single(fields, 'refresh_token')].filter((token) => token !== undefined)
  const apiToken = tokens[0]
  if (!apiToken || tokens.length > 1) throw new Refusal('invalid_request')
  const scope = single(fields, 'scope')?.split(' ').filter(Boolean) ?? []
  return { apiToken, scope: scope.length > 0 ? scope : null, passcode: single(fields, 'passcode')?.trim() || null }
}

/** Fields of a form or a query string. */
export function fieldsOfForm(form: URLSearchParams): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  // Once through: `getAll` for each name is as many times as there are names, and anybody may send thousands.
  for (const [name, value] of form) {
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/**
 * Fields of a JSON body: the texts in an object.
 *
 * @throws {Refusal} invalid_request where `text` is no JSON object
 */
export function fieldsOfJson(text: string): Map<string, string[]> {
  const body = parseJson(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal('invalid_request')
  return new Map(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, [value]] as const] : [])))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid_request')
  }
}
