/** Bounds of the service; a test may set them lower. Times in milliseconds. */
export interface Limits {
  /** Octets of a request's body. Base64 takes a third more than the document. */
  readonly body: number;
  /** Calls that are read or checked at once; each holds its body in memory. */
  readonly calls: number;
  readonly connections: number;
  /** For the headers, and for the whole request, from a client that sends slowly. */
  readonly headersTime: number;
  readonly requestTime: number;
  /** How often Node looks for requests that have taken too long. */
  readonly lookTime: number;
}

export const defaultLimits: Limits = {
  body: 16 * 1024 * 1024,
  calls: 8,
  connections: 256,
  headersTime: 10_000,
  requestTime: 30_000,
  lookTime: 5_000,
};

/** Certificates of one `/x509/info`: all together are paid from one budget. */
export const mostCertificates = 16;
/** Characters of one certificate. */
export const longestCertificate = 65_536;
