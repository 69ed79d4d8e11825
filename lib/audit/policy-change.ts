import { POLICY_UNITS, type TtlLimit } from '../governance/ttl-policy'

/** A policy as an event tells it; `raw` is one that is not understood here. */
export type ToldPolicy = { off: true } | { limit: TtlLimit } | { raw: string }

const LIMIT = /^(\d{1,6}) (minute|hour|day)s?$/

/** Reads what sayPolicy wrote: "off", "90 days". */
export function readToldPolicy(text: string): ToldPolicy {
  if (text === 'off') return { off: true }
  const [, value, unit] = LIMIT.exec(text) ?? []
  const known = POLICY_UNITS.find((one) => one === `${unit}s`)
  return value && known ? { limit: { value: Number(value), unit: known } } : { raw: text }
}

export type PolicyChange = { policy: 'idle' | 'max'; from: string; to: string }

/** Both policies before and after, as far as the details of an event tell them. */
export function policyChanges(details: Readonly<Record<string, unknown>>): PolicyChange[] {
  return (['max', 'idle'] as const).flatMap((policy) => {
    const [from, to] = [details[`${policy}From`], details[`${policy}To`]]
    return typeof from === 'string' && typeof to === 'string' ? [{ policy, from, to }] : []
  })
}
