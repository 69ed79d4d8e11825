'use client'

import { useTranslations } from 'next-intl'
import { useEcho } from '@/components/forms/use-echo'
import { Instant } from '@/components/tokens/instant'
import { Panel, PanelHead } from '@/components/ui/panel'
import type { OwnMfa } from '@/lib/identity/queries/find-own-mfa'
import { Deactivate } from './deactivate'
import type { DeviceProps } from './device'
import { DEVICE_TITLE_ID } from './device-title'
import { Enforced } from './enforced'
import { Recovery } from './recovery'
import { TurnOff } from './turn-off'
import { TurnOn } from './turn-on'

type ActivatedDeviceProps = Pick<DeviceProps, 'mfa' | 'hasPassword' | 'asked' | 'actions' | 'onCodes'> & { device: NonNullable<OwnMfa['device']> }

const partClass = 'border-t border-line px-5 py-4 max-sm:px-4'

/** The word for it, alone: in a toast it follows the language that was just chosen. */
function TurnedText({ on }: { on: boolean }) {
  return useTranslations('mfa')(on ? 'turnedOnNow' : 'turnedOffNow')
}

/** The device with its switch, and the recovery codes that stand in for it. */
export function ActivatedDevice({ mfa, device, hasPassword, asked, actions, onCodes }: ActivatedDeviceProps) {
  const t = useTranslations('mfa')
  const [toast, echo] = useEcho()
  const onTurned = (on: boolean) => {
    // The switch that had the focus gives way to its opposite.
    document.getElementById(DEVICE_TITLE_ID)?.focus()
    echo(<TurnedText on={on} />)
  }
  return (
    <>
      <Panel aria-labelledby={DEVICE_TITLE_ID}>
        <PanelHead id={DEVICE_TITLE_ID} title={t('device')} help={t(mfa.turnedOn || mfa.enforced ? 'whileOn' : 'whileOff')} />
        <div className={`${partClass} flex flex-wrap items-center justify-between gap-x-6 gap-y-3`}>
          <div className="grid min-w-0 gap-0.5">
            <strong className="wrap-anywhere">{device.name}</strong>
            <span className="text-xs text-subtle">{t.rich('activatedOn', { at: () => <Instant at={device.activatedAt} precision="day" /> })}</span>
          </div>
          {asked === 'deactivate' ? null : <Deactivate deactivate={actions.deactivate} enforcedBy={mfa.enforcedBy} inline={false} />}
        </div>
        {asked === 'deactivate' ? <Deactivate deactivate={actions.deactivate} enforcedBy={mfa.enforcedBy} inline /> : null}
        <div className={partClass}>
          {mfa.enforced ? (
            <Enforced by={mfa.enforcedBy} />
          ) : mfa.turnedOn ? (
            <TurnOff turnOff={actions.turnOff} onTurned={() => onTurned(false)} />
          ) : (
            <TurnOn turnOn={actions.turnOn} hasPassword={hasPassword} onTurned={() => onTurned(true)} />
          )}
        </div>
      </Panel>
      <Recovery left={mfa.recoveryCodesLeft} renew={actions.renew} inline={asked === 'renew'} onCodes={onCodes} />
      {toast}
    </>
  )
}
