import { isProblem, type Problem } from '../../kit.ts';

/** The bytes at a short-lived address. */
export async function fetchFile(link: { readonly url: string } | Problem): Promise<Uint8Array<ArrayBuffer> | Problem> {
  if (isProblem(link)) return link;
  try {
    const response = await fetch(link.url);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // Reported below: the connection failed, or the address is no longer valid.
  }
  return { problem: 'network/failed' };
}
