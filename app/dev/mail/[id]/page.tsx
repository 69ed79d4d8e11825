import { ArrowLeft } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Instant } from '@/components/tokens/instant'
import { linkClass } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { panelClass } from '@/components/ui/panel'
import { findDeliveredMail, isMailReader, type DeliveredMail } from '@/lib/mail/queries'

async function requireMail({ params }: PageProps<'/dev/mail/[id]'>): Promise<DeliveredMail> {
  const mail = (await isMailReader()) ? await findDeliveredMail((await params).id) : null
  return mail ?? notFound()
}

/** One mail of the demo: who, what, and both of its faces. Its markup stands in a frame in which nothing may run. */
export default async function MailPage(props: PageProps<'/dev/mail/[id]'>) {
  const [mail, t] = await Promise.all([requireMail(props), getTranslations('mailbox')])
  return (
    <main className="mx-auto grid max-w-[48rem] gap-5 px-6 pt-8 pb-16 max-sm:px-4 max-sm:pt-5">
      <Link href="/dev/mail" className={`${linkClass} inline-flex items-center gap-1.5 justify-self-start`}>
        <ArrowLeft />
        {t('back')}
      </Link>
      <PageTitle>{mail.subject}</PageTitle>
      <h1 className="wrap-anywhere">
        <bdi>{mail.subject}</bdi>
      </h1>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 gap-y-1">
        <dt className="text-muted">{t('from')}</dt>
        <dd className="wrap-anywhere">{mail.from}</dd>
        <dt className="text-muted">{t('to')}</dt>
        <dd className="wrap-anywhere">{mail.to}</dd>
        <dt className="text-muted">{t('at')}</dt>
        <dd>{mail.at ? <Instant at={mail.at} /> : null}</dd>
      </dl>
      <section className="grid gap-2">
        <h2>{t('html')}</h2>
        <iframe title={t('html')} sandbox="allow-popups allow-popups-to-escape-sandbox" srcDoc={mail.html} className={`${panelClass} h-[46rem] w-full max-sm:h-[58rem] overflow-hidden`} />
      </section>
      <section className="grid gap-2">
        <h2>{t('text')}</h2>
        <pre dir="auto" className={`${panelClass} overflow-x-auto p-4 font-mono text-xs whitespace-pre-wrap`}>
          {mail.text}
        </pre>
      </section>
    </main>
  )
}
