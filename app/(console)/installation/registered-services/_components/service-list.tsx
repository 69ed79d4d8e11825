import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ShortDay } from '@/components/tokens/instant'
import { linkClass } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import { Cell, Head, HeadCell, NameCell, Row, RowGroup, Table, TwoLines } from '@/components/ui/table'
import type { RegisteredService } from '@/lib/oauth/queries/list-services'
import { servicePath } from './services-address'

const ID = 'service-list'

function Columns() {
  const t = useTranslations('services')
  return (
    <Head>
      <HeadCell>{t('service')}</HeadCell>
      <HeadCell>{t('roles')}</HeadCell>
      <HeadCell className="w-[10rem]">{t('added')}</HeadCell>
      <HeadCell className="w-[10rem]">{t('secretSince')}</HeadCell>
    </Head>
  )
}

type ServiceRowProps = { service: RegisteredService; now: Date }

function ServiceRow({ service: { id, displayName, roles, createdAt, secretCreatedAt }, now }: ServiceRowProps) {
  const t = useTranslations('services')
  const names = roles.map((role) => role.displayName).join(', ')
  return (
    <RowGroup>
      <Row>
        <NameCell>
          <TwoLines second={<code>{id}</code>}>
            <Link href={servicePath(id)} className={linkClass}>
              {displayName}
            </Link>
          </TwoLines>
        </NameCell>
        <Cell at="full">
          <TwoLines label={t('roles')}>{names || <span className="text-subtle">{t('noRoles')}</span>}</TwoLines>
        </Cell>
        <Cell at="left">
          <TwoLines label={t('added')}>
            <ShortDay at={createdAt} now={now} />
          </TwoLines>
        </Cell>
        <Cell at="right">
          <TwoLines label={t('secretSince')}>{secretCreatedAt ? <ShortDay at={secretCreatedAt} now={now} /> : <span className="text-subtle">{t('noSecret')}</span>}</TwoLines>
        </Cell>
      </Row>
    </RowGroup>
  )
}

export function ServiceList({ services, now }: { services: RegisteredService[]; now: Date }) {
  const t = useTranslations('services')
  return (
    <Panel aria-labelledby={ID} className="@container max-w-[64rem] overflow-clip">
      <h2 id={ID} className="sr-only">
        {t('caption')}
      </h2>
      <Table aria-labelledby={ID}>
        <Columns />
        {services.map((service) => (
          <ServiceRow key={service.id} service={service} now={now} />
        ))}
      </Table>
    </Panel>
  )
}
