import { join } from 'node:path'
import { isForThisMachine } from '@/lib/mail/mailbox'
import type { Env } from '@/lib/platform/env'
import type { DemoFile } from './demo'

/** What stands on the terminal once the console answers: where it is, and how to get in. */
export function welcome({ publicUrl, dataDir, mode }: Env, demo: DemoFile | null, setupLink: string | null): string {
  const lines = ['', `  Tokenward is running at ${publicUrl}`, '']
  if (demo) {
    const width = Math.max(...demo.users.map(({ email }) => email.length))
    lines.push('  Sign in as one of these (e-mail, password, who it is):', '')
    for (const { email, password, roles, organization } of demo.users) {
      lines.push(`    ${email.padEnd(width)}  ${password}  ${roles.join(', ')} in ${organization}`)
    }
    lines.push('', `  The same, with two API tokens for scripts, is in ${join(dataDir, 'demo.json')}`)
  }
  if (setupLink) {
    lines.push('  Nobody belongs to it yet. Open this link to create the first organization and its owner:', '', `    ${setupLink}`, '')
    lines.push('  It works once, within 24 hours; the next start prints another.', '')
  }
  if (mode === 'demo') lines.push(isForThisMachine(publicUrl) ? `  Its mails are at ${publicUrl}/dev/mail, for this machine alone` : `  Its mails are in ${join(dataDir, 'mail')}`)
  return [...lines, '  Stop with Ctrl-C.', '', ''].join('\n')
}
