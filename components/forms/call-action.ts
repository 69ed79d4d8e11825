import { unstable_rethrow } from 'next/navigation'
import type { ActionResult, Refused } from '@/lib/platform/action'

/** What an action tells a form. */
export type Refusal = Refused
export type Result<Value> = ActionResult<Value>

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
