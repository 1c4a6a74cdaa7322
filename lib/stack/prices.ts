/**
 * List prices in US dollars by region, as the project knew them on the date, without free tiers and taxes. Prices change; check the services'
 * price pages before you plan a budget, and add a row for another region.
 */
const regions = {
  'eu-central-1': {
    date: '2026-11-28',
    /** A month. */
    key: 1,
    firewall: 5,
    firewallRule: 1,
    alarmMetric: 0.1,
    customMetric: 0.3,
    dashboard: 3,
    /** A GB for a month. */
    gigabyteOfObjects: 0.0245,
    gigabyteOfItems: 0.306,
    /** A call, and a second of 1 GB (arm64). */
    call: 0.2e-6,
    gigabyteSecond: 0.0000133334,
    /** A request through the API (REST), and through the firewall. */
    apiCall: 3.7e-6,
    firewallCall: 0.6e-6,
    /** A transition of a standard workflow. */
    transition: 25e-6,
    /** A request unit of an on-demand table. */
    readUnit: 0.1525e-6,
    writeUnit: 0.7625e-6,
    /** A PUT or LIST; a GET or HEAD. */
    objectWrite: 5.4e-6,
    objectRead: 0.43e-6,
    /** A signature with an asymmetric key. */
    keyUse: 15e-6,
    /** A letter. */
    mail: 0.1e-3,
    /** A recorded trace. */
    trace: 5e-6,
    /** A GB written to logs. */
    logs: 0.63,
  },
} as const;

export type Prices = (typeof regions)[keyof typeof regions];
export const pricedRegions: readonly string[] = Object.keys(regions);

/** Undefined for a region whose prices nobody has written down. */
export const pricesIn = (region: string): Prices | undefined =>
  region in regions ? regions[region as keyof typeof regions] : undefined;
