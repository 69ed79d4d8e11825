import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const THEMES = ['light', 'dark'] as const
const WIDTHS = [1280, 375]

/** Spans that hand the focus on the moment they get it: nobody ever stands on one. */
const FOCUS_GUARDS = '[data-base-ui-focus-guard]'

/** Looks with axe at what is on the page now, in both themes and both widths. */
export async function expectAccessible(page: Page, what: string, { widths = WIDTHS } = {}) {
  await expect(page.locator('h1')).toBeVisible()
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const { violations } = await new AxeBuilder({ page })
        .exclude(FOCUS_GUARDS)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
      expect(findings, `${what}, ${theme}, ${width} px`).toEqual([])
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
