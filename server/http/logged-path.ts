/** An API token, or most of one, with the organization that it begins with. */
const API_TOKEN = /tw_[0-9A-Za-z]{22}_?[0-9A-Za-z]*/g

/** A path as the log may hold it: whoever pastes an API token into an address has it nowhere but there. */
export const loggedPath = (path: string): string => path.replaceAll(API_TOKEN, 'tw_[redacted]')
