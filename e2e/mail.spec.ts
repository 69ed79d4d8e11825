import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { generate, signIn } from './console'
import { deliveredMails } from './delivered'
import { languages, type Language } from './labels'
import { ask, product } from './product'

const SUBJECTS: Record<Language, string> = { en: 'API token generated: ', de: 'API-Token generiert: ', it: 'Token API generato: ' }
const LINKS: Record<Language, string> = { en: 'Open API Tokens', de: 'API-Token öffnen', it: 'Apri Token API' }

/** The mails that were delivered about the token called `name`. */
const mailsAbout = (name: string) => deliveredMails(({ subject }) => subject?.endsWith(name) ?? false)

for (const language of languages) {
  test(`a generated token is told of once, in ${language}, and never its secret`, async ({ page }) => {
    // Other specs bring people of their own, whose passwords they alone know.
    const known = product.users.map(({ email }) => email)
    const [speaker] = await ask<{ email: string }>('SELECT email FROM user_account WHERE locale = $1 AND email = ANY($2) LIMIT 1', [language, known])
    const user = product.users.find(({ email }) => email === speaker?.email)
    if (!user) throw new Error(`Nobody speaks ${language}`)
    const name = `mailed "${language}" & '${Date.now()}'`.replaceAll('"', '')
    await signIn(page, user, language)
    await generate(page, name, language)
    await expect.poll(() => mailsAbout(name).then(({ length }) => length), { timeout: 30_000 }).toBe(1)
    const [mail] = await mailsAbout(name)
    expect(mail).toMatchObject({ subject: SUBJECTS[language] + name, to: [{ address: user.email, name: user.name }] })
    expect(mail?.text).toContain(`${product.url}/my-account/api-tokens`)
    expect(mail?.html).toContain(LINKS[language])
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/tw_[0-9A-Za-z]{22}_/)
    // Delivered first, noted down as sent after.
    const rows = () => ask<{ sent: boolean; attempts: number }>(`SELECT sent_at IS NOT NULL AS sent, attempts FROM outbox_mail WHERE data->>'tokenName' = $1`, [name])
    await expect.poll(rows).toEqual([{ sent: true, attempts: 1 }])
    await page.goto('/dev/mail')
    await expectAccessible(page, 'post box')
    await page.getByRole('link', { name: SUBJECTS[language] + name }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.frameLocator('iframe').getByRole('link', { name: LINKS[language] })).toBeVisible()
    await expect(page.locator('pre')).toContainText(`${product.url}/my-account/preferences`)
    // axe waits for a script in every frame, and in this one none may run.
    await page.locator('iframe').evaluate((frame) => frame.remove())
    await expectAccessible(page, 'a mail')
  })
}
