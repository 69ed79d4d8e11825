export type Said = 'copied' | 'notCopied' | 'downloaded' | 'printed'

/** What was done about the secret; `overwritten`: something else took its place in the clipboard. */
export type KeepingAct = Said | 'overwritten'

/** Where the secret is by now, and what there is to say of the last attempt. */
export type Keeping = { inClipboard: boolean; onDisk: boolean; said: Said | null }

export const NOT_KEPT: Keeping = { inClipboard: false, onDisk: false, said: null }

/** Printing keeps nothing: a browser does not tell whether the paper came out or the print was cancelled. */
export function afterAct(keeping: Keeping, act: KeepingAct): Keeping {
  if (act === 'overwritten') return { ...keeping, inClipboard: false, said: keeping.said === 'copied' ? null : keeping.said }
  return { inClipboard: keeping.inClipboard || act === 'copied', onDisk: keeping.onDisk || act === 'downloaded', said: act }
}

export function isKept({ inClipboard, onDisk }: Keeping): boolean {
  return inClipboard || onDisk
}
