import { isLoopbackAddress, isThisMachine } from '../loopback'

/** Whether the console at `publicUrl` is there for browsers on its own machine alone. */
export const isForThisMachine = (publicUrl: string): boolean => isThisMachine(new URL(publicUrl).hostname)

/**
 * Whether somebody at `ip` may read the mails that were written to files: on the machine itself, while it is a demo.
 * They are other people's mails, which a demo shows since it has nobody to send them to.
 *
 * Not where the console has an address for others: behind a proxy on this machine that nobody has named as one, all of
 * them come from here.
 *
 * @see spec: quality.md §3
 */
export function mayReadMails({ mode, publicUrl }: { mode: 'demo' | 'production'; publicUrl: string }, ip: string | null): boolean {
  return mode === 'demo' && isForThisMachine(publicUrl) && ip !== null && isLoopbackAddress(ip)
}
