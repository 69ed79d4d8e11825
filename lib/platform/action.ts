import { unstable_rethrow } from 'next/navigation'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { DomainError, isErrorCode, type ErrorCode } from '../errors'
import { isBusy } from './busy'
import { findUser, type SessionContext } from './context'
import { env } from './env'
import { log } from './log'
import { peerFrom, type Peer } from './peer'

/** What a form is told: the result, or a refusal with the fields that it is about. Codes are message keys. */
export type Refused = { ok: false; code: ErrorCode; fields: Record<string, string>; requestId: string; retryAfterSeconds?: number }
export type ActionResult<Value> = { ok: true; value: Value } | Refused

function refusal(peer: Peer, code: ErrorCode, fields: Record<string, string> = {}): Refused {
  return { ok: false, code, fields, requestId: peer.requestId }
}

/** The first complaint about each field, as an error code. */
function refusedInput(peer: Peer, error: z.ZodError): Refused {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const code = issue.message.replace(/^errors\./, '')
    fields[String(issue.path[0] ?? '')] ??= isErrorCode(code) ? code : 'invalid_input'
  }
  return refusal(peer, 'invalid_input', fields)
}

async function isOwnOrigin(): Promise<boolean> {
  return (await headers()).get('origin') === new URL(env().publicUrl).origin
}

/** Turns what a command threw into what a form is told. Only the unexpected is logged. */
function refusedByError(peer: Peer, error: unknown): Refused {
  unstable_rethrow(error)
  if (error instanceof DomainError) {
    const refused = refusal(peer, error.code, error.field ? { [error.field]: error.code } : {})
    return error.retryAfterSeconds === undefined ? refused : { ...refused, retryAfterSeconds: error.retryAfterSeconds }
  }
  if (isBusy(error)) {
    log.warn({ err: error, requestId: peer.requestId }, 'action was in the way of another')
    return refusal(peer, 'busy')
  }
  log.error({ err: error, requestId: peer.requestId }, 'action failed')
  return refusal(peer, 'unexpected')
}

/**
 * Makes a server action: checks the origin, authenticates, validates, runs, and translates a refusal.
 *
 * Nothing that the client sends is believed before `schema` has read it. Authorization beyond being
 * signed in is the command's.
 */
export function action<Schema extends z.ZodType, Value>(
  schema: Schema,
  run: (ctx: SessionContext, input: z.output<Schema>) => Promise<Value>,
): (input: z.input<Schema>) => Promise<ActionResult<Value>> {
  return async (input) => {
    const peer = peerFrom(await headers())
    try {
      if (!(await isOwnOrigin())) return refusal(peer, 'invalid_input')
      const ctx = await findUser()
      if (!ctx) return refusal(peer, 'signed_out')
      const parsed = schema.safeParse(input)
      if (!parsed.success) return refusedInput(peer, parsed.error)
      return { ok: true, value: await run(ctx, parsed.data) }
    } catch (error) {
      return refusedByError(peer, error)
    }
  }
}

/** What a form that works without JavaScript is told, with what may be shown again in its fields. */
export type FormState = Refused & { values: Record<string, string> }

/**
 * Makes an action for a guest's form, to be called through useActionState: it works before JavaScript.
 *
 * @param shown names of the fields whose values may be sent back; never a password
 */
export function guestAction<Schema extends z.ZodType>(
  schema: Schema,
  shown: readonly string[],
  run: (peer: Peer, input: z.output<Schema>) => Promise<never>,
): (state: unknown, form: FormData) => Promise<FormState> {
  return async (_state, form) => {
    const peer = peerFrom(await headers())
    const raw = textFields(form)
    const values = Object.fromEntries(shown.map((name) => [name, (raw[name] ?? '').slice(0, MAX_SHOWN)]))
    try {
      if (!(await isOwnOrigin())) return { ...refusal(peer, 'invalid_input'), values }
      const parsed = schema.safeParse(raw)
      if (!parsed.success) return { ...refusedInput(peer, parsed.error), values }
      return await run(peer, parsed.data)
    } catch (error) {
      return { ...refusedByError(peer, error), values }
    }
  }
}

/** A form's fields, each with the texts that it holds: check boxes of one name are several. */
export type PostedFields = Record<string, string[]>

/** What a form is told that works without JavaScript: the result, or a refusal and what may be shown again. */
export type Posted<Value, Shown = PostedFields> = { ok: true; value: Value } | (Refused & { values: Shown })

/**
 * Makes an action for a signed-in person's form, to be called through useActionState: it works before JavaScript.
 *
 * @param schema reads a form's fields, see PostedFields
 * @param shown names of the fields whose values may be sent back; never a password
 */
export function formAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  shown: readonly string[],
  run: (ctx: SessionContext, input: z.output<Schema>) => Promise<Value>,
): (state: Posted<Value> | null, form: FormData) => Promise<Posted<Value>> {
  const byFields = action(schema, run)
  return async (_state, form) => {
    const fields = postedFields(form)
    const result = await byFields(fields as z.input<Schema>)
    if (result.ok) return result
    const values = shown.map((name) => [name, (fields[name] ?? []).slice(0, MAX_SHOWN_TEXTS).map((text) => text.slice(0, MAX_SHOWN))])
    return { ...result, values: Object.fromEntries(values) as PostedFields }
  }
}

/** Characters of a refused field that are shown again. */
const MAX_SHOWN = 1_000
/** Texts of one field that are shown again. */
const MAX_SHOWN_TEXTS = 200

/** The texts of a form; none of what is no form, for a client may send anything. React's own fields start with `$`. */
function textEntries(form: unknown): (readonly [string, string])[] {
  if (!(form instanceof FormData)) return []
  return [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : []))
}

function textFields(form: unknown): Record<string, string> {
  return Object.fromEntries(textEntries(form))
}

function postedFields(form: unknown): PostedFields {
  const fields = new Map<string, string[]>()
  for (const [name, text] of textEntries(form)) {
    const texts = fields.get(name)
    if (texts) texts.push(text)
    else fields.set(name, [text])
  }
  return Object.fromEntries(fields)
}
