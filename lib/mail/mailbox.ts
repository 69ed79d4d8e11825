/**
 * Whether somebody at `ip` may read the mails that were written to files: on the machine itself, while it is a demo.
 * They are other people's mails, which a demo shows since it has nobody to send them to.
 *
 * @see spec: quality.md §3
 */
export function mayReadMails(mode: 'demo' | 'production', ip: string | null): boolean {
  return mode === 'demo' && ip !== null && (ip === '::1' || ip.startsWith('127.'))
}
