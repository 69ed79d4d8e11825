import { isDeepStrictEqual } from 'node:util'
import { ERROR_ENVELOPE } from '@/lib/interface/error-envelope'
import type { Content, Endpoint } from '@/lib/interface/http/endpoint'
import type { Answered } from './ask-endpoint'

/** What is answered by whatever refuses before an endpoint is found. */
const REFUSALS: Endpoint['answers'] = {}

/** What is wrong with a text that should be as `content` says; null where nothing is. What is not described is wrong, too. */
function contentFault({ type, schema }: Content, { headers, text }: Answered): string | null {
  if (!headers.get('content-type')?.startsWith(type.split(';')[0] ?? type)) return `is ${headers.get('content-type')}, not ${type}`
  const value: unknown = type.includes('json') ? parse(text) : text
  const read = schema.safeParse(value)
  if (!read.success) return read.error.message
  return isDeepStrictEqual(read.data, value) ? null : `has what is not described: ${text}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Why an answer is outside the description of `endpoint`, or null: as described for its status, or a refusal in the
 * envelope that says the same status. Nothing that is sent may lead to 5xx.
 */
export function faultOf(answered: Answered, { answers }: Pick<Endpoint, 'answers'> = { answers: REFUSALS }): string | null {
  const { status, text } = answered
  const told = answers[status]
  if (told === null) return text === '' ? null : 'has a body where none is described'
  if (status >= 500) return `is ${status}: ${text}`
  if (told) return contentFault(told, answered)
  if (status < 400) return `${status} is not described`
  const fault = contentFault({ type: 'application/json', schema: ERROR_ENVELOPE }, answered)
  return fault ?? ((parse(text) as { statusCode: number }).statusCode === status ? null : `says another status than ${status}: ${text}`)
}
