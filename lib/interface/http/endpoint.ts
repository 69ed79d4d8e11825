import { z } from 'zod'
import type { Peer } from '../../platform/peer'
import { json } from './answering'
import { requireCaller, type Caller } from './caller'
import { readJson, readParams, readQuery } from './read-input'
import { answering } from './refusing'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who is served: anybody, whoever has an access token, a service that trusts ours, or whatever calls on schedule. */
export type Access = 'anonymous' | 'access_token' | 'service' | 'scheduler'

/** A kind of body that an endpoint reads or gives. */
export type Content = { type: string; schema: z.ZodType }

/** One address and method of the HTTP interface, with all that its description is made from. */
export type Endpoint = {
  method: Method
  /** Names in braces stand for one segment: `/csp/gateway/am/api/orgs/{orgId}`. */
  path: string
  /** Unique; client generators make it a function's name. */
  operation: string
  summary: string
  /** Chapter of the description. */
  tag: string
  access: Access
  /** Does something even by GET. HEAD, which stands for GET elsewhere, then does not: it only asks what GET would say. */
  acts?: true
  params: z.ZodObject
  query: z.ZodObject
  /** What may be sent, the usual first; none: no body is read. */
  bodies: readonly Content[]
  /** What is answered where nothing is refused, by status. Refusals come in the envelope. */
  answers: Readonly<Record<number, Content | null>>
  respond: (request: Request, peer: Peer, params: Readonly<Record<string, string>>) => Promise<Response>
}

const NOTHING = z.object({})
type Nothing = typeof NOTHING
const JSON_TYPE = 'application/json'

type About = Pick<Endpoint, 'method' | 'path' | 'operation' | 'summary' | 'tag'>

type Given<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = {
  params: z.output<Params>
  query: z.output<Query>
  body: z.output<Body>
}

type Typed<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType> = About & {
  params?: Params
  query?: Query
  body?: Body
  answer: Answer
  /** 200 unless another is said. */
  status?: number
}

type Run<Context, Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType> = (
  ctx: Context,
  given: Given<Params, Query, Body>,
) => Promise<z.input<Answer>>

/** @param introduce who asks: found out before anything else of the request is looked at */
function typed<Context, Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  { params, query, body, answer, status = 200, ...about }: Typed<Params, Query, Body, Answer>,
  access: Access,
  introduce: (request: Request, peer: Peer) => Promise<Context>,
  run: Run<Context, Params, Query, Body, Answer>,
): Endpoint {
  const inputs = { params: params ?? NOTHING, query: query ?? NOTHING }
  const respond: Endpoint['respond'] = (request, peer, segments) =>
    answering(peer, async () => {
      const ctx = await introduce(request, peer)
      const given = {
        params: readParams(inputs.params, segments),
        query: readQuery(inputs.query, new URL(request.url)),
        body: body && (await readJson(body, request)),
      }
      return json(status, await run(ctx, given as Given<Params, Query, Body>))
    })
  const bodies = body ? [{ type: JSON_TYPE, schema: body }] : []
  return { ...about, ...inputs, access, bodies, answers: { [status]: { type: JSON_TYPE, schema: answer } }, respond }
}

/** An endpoint that anybody may ask, in JSON if it reads a body at all. */
export function openEndpoint<Answer extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing, Body extends z.ZodType = z.ZodUndefined>(
  { run, ...about }: Typed<Params, Query, Body, Answer> & { run: Run<Peer, Params, Query, Body, Answer> },
): Endpoint {
  return typed(about as Typed<Params, Query, Body, Answer>, 'anonymous', async (_request, peer) => peer, run)
}

/** An endpoint for whoever has an access token. What a stranger sends is not even read, and so teaches them nothing. */
export function callerEndpoint<Answer extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing, Body extends z.ZodType = z.ZodUndefined>(
  { run, ...about }: Typed<Params, Query, Body, Answer> & { run: Run<Caller, Params, Query, Body, Answer> },
): Endpoint {
  return typed(about as Typed<Params, Query, Body, Answer>, 'access_token', requireCaller, run)
}

type Raw = About & Partial<Pick<Endpoint, 'params' | 'query' | 'bodies' | 'access' | 'acts'>> & Pick<Endpoint, 'answers'>

/** An endpoint that reads and answers in its own way, such as OAuth's forms; what it throws is answered in the envelope. */
export function rawEndpoint({ handle, ...about }: Raw & { handle: (request: Request, peer: Peer) => Promise<Response> }): Endpoint {
  const respond: Endpoint['respond'] = (request, peer) => answering(peer, () => handle(request, peer))
  return { params: NOTHING, query: NOTHING, bodies: [], access: 'anonymous', ...about, respond }
}
