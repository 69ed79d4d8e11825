import type { Page } from '@playwright/test'
import { labelsIn, type Language } from './labels'
import { makeGovernor, type OwnPerson, type SampleToken } from './own-person'
import { ask } from './product'

export const GOVERNANCE = '/identity-and-access/governance/api-tokens'
export const SETTINGS = `${GOVERNANCE}/settings`
const DAY = 86_400_000
export const daysAgo = (days: number) => new Date(Date.now() - days * DAY)

/** Limits of 90 and 365 days are on; of these tokens, made for 180 days, one has not been used for 40. */
const TOKENS: SampleToken[] = [
  { name: 'busy-one', created_at: daysAgo(60), issued_at: daysAgo(60), last_used_at: daysAgo(1), expires_at: daysAgo(-120) },
  { name: 'idle-one', created_at: daysAgo(40), issued_at: daysAgo(40), expires_at: daysAgo(-140) },
  { name: 'short-one', ttl_value: 10, ttl_unit: 'days', last_used_at: daysAgo(0), expires_at: daysAgo(-9) },
]

/** Somebody with a role, alone in an organization with both policies on. */
export async function makeOwner({ role = 'org_owner', activated = true, tokens = TOKENS } = {}): Promise<OwnPerson> {
  const person = await makeGovernor(tokens, ['org_member', 'developer', role])
  if (!activated) await ask('UPDATE organization SET iga_activated_at = NULL WHERE id = $1', [person.orgId])
  return person
}

/** The fields of the form, its Save, and what it says saving would change. */
export function formOf(page: Page, language: Language) {
  const labels = labelsIn(language)
  const group = (name: string) => page.getByRole('group', { name, exact: true })
  const fields = (name: string) => ({
    status: group(name).getByRole('switch', { name: labels.policyStatus, exact: true }),
    value: group(name).getByRole('textbox', { name: `${name} ${labels.limit}`, exact: true }),
    unit: group(name).getByRole('combobox', { name: `${name}: ${labels.unit}`, exact: true }),
  })
  return { idle: fields(labels.idleTtl), max: fields(labels.maxTtl), save: page.getByRole('button', { name: labels.save, exact: true }), impact: page.getByRole('region').filter({ has: page.locator('#impact') }) }
}

/** What the database holds of the organization's policies. */
export const policyOf = async ({ orgId }: OwnPerson) =>
  (await ask(`SELECT idle_enabled, idle_ttl_value, idle_ttl_unit, max_enabled, max_ttl_value, max_ttl_unit, version FROM token_policy WHERE org_id = $1`, [orgId]))[0]

/** What was recorded of changes of them. */
export const changesOf = async ({ orgId }: OwnPerson) => (await ask<{ details: unknown }>(`SELECT details FROM audit_event WHERE org_id = $1 AND type = 'csp__update_token_policy' ORDER BY at`, [orgId])).map(({ details }) => details)

/** The tokens of which a violation is stored. */
export const violatingOf = async ({ orgId }: OwnPerson) =>
  (await ask<{ name: string }>(`SELECT t.name FROM api_token t JOIN token_life l USING (org_id, id) WHERE org_id = $1 AND (l.max_violation IS NOT NULL OR l.idle_violation_since IS NOT NULL) ORDER BY t.name`, [orgId])).map(({ name }) => name)

/** As though the person had signed in an hour ago. */
export const longAgo = ({ userId }: OwnPerson) => ask(`UPDATE session SET authenticated_at = now() - interval '1 hour' WHERE user_id = $1`, [userId])
