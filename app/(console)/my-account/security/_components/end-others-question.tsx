'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { EndOthersQuestionProps } from './end-others'

/** Fetched when it is asked, see ./end-others.tsx. */
export function EndOthersQuestion({ count, open, pending, refusal, onConfirm, onLeave }: EndOthersQuestionProps) {
  const t = useTranslations('security')
  return (
    <Dialog
      open={open}
      onLeave={pending ? () => undefined : onLeave}
      title={t('endOthersTitle', { count })}
      footer={
        <>
          <Button onClick={onLeave}>{t('keepOthers', { count })}</Button>
          <Button look="danger" busy={pending} onClick={onConfirm}>
            {t('endOthersConfirm', { count })}
          </Button>
        </>
      }
    >
      {refusal ? <RefusalBanner refusal={refusal} /> : null}
      <p className="text-md text-pretty">{t('endOthersText', { count })}</p>
    </Dialog>
  )
}
