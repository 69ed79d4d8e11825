import { DomainError } from '@/lib/errors'

/**
 * The code with which `run` was refused, or `done`.
 *
 * @throws whatever else `run` throws
 */
export async function refusal(run: Promise<unknown>): Promise<string> {
  try {
    await run
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'done'
}
