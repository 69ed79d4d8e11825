import { useTranslations } from 'next-intl'
import { Avatar } from '@/components/shell/avatar'
import { ClientMessages } from '@/components/shell/client-messages'
import { Panel, PanelHead } from '@/components/ui/panel'
import { SwitchButton, type SwitchAction } from './switch-button'

const ID = 'other-organizations'

type OtherOrganizationsProps = { organizations: { id: string; name: string }[]; switchAction: SwitchAction }

export function OtherOrganizations({ organizations, switchAction }: OtherOrganizationsProps) {
  const t = useTranslations('myRoles')
  return (
    <Panel aria-labelledby={ID}>
      <PanelHead id={ID} title={t('elsewhere')} help={t('elsewhereHelp')} />
      <ClientMessages parts={['myRoles']}>
        <ul aria-labelledby={ID}>
          {organizations.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-3 border-t border-line px-5 py-2.5 max-sm:px-4">
              <Avatar shape="organization" name={name} />
              <span className="min-w-0 flex-1 font-label wrap-anywhere">{name}</span>
              <SwitchButton organization={{ id, name }} switchAction={switchAction} />
            </li>
          ))}
        </ul>
      </ClientMessages>
    </Panel>
  )
}
