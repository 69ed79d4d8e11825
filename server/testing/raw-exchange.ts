import { sendRaw } from './send-raw'

const PATH = '/csp/gateway/am/api/auth/api-tokens/authorize'

export type RawAnswer = { status: number; headers: Map<string, string>; body: Record<string, unknown> }

type RawRequest = { query?: string; contentType?: string; body?: string; method?: string }

/** An HTTP/1.1 request as it goes over the wire, sent to the exchange at `port`, and what came back. */
export async function rawExchange(port: number, { query = '', contentType, body = '', method = 'POST' }: RawRequest): Promise<RawAnswer> {
  const lines = [
    `${method} ${PATH}${query} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: close',
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  const text = await sendRaw(port, `${lines.join('\r\n')}\r\n\r\n${body}`)
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...fields] = head.split('\r\n')
  const headers = new Map(fields.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  return { status: Number(first.split(' ')[1]), headers, body: JSON.parse(rest.join('\r\n\r\n')) as Record<string, unknown> }
}

const FORM = 'application/x-www-form-urlencoded'

/** A form with `fields`, as most clients send it. */
export const formExchange = (port: number, fields: string): Promise<RawAnswer> => rawExchange(port, { contentType: FORM, body: fields })
