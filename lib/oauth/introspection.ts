import { z } from 'zod'

const INACTIVE = z.object({ active: z.literal(false) })

const ACTIVE = z.object({
  active: z.literal(true),
  scope: z.string().meta({ description: 'What it may do now' }),
  client_id: z.string(),
  username: z.string(),
  token_type: z.enum(['bearer', 'refresh_token']).meta({ description: 'bearer: an access token. refresh_token: an API token' }),
  exp: z.int().optional().meta({ description: 'Epoch seconds. Absent: never' }),
  iat: z.int().meta({ description: 'Epoch seconds' }),
  sub: z.uuid(),
  aud: z.array(z.string()),
  iss: z.url(),
  jti: z.string(),
  azp: z.string(),
  tid: z.uuid().meta({ description: 'The API token' }),
  tgn: z.int().meta({ description: "The API token's generation" }),
  context_name: z.uuid().meta({ description: 'The organization' }),
  context: z.uuid(),
  domain: z.string(),
  acct: z.string(),
  perms: z.array(z.string()),
  amr: z.array(z.string()).optional(),
})

/**
 * What is said of a token to a service that asks: of one that is not live, nothing at all.
 *
 * @see RFC 7662 §2.2
 */
export const INTROSPECTION = z.union([ACTIVE, INACTIVE])

export type Introspection = z.infer<typeof INTROSPECTION>
