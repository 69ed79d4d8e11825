import type { Access, Method } from './http/endpoint'
import type { Operation, Parameter } from './openapi'

type Called = Pick<Operation, 'parameters' | 'requestBody'> & { method: Method; path: string; access: Access; origin: string }

/** In single quotes a shell takes everything as it stands but these. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

const CREDENTIALS: Readonly<Record<Access, string[]>> = {
  anonymous: [],
  access_token: ['-H "csp-auth-token: $ACCESS"'],
  service: ['-u "$CLIENT_ID:$CLIENT_SECRET"'],
  scheduler: ['-H "Authorization: Bearer $CRON_SECRET"'],
}

/** What only the reader has, by the field of a JSON body that wants it. */
const VARIABLES: Readonly<Record<string, string>> = { tokenValue: '$TOKEN', ids: '$ID' }

/** JSON for a shell: in double quotes where it holds a variable, which single quotes would keep from being filled in. */
function quotedJson(example: unknown): string {
  const plain = JSON.stringify(example)
  const filled = plain.replaceAll(/"(\w+)":(\[?)"…"/g, (all, name: string, list: string) => (VARIABLES[name] ? `"${name}":${list}"${VARIABLES[name]}"` : all))
  return filled === plain ? quoted(plain) : `"${filled.replaceAll(/["\\`]/g, String.raw`\$&`)}"`
}

function bodyOf(requestBody: Operation['requestBody']): string[] {
  const [first] = Object.entries(requestBody?.content ?? {})
  if (!first) return []
  const [type, { example }] = first
  if (type !== 'application/x-www-form-urlencoded') return [`-H ${quoted(`Content-Type: ${type}`)}`, `-d ${quotedJson(example)}`]
  const fields = Object.entries(typeof example === 'object' && example !== null ? example : {})
  return fields.map(([name, value]) => (/token$/.test(name) ? `--data-urlencode "${name}=$TOKEN"` : `--data-urlencode ${quoted(`${name}=${String(value)}`)}`))
}

const isNeeded = ({ in: place, required }: Parameter) => place === 'query' && required

/** A line for a shell that calls an endpoint, with `$ACCESS`, `$TOKEN`, `$ORG_ID` and `$ID` for what only the reader has. */
export function curlLine({ method, path, access, origin, parameters, requestBody }: Called): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => `$${name.replaceAll(/([A-Z])/g, '_$1').toUpperCase()}`)
  const query = parameters.filter(isNeeded).map(({ name }) => `${name}=…`)
  const body = bodyOf(requestBody)
  const verb = method === 'GET' || (method === 'POST' && body.length > 0) ? [] : [`-X ${method}`]
  const target = `"${origin}${address}${query.length > 0 ? `?${query.join('&')}` : ''}"`
  return ['curl -s', ...verb, target, ...CREDENTIALS[access], ...body].join(' \\\n  ')
}
