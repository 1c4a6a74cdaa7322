/** A digest that takes its message in pieces. */
export interface RunningDigest {
  readonly update: (octets: Uint8Array) => void;
  /** Ends it; no `update` may follow. */
  readonly finish: () => Uint8Array;
}
