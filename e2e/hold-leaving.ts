import type { Page } from '@playwright/test'

/** Dialogs that are closed stay, on their way out, until that is let go on by what this gives back: as on a machine with much else to do. */
export async function holdLeaving(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const held = new CSSStyleSheet()
    held.replaceSync('@keyframes held { from { opacity: 1 } } [role=dialog][data-ending-style] { animation: held 600s }')
    document.adoptedStyleSheets = [held]
  })
  return () =>
    page.evaluate(() => {
      const leaving = document.getAnimations().filter((each) => each instanceof CSSAnimation && each.animationName === 'held')
      for (const each of leaving) each.finish()
      document.adoptedStyleSheets = []
    })
}
