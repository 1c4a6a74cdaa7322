import { isProblem, type Problem } from '../../kit.ts';

/** The bytes behind a short-lived address. */
export async function fetchFile(link: { readonly url: string } | Problem): Promise<Uint8Array<ArrayBuffer> | Problem> {
  if (isProblem(link)) return link;
  try {
    const response = await fetch(link.url);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // Said below: the line was cut, or the address is good no more.
  }
  return { problem: 'network/failed' };
}
