/** Seconds that a source may take, and bytes that it may send: the largest lists of the national authority are a tenth. */
export const FETCH_SECONDS = 20;
export const CRL_BYTES = 32 * 1024 * 1024;

/**
 * The octets behind a configured address, or undefined when there are none to be had. Redirects are not followed: only
 * what configuration lists is asked.
 */
export async function fetchCrl(
  url: string,
  { seconds = FETCH_SECONDS, bytes = CRL_BYTES } = {},
): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(seconds * 1000) });
    if (response.status !== 200 || !response.body) return undefined;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > bytes) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    // Unreachable, too slow, redirected, cut off: the list at hand serves on while it is fresh.
    return undefined;
  }
}
