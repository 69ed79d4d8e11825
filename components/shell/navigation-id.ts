/** The side navigation is a popover on narrow screens: opened, closed and left by the browser, before JavaScript too. */
export const NAVIGATION_ID = 'navigation'
