/** Milliseconds of each call of the API, by method and path without ids. */
export type Times = Readonly<Record<string, readonly number[]>>;

/** From now on every `fetch` of this process is timed until its answer has begun. */
export function timeCalls(): { readonly take: () => Times } {
  const times: Record<string, number[]> = {};
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const from = performance.now();
    const answer = await plain(input, init);
    (times[routeOf(String(input), init?.method ?? 'GET')] ??= []).push(performance.now() - from);
    return answer;
  };
  return { take: () => times };
}

const routeOf = (address: string, method: string) => {
  const { pathname } = new URL(address);
  const isObject = pathname.startsWith('/e-akimat-');
  return isObject ? `${method} of an object` : `${method} ${pathname.replaceAll(/[0-9A-Z]{26}/g, '{id}')}`;
};
