import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './axe'
import { signIn } from './console'
import { makeGovernor } from './own-person'
import { ask } from './product'

const GOVERNANCE = '/identity-and-access/governance/api-tokens'
const WORDS = {
  en: { now: 'Validate now', never: 'Not validated yet', done: 'completed, 2 new violations' },
  de: { now: 'Jetzt validieren', never: 'Noch nicht validiert', done: 'abgeschlossen, 2 neue Verstöße' },
  it: { now: 'Convalida ora', never: 'Non ancora convalidati', done: 'completata, 2 nuove violazioni' },
} as const

/** Minute of the day, in UTC, at which every organization is validated, see lib/platform/queue.ts. */
const DAILY = 2 * 60 + 17
const MINUTE = 60_000

/** Waits until the daily validation is not about to begin, nor under way: whoever is not validated yet stays so for this test. */
async function awayFromDailyValidation(): Promise<void> {
  const sinceBegun = (Date.now() - (DAILY - 3) * MINUTE) % (24 * 60 * MINUTE)
  const wait = 5 * MINUTE - sinceBegun
  if (wait <= 0) return
  test.setTimeout(test.info().timeout + wait)
  await pause(wait)
}

/** A governor of an organization of their own whose policy two of three tokens break, as nobody has found yet. */
async function makeUnvalidated(role = 'org_owner') {
  await awayFromDailyValidation()
  const idle = { created_at: new Date(Date.now() - 100 * 86_400_000) }
  return makeGovernor([{ name: 'eternal', ttl_value: null, ttl_unit: null, expires_at: null }, { name: 'asleep', ...idle }, { name: 'awake' }], [role, 'org_member'])
}

type Run = { outcome: string | null; scanned: number; newly_violating: number; trigger: string; started_by: string }
const runsIn = (orgId: string) => ask<Run>('SELECT outcome, scanned, newly_violating, trigger, started_by FROM validation_run WHERE org_id = $1 ORDER BY started_at', [orgId])
const open = (orgId: string, scanned: number) =>
  ask(`INSERT INTO validation_run (org_id, id, trigger, started_at, seen_at, total, scanned) VALUES ($1, $2, 'schedule', now() - interval '5 seconds', now(), 1000000, $3)`, [orgId, randomUUID(), scanned])
const button = (page: Page, language: keyof typeof WORDS = 'en') => page.getByRole('button', { name: WORDS[language].now, exact: true })

for (const language of ['en', 'de', 'it'] as const) {
  test(`an owner validates now, in ${language}`, async ({ page }) => {
    const words = WORDS[language]
    const owner = await makeUnvalidated()
    await signIn(page, owner, language, { at: GOVERNANCE })
    await expect(page.getByText(words.never)).toBeVisible()
    await button(page, language).click()
    await expect(page.getByText(words.done)).toBeVisible()
    expect(await runsIn(owner.orgId)).toEqual([{ outcome: 'completed', scanned: 3, newly_violating: 2, trigger: 'owner', started_by: owner.userId }])
    const flags = await ask('SELECT t.name, l.max_violation, l.idle_violation_since IS NOT NULL AS idle FROM api_token t JOIN token_life l USING (org_id, id) WHERE org_id = $1 ORDER BY t.name', [owner.orgId])
    expect(flags).toEqual([
      { name: 'asleep', max_violation: null, idle: true },
      { name: 'awake', max_violation: null, idle: false },
      { name: 'eternal', max_violation: 'never_expires', idle: false },
    ])
    await expectAccessible(page, 'validated')
  })
}

test('an administrator sees when, and has no button', async ({ page }) => {
  const administrator = await makeUnvalidated('org_admin')
  await signIn(page, administrator, 'en', { at: GOVERNANCE })
  await expect(page.getByText(WORDS.en.never)).toBeVisible()
  await expect(button(page)).toHaveCount(0)
})

test('progress is shown while it goes on, and the result when it has ended', async ({ page }) => {
  const owner = await makeUnvalidated()
  await open(owner.orgId, 412_000)
  await signIn(page, owner, 'en', { at: GOVERNANCE })
  await expect(page.getByText('412,000 of 1,000,000 validated.')).toBeVisible()
  await expectAccessible(page, 'validating')
  await ask('UPDATE validation_run SET scanned = 700000, seen_at = now() WHERE org_id = $1', [owner.orgId])
  await expect(page.getByText('700,000 of 1,000,000 validated.')).toBeVisible()
  // A second click joins it.
  await expect(button(page)).toHaveAttribute('aria-disabled', 'true')
  await ask(`UPDATE validation_run SET ended_at = now(), outcome = 'completed', newly_violating = 5 WHERE org_id = $1`, [owner.orgId])
  await expect(page.getByText('completed, 5 new violations')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

test('one that was cut off is gone on with by whoever looks', async ({ page }) => {
  const owner = await makeUnvalidated()
  await open(owner.orgId, 1)
  await ask(`UPDATE validation_run SET seen_at = now() - interval '2 minutes', policy_version = 1 WHERE org_id = $1`, [owner.orgId])
  await signIn(page, owner, 'en', { at: GOVERNANCE })
  await expect(page.getByText(WORDS.en.done)).toBeVisible({ timeout: 30_000 })
})

test('one that failed, or is late, is said so', async ({ page }) => {
  const owner = await makeUnvalidated()
  const ended = (hours: number, outcome: string) =>
    ask(`INSERT INTO validation_run (org_id, id, trigger, started_at, ended_at, outcome) VALUES ($1, $2, 'schedule', now() - $3 * interval '1 hour', now() - $3 * interval '1 hour', $4)`, [owner.orgId, randomUUID(), hours, outcome])
  await ended(27, 'completed')
  await signIn(page, owner, 'en', { at: GOVERNANCE })
  await expect(page.getByText('Tokens have not been validated for more than 26 hours.')).toBeVisible()
  await expectAccessible(page, 'late')
  await ended(1, 'failed')
  await page.reload()
  await expect(page.getByText('The latest validation failed.')).toBeVisible()
})

test.describe('before JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a validation is started by the button, and its result is on the page', async ({ page }) => {
    const owner = await makeUnvalidated()
    await signIn(page, owner, 'en', { at: GOVERNANCE })
    await button(page).click()
    await expect(page.getByText(WORDS.en.done)).toBeVisible()
    await open(owner.orgId, 412_000)
    await page.goto(GOVERNANCE)
    await expect(page.getByText('412,000 of 1,000,000 validated.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Reload to see how far it is' })).toBeVisible()
  })
})
