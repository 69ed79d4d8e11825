import { countExchange } from '../../platform/metrics'
import { Refusal, TooManyFailures } from '../refusal'

/** Does an exchange and counts how it ended and how long it took, whatever it throws. */
export async function measureExchange<Exchanged>(exchange: () => Promise<Exchanged>): Promise<Exchanged> {
  const since = performance.now()
  try {
    const exchanged = await exchange()
    countExchange('granted', 'none', since)
    return exchanged
  } catch (error) {
    if (error instanceof Refusal) countExchange('refused', error.code, since)
    else if (error instanceof TooManyFailures) countExchange('limited', 'too_many_failures', since)
    else countExchange('failed', 'unavailable', since)
    throw error
  }
}
