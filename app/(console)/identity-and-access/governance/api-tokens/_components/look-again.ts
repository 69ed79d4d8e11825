/** Milliseconds that a look may take: one that hangs would be the last. */
const GIVE_UP_AFTER = 10_000

/** Asks once; gives up, so that it fails, when `signal` says so. */
export type Look<Found> = (signal: AbortSignal) => Promise<Found>

/**
 * Looks again and again at what goes on elsewhere, one look at a time: the next is taken `every` milliseconds after the
 * last was answered, so that a late answer never comes after a newer one. A look that fails is made up for by the next.
 *
 * @param onFound is told each answer, and none that comes after the end
 * @returns what ends it
 */
export function lookAgain<Found>(look: Look<Found>, every: number, onFound: (found: Found) => void): () => void {
  let ended = false
  let timer = setTimeout(lookOnce, every)
  function lookOnce() {
    void look(AbortSignal.timeout(GIVE_UP_AFTER))
      .then(
        (found) => (ended ? undefined : onFound(found)),
        () => undefined,
      )
      .finally(() => {
        if (!ended) timer = setTimeout(lookOnce, every)
      })
  }
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
