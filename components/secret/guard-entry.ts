/** The part of the Navigation API that is used here; not every browser has it. */
type Navigation = EventTarget & { currentEntry: { key: string } | null; traverseTo: (key: string) => unknown }
type Navigate = Event & { navigationType: string }

function navigationApi(): Navigation | null {
  return 'navigation' in window ? (window.navigation as Navigation) : null
}

type Guard = {
  /** Back, or an entry further away, was asked for and was not followed. */
  onRefused: () => void
  /** The guard's entry has been left. */
  onLeft: () => void
  /** Whether leaving needs no question. */
  mayLeave: () => boolean
}

/**
 * Gives what stands over a page an entry of its own in the browser's history, for Back to step off without leaving
 * the page. Nothing is in it but the page's own entry once more. The router hears of Back before we do, and finds the
 * page unchanged.
 *
 * A browser with the Navigation API does not even begin to go, as long as the page has been touched since the last
 * question; without it, or when it insists, the way back to this entry is taken. Only a jump over several entries in a
 * browser without that API is lost.
 *
 * @returns how to step off the entry, and how to watch it, which gives back how to stop
 */
export function pushGuardEntry({ onRefused, onLeft, mayLeave }: Guard): { stepOff: () => void; watch: () => () => void } {
  const navigation = navigationApi()
  const address = window.location.href
  let returning = false
  let leaving = false
  window.history.pushState(window.history.state, '', address)
  const key = navigation?.currentEntry?.key

  function goBackToEntry() {
    returning = true
    // Forward instead of a new entry: browsers let Back skip a page that adds entries without having been touched.
    if (navigation && key) navigation.traverseTo(key)
    else window.history.forward()
  }
  function onPop() {
    if (returning) {
      returning = false
      return
    }
    const lost = window.location.href !== address && !navigation
    if (leaving || lost || mayLeave()) return onLeft()
    goBackToEntry()
    onRefused()
  }
  function onNavigate(event: Event) {
    const { navigationType, cancelable } = event as Navigate
    if (navigationType !== 'traverse' || !cancelable || leaving || returning || mayLeave()) return
    event.preventDefault()
    onRefused()
  }
  return {
    stepOff() {
      leaving = true
      window.history.back()
    },
    watch() {
      window.addEventListener('popstate', onPop)
      navigation?.addEventListener('navigate', onNavigate)
      return () => {
        window.removeEventListener('popstate', onPop)
        navigation?.removeEventListener('navigate', onNavigate)
      }
    },
  }
}
