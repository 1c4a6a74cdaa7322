/** The origins of scans and documents: the buckets' own addresses, unless the SDK's variable names another S3. */
export const storageOrigins = (
  origins: readonly string[],
  { AWS_ENDPOINT_URL_S3: elsewhere }: Readonly<Record<string, string | undefined>>,
): readonly string[] => (elsewhere === undefined ? origins : [new URL(elsewhere).origin]);
