/** Limits in seconds and bytes, and the body to POST; without `post` it is a GET. */
export interface FetchTerms {
  readonly seconds: number;
  readonly bytes: number;
  readonly post?: { readonly type: string; readonly body: Uint8Array };
  /** Cancels the call. */
  readonly signal?: AbortSignal;
}

/**
 * The octets at a configured address, or undefined on failure: unreachable, too slow, too much, cut off, a status other
 * than 200. Redirects are not followed: only configured addresses are called.
 */
export async function fetchOctets(url: string, { seconds, bytes, post, signal }: FetchTerms) {
  const timeout = AbortSignal.timeout(seconds * 1000);
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(post && { method: 'POST', headers: { 'content-type': post.type }, body: Buffer.from(post.body) }),
    });
    if (response.status === 200 && response.body) return await readAtMost(bytes, response.body);
    await response.body?.cancel();
    return undefined;
  } catch {
    return undefined;
  }
}

async function readAtMost(bytes: number, body: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > bytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
