import { unstable_rethrow } from 'next/navigation'
import type { ErrorCode } from '@/lib/errors'

/** What an action tells a form; the shape that lib/platform/action.ts answers with. */
export type Refusal = { ok: false; code: ErrorCode; fields: Record<string, string>; requestId: string }
export type Result<Value> = { ok: true; value: Value } | Refusal

/** A form's fields, each with the texts that it holds. */
export type PostedFields = Record<string, string[]>
/** What a form is told that works without JavaScript: a refusal brings back what was typed. */
export type PostedState<Value> = { ok: true; value: Value } | (Refusal & { values: PostedFields })

const UNREACHABLE: Refusal = { ok: false, code: 'unreachable', fields: {}, requestId: '' }

/**
 * Calls a server action, and turns a call that got no answer (no network, refused before it reached the action)
 * into a refusal like any other: the form stays as it is, with a sentence.
 */
export async function callAction<Input, Value>(run: (input: Input) => Promise<Result<Value>>, input: Input): Promise<Result<Value>> {
  try {
    return await run(input)
  } catch (error) {
    // Redirects travel as errors.
    unstable_rethrow(error)
    return UNREACHABLE
  }
}

/** For an act that has no form to show a refusal in: hands it to the nearest error page. */
export function accepted(result: Result<unknown>): void {
  if (!result.ok) throw new Error(`Refused: ${result.code}`)
}
