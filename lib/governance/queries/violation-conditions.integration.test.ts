import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestDatabase } from '@/server/testing/test-database'
import { prisma } from '../../platform/db'
import { Prisma } from '../../platform/generated/prisma/client'
import { addTtl } from '../../time'
import type { TtlLimit } from '../ttl-policy'
import { findViolations, type TokenLifetime, type TtlPolicy } from '../violation'
import { foundIdleViolation, foundMaxViolation } from './violation-conditions'

await createTestDatabase()

/** Changes of the clock in Europe, in Lord Howe's half hour, in New York, at the end of months and of a leap year's February. */
const NOWS = ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', '2026-04-04T15:00:00.000Z', '2026-11-01T06:00:00.000Z', '2028-02-29T23:59:59.999Z', '2026-12-31T23:59:59.999Z'].map((text) => new Date(text))
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']
const POLICIES = 64
/** Of each policy. 64 × 256 tokens are 16,384 cases, each in every zone. */
const TOKENS = 256

const limit: fc.Arbitrary<TtlLimit | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.record({ unit: fc.constant('minutes' as const), value: fc.integer({ min: 1, max: 2_630_880 }) }) },
  { weight: 2, arbitrary: fc.record({ unit: fc.constant('hours' as const), value: fc.integer({ min: 1, max: 43_848 }) }) },
  { weight: 4, arbitrary: fc.record({ unit: fc.constant('days' as const), value: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 1_827 })) }) },
)

const nudge = fc.constantFrom(-1, 0, 0, 1)
const shift = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)
const before = (at: Date, by: TtlLimit) => addTtl(at, { ...by, value: -by.value })
const anywhere = (now: Date) => fc.integer({ min: -6 * 365 * 86_400_000, max: 30 * 86_400_000 }).map((by) => shift(now, by))
/** On `edge`, a millisecond beside it, or wherever. */
const about = (edge: Date | null, now: Date) => (edge ? fc.oneof(nudge.map((by) => shift(edge, by)), anywhere(now)) : anywhere(now))

/** Tokens that lie on the limits of `policy` as often as anywhere else, some issued after `now`, some used before their issue. */
function lifetime({ idle, max }: TtlPolicy, now: Date): fc.Arbitrary<TokenLifetime> {
  const idleEdge = idle && before(now, idle)
  return fc.tuple(about(idleEdge, now), about(idleEdge, now), about(now, now), nudge, fc.integer({ min: 0, max: 7 })).map(([issuedAt, usedAt, expiry, by, shape]) => ({
    issuedAt,
    lastUsedAt: shape & 1 ? usedAt : null,
    expiresAt: shape < 2 ? null : shape < 6 && max ? shift(addTtl(issuedAt, max), by) : expiry,
    revokedAt: shape === 7 && by !== 0 ? shift(now, by) : null,
  }))
}

const scenario = fc
  .tuple(fc.record({ idle: limit, max: limit }), fc.constantFrom(...NOWS))
  .chain(([policy, now]) => fc.record({ policy: fc.constant(policy), now: fc.constant(now), tokens: fc.array(lifetime(policy, now), { minLength: TOKENS, maxLength: TOKENS }) }))

const iso = (instants: (Date | null)[]) => instants.map((at) => at?.toISOString() ?? null)

type Found = { max: string | null; idle: boolean }

async function findBySql({ policy, now, tokens }: { policy: TtlPolicy; now: Date; tokens: TokenLifetime[] }, zone: string): Promise<Found[]> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('TimeZone', ${zone}, true)`
    return tx.$queryRaw<Found[]>(Prisma.sql`
      SELECT ${foundMaxViolation(policy, now)} AS max, ${foundIdleViolation(policy, now)} AS idle
        FROM unnest(${iso(tokens.map((one) => one.issuedAt))}::timestamptz[], ${iso(tokens.map((one) => one.expiresAt))}::timestamptz[],
                    ${iso(tokens.map((one) => one.lastUsedAt))}::timestamptz[], ${iso(tokens.map((one) => one.revokedAt))}::timestamptz[])
             WITH ORDINALITY AS l (issued_at, expires_at, last_used_at, revoked_at, place)
       ORDER BY place`)
  })
}

function findByRule({ policy, now, tokens }: { policy: TtlPolicy; now: Date; tokens: TokenLifetime[] }): Found[] {
  return tokens.map((token) => {
    const found = findViolations(token, policy, now)
    return { max: found.find((kind) => kind !== 'idle_ttl_exceeded') ?? null, idle: found.includes('idle_ttl_exceeded') }
  })
}

it('finds in SQL what the rule finds, whatever the zone of the session', async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(scenario, async (one) => {
      const expected = findByRule(one)
      for (const { max, idle } of expected) seen.set(`${max} ${idle}`, (seen.get(`${max} ${idle}`) ?? 0) + 1)
      for (const zone of ZONES) expect(await findBySql(one, zone)).toEqual(expected)
    }),
    { numRuns: POLICIES },
  )
  // Every outcome has been met, or the tokens prove nothing.
  expect([...seen.keys()].toSorted()).toEqual(['max_ttl_exceeded false', 'max_ttl_exceeded true', 'never_expires false', 'never_expires true', 'null false', 'null true'])
})
