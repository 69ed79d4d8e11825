import { compareExchange } from './exchange/comparison'
import { LARGE, measureGrowth } from './exchange/growth'

/**
 * P1 to P4 of the goals. `npm run bench -- exchange compare` leaves out what takes long, the growth to ten million
 * tokens; `exchange 1000000` grows to as many as are said.
 */
export async function benchExchange(part?: string): Promise<void> {
  await compareExchange()
  if (part !== 'compare') await measureGrowth(Number(part ?? LARGE))
}
