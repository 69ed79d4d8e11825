import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type View = { theme: 'light' | 'dark'; width: number }

/** Colours are the same in every language and words are as long in every theme: English is looked at in all four ways. */
const CROSSED: readonly View[] = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 375 },
]
const ALL: readonly View[] = [...CROSSED, { theme: 'dark', width: 1280 }, { theme: 'light', width: 375 }]

/** Spans that hand the focus on the moment they get it: nobody ever stands on one. */
const FOCUS_GUARDS = '[data-base-ui-focus-guard]'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on the page as it is. In its legacy mode it runs in the page alone and says nothing of what is right,
 * which takes a fifth of the time: otherwise all it has seen goes through a second page. Its only limit are frames of other sites.
 */
async function findingsOn(page: Page): Promise<string[]> {
  const loaded = await page.evaluate(() => 'axe' in window)
  const { violations } = await new AxeBuilder({ page, ...(loaded && { axeSource: ';' }) })
    .exclude(FOCUS_GUARDS)
    .options({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Looks with axe at what is on the page now, in each theme and each width. */
export async function expectAccessible(page: Page, what: string, { widths = [1280, 375] } = {}) {
  await expect(page.locator('h1')).toBeVisible()
  const language = await page.locator('html').getAttribute('lang')
  const views = (language === 'en' ? ALL : CROSSED).filter(({ width }) => widths.includes(width))
  for (const { theme, width } of views) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    // What has slid half under the list's head, or under the bar at the window's foot, is no target: another is in front of it.
    await page.evaluate(() => window.scrollTo(0, 0))
    if ((await page.locator('[data-bulk]').count()) > 0) await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) })
    expect(await findingsOn(page), `${what}, ${theme}, ${width} px`).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
