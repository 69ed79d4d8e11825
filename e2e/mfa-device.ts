import { expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { labelsIn, type Language } from './labels'
import { mfaWordsIn } from './mfa-words'
import { ask } from './product'

export const MFA = '/my-account/api-tokens/mfa'

/** The code that an authenticator app with this key shows now, in two groups as apps do. */
export function codeOf(key: string): string {
  const code = new TOTP({ secret: Secret.fromBase32(key) }).generate()
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/** As if half a minute had passed: the device shows a code that has not been used. */
export async function nextCode({ userId }: { userId: string }): Promise<void> {
  await ask('UPDATE mfa_device SET last_step = last_step - 10 WHERE user_id = $1', [userId])
}

/** The key, as who cannot scan reads it. */
export async function readKey(page: Page, language: Language): Promise<string> {
  const key = page.getByRole('status', { name: mfaWordsIn(language).key, exact: true })
  await expect(key).toBeVisible()
  return (await key.innerText()).replaceAll(/\s/g, '')
}

/** The recovery codes that are shown. */
export async function readCodes(page: Page, language: Language): Promise<string[]> {
  const list = page.getByRole('list', { name: mfaWordsIn(language).recoveryCodes, exact: true })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  return list.getByRole('listitem').allInnerTexts()
}

/** Activates a device on its page, by hand, up to its recovery codes; `used`: the code that it took. */
export async function activateDevice(page: Page, language: Language): Promise<{ key: string; used: string; codes: string[] }> {
  const [labels, words] = [labelsIn(language), mfaWordsIn(language)]
  await page.goto(MFA)
  await page.getByRole('button', { name: labels.activateDevice, exact: true }).click()
  const key = await readKey(page, language)
  const used = codeOf(key)
  await page.getByLabel(words.code, { exact: true }).fill(used)
  await page.getByRole('button', { name: labels.activateDevice, exact: true }).click()
  return { key, used, codes: await readCodes(page, language) }
}

export type StoredMfa = { name: string; active: boolean; on: boolean; left: number }

/** What the database holds of the person's device. */
export async function storedMfa({ userId }: { userId: string }): Promise<StoredMfa | undefined> {
  const [found] = await ask<StoredMfa>(
    `SELECT name, activated_at IS NOT NULL AS active, turned_on AS on,
            (SELECT count(*)::int FROM mfa_recovery_code r WHERE r.user_id = d.user_id AND r.used_at IS NULL) AS left
       FROM mfa_device d WHERE user_id = $1`,
    [userId],
  )
  return found
}

/** The types of what was recorded about MFA in an organization, in order. */
export async function mfaEvents({ orgId }: { orgId: string }): Promise<string[]> {
  const events = await ask<{ type: string }>(`SELECT type FROM audit_event WHERE org_id = $1 AND type LIKE '%mfa%' AND result = 'success' ORDER BY at, id`, [orgId])
  return events.map(({ type }) => type.replace('csp__', ''))
}
