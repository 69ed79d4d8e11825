import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'

const ROLES = [
  { role: 'org_owner', see: true, change: true, switch: true },
  { role: 'org_admin', see: true, change: true, switch: false },
  { role: 'org_member', see: false, change: false, switch: false },
] as const
const ACTS = ['see', 'change', 'switch'] as const

const headClass = 'border-y border-line bg-surface-sunken px-3 py-2 text-left align-bottom text-xs font-label text-muted first:pl-4 max-sm:px-2 max-sm:first:pl-2'
const cellClass = 'border-b border-line px-3 py-2 text-left align-top first:pl-4 max-sm:px-2 max-sm:first:pl-2'

/** What each role may do once governance is activated. On a phone it is moved sideways, with the keyboard, too. */
export function WhoMay({ labelledBy }: { labelledBy: string }) {
  const t = useTranslations()
  return (
    <div role="region" aria-labelledby={labelledBy} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={headClass}>
              {t('getStarted.role')}
            </th>
            {ACTS.map((act) => (
              <th key={act} scope="col" className={headClass}>
                {t(`getStarted.${act}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROLES.map(({ role, ...may }) => (
            <tr key={role} className="last:*:border-b-0">
              <th scope="row" className={`${cellClass} font-label`}>
                {t(`roles.${role}.name`)}
              </th>
              {ACTS.map((act) => (
                <td key={act} className={cellClass}>
                  {may[act] ? (
                    <span className="inline-flex items-center gap-1.5">
                      <Check className="size-3.5 stroke-2" />
                      {t('getStarted.yes')}
                    </span>
                  ) : (
                    <span className="text-subtle">{t('getStarted.no')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
