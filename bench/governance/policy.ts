import { continueValidation } from '@/lib/governance/commands/continue-validation'
import { startRun } from '@/lib/governance/commands/start-validation'
import { toPolicyColumns, toTtlPolicy, type PolicySettings } from '@/lib/governance/policy-settings'
import { listNewlyViolating } from '@/lib/governance/queries/list-newly-violating'
import { previewPolicy } from '@/lib/governance/queries/preview-policy'
import type { GovernorContext } from '@/lib/platform/roles'
import { inTransaction } from '@/lib/platform/transaction'
import { median, report } from '../report'
import type { LargeOrganization } from './organization'

const days = (value: number) => ({ enabled: true, value, unit: 'days' }) as const

/** Policies that are saved by turns: a small change, one that turns about a tenth of all tokens over, and most of them. */
const TURNS: readonly (readonly [string, PolicySettings])[] = [
  ['back to the first', { idle: days(90), max: days(400) }],
  ['a little tighter', { idle: days(85), max: days(400) }],
  ['much tighter', { idle: days(60), max: days(200) }],
  ['nobody complies', { idle: days(1), max: days(1) }],
  ['back to the first', { idle: days(90), max: days(400) }],
]
const ROUNDS = 3

type Turn = { name: string; preview: number; list: number; saving: number; validation: number; changed: number }

const governorOf = ({ orgId, ownerId }: LargeOrganization) =>
  ({ orgId, userId: ownerId, roles: ['org_owner'], igaActivated: true }) as unknown as GovernorContext

async function time<Value>(work: () => Promise<Value>): Promise<[number, Value]> {
  const since = performance.now()
  const value = await work()
  return [performance.now() - since, value]
}

/** What savePolicy does once it knows who asks: its own module needs Next around it. */
function save({ orgId, userId }: GovernorContext, wanted: PolicySettings) {
  return inTransaction(async (tx) => {
    await tx.tokenPolicy.update({ where: { orgId }, data: { ...toPolicyColumns(wanted), version: { increment: 1 } }, select: { orgId: true } })
    return startRun(tx, { orgId, trigger: 'policy_saved', startedBy: userId })
  })
}

async function takeTurn(ctx: GovernorContext, name: string, wanted: PolicySettings): Promise<Turn> {
  const [preview, { newlyViolating, newlyCompliant }] = await time(() => previewPolicy(ctx, toTtlPolicy(wanted)))
  const [list] = await time(() => listNewlyViolating(ctx, toTtlPolicy(wanted)))
  const [saving, run] = await time(() => save(ctx, wanted))
  const [validation] = await time(() => continueValidation(run))
  return { name, preview, list, saving, validation, changed: newlyViolating + newlyCompliant }
}

/** P7 of the goals: previewing and saving a policy, and the validation that follows, in an organization of `tokens`. */
export async function measurePolicy(organization: LargeOrganization): Promise<void> {
  const ctx = governorOf(organization)
  const turns: Turn[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, wanted] of TURNS) turns.push(await takeTurn(ctx, name, wanted))
  }
  const milliseconds = (value: number) => `${value.toFixed(0)} ms`
  for (const name of new Set(turns.map((turn) => turn.name))) {
    const same = turns.filter((turn) => turn.name === name)
    const middle = (of: 'preview' | 'list' | 'saving' | 'validation') => milliseconds(median(same.map((turn) => turn[of])))
    report(`${name}, ${same[0]?.changed ?? 0} change: preview · list · save`, `${middle('preview')} · ${middle('list')} · ${middle('saving')}`)
    report(`${name}: validation`, middle('validation'))
  }
  const slowest = (of: 'preview' | 'validation') => Math.max(...turns.map((turn) => turn[of]))
  const goal = (value: number) => ({ text: '≤ 2 s', reached: value <= 2_000 })
  report(`P7: slowest preview, ${organization.tokens} tokens`, milliseconds(slowest('preview')), goal(slowest('preview')))
  report(`P7: slowest revalidation, ${organization.tokens} tokens`, milliseconds(slowest('validation')), goal(slowest('validation')))
}
