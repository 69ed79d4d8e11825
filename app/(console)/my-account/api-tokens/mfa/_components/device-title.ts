/** The panel's title, to which the focus goes where what had it is gone. */
export const DEVICE_TITLE_ID = 'mfa-device'
