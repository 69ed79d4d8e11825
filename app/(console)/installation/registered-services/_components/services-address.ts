export const SERVICES_PATH = '/installation/registered-services'
export const ADD_PATH = `${SERVICES_PATH}/add`

/** `add` is no service's page: what a service of that name needs is one level deeper. */
export const servicePath = (id: string) => `${SERVICES_PATH}/of/${id}`
