/** Where scans and documents are: at the buckets' own addresses, unless the SDK's variable says that S3 is elsewhere. */
export const storageOrigins = (
  origins: readonly string[],
  { AWS_ENDPOINT_URL_S3: elsewhere }: Readonly<Record<string, string | undefined>>,
): readonly string[] => (elsewhere === undefined ? origins : [new URL(elsewhere).origin]);
