import { Inbox } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Instant } from '@/components/tokens/instant'
import { Empty } from '@/components/ui/empty'
import { linkClass } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Panel } from '@/components/ui/panel'
import { Cell, Head, HeadCell, NameCell, Row, RowGroup, Table, TwoLines } from '@/components/ui/table'
import { isMailReader, listDeliveredMails, type DeliveredMail } from '@/lib/mail/queries'

async function MailTable({ mails }: { mails: DeliveredMail[] }) {
  const t = await getTranslations('mailbox')
  return (
    <Panel>
      <Table>
        <Head>
          <HeadCell>{t('subject')}</HeadCell>
          <HeadCell>{t('to')}</HeadCell>
          <HeadCell>{t('at')}</HeadCell>
        </Head>
        <RowGroup>
          {mails.map(({ id, subject, to, at }) => (
            <Row key={id}>
              <NameCell>
                <Link href={`/dev/mail/${id}`} className={linkClass}>
                  <bdi>{subject}</bdi>
                </Link>
              </NameCell>
              <Cell at="full">
                <TwoLines label={t('to')}>{to}</TwoLines>
              </Cell>
              <Cell at="full">
                <TwoLines label={t('at')}>{at ? <Instant at={at} /> : null}</TwoLines>
              </Cell>
            </Row>
          ))}
        </RowGroup>
      </Table>
    </Panel>
  )
}

/** The demo's post box: everybody's mails, on this machine alone. */
export default async function MailboxPage() {
  if (!(await isMailReader())) notFound()
  const [mails, t] = await Promise.all([listDeliveredMails(), getTranslations('mailbox')])
  return (
    <main className="mx-auto max-w-[64rem] px-6 pt-8 pb-16 max-sm:px-4 max-sm:pt-5">
      <PageHead title={t('title')} lead={t.rich('lead', { folder: 'DATA_DIR/mail', code: (name) => <code>{name}</code> })} />
      {mails.length > 0 ? (
        <MailTable mails={mails} />
      ) : (
        <Empty icon={Inbox} title={t('emptyTitle')}>
          {t('emptyText')}
        </Empty>
      )}
    </main>
  )
}
