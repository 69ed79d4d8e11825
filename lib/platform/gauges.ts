import { Gauge, Registry } from 'prom-client'

/** One value at one moment, not kept: what it is of, what it means, and its values, by label where there is one. */
export type Reading = { name: string; help: string; label?: string; values: readonly { of?: string; value: number }[] }

/** Readings in Prometheus' text format. Of what has no value nothing is said. */
export async function writeReadings(readings: readonly Reading[]): Promise<string> {
  const registry = new Registry()
  for (const { name, help, label, values } of readings) {
    if (values.length === 0) continue
    const gauge = new Gauge({ name, help, labelNames: label === undefined ? [] : [label], registers: [registry] })
    for (const { of: labelled = '', value } of values) gauge.set(label === undefined ? {} : { [label]: labelled }, value)
  }
  return registry.metrics()
}
