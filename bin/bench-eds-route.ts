import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { keyFamilies, type KeyFamily } from '../lib/signing/signing-key.ts';
import { makeAttackedAuthority, type AttackedAuthority } from './hostile/authority.ts';
import { makeBody } from './hostile/body.ts';
import { recipes } from './hostile/recipe.ts';
import { measure } from './bench-eds-measure.ts';
import { spawnServer } from './spawn-server.ts';

/** Octets of content that the route accepts within a CMS. */
const mostContent = 600 * 1024;

interface Told {
  readonly name: string;
  readonly status: number;
  readonly octets: number;
  /**
   * Milliseconds until the answer, and the longest time for which another caller waited for the list of services
   * meanwhile.
   */
  readonly milliseconds: number;
  readonly waited: number;
}

/**
 * The ten most expensive hostile bodies, sent to `POST /eds/verifications` of a running platform, each the best of
 * three, while another caller reads at the same time.
 */
export async function benchRoute(): Promise<readonly string[]> {
  const server = await spawnServer('bin/hostile/serve.ts');
  try {
    const authorities = new Map<KeyFamily, AttackedAuthority>();
    for (const family of keyFamilies) authorities.set(family, await makeAttackedAuthority(family));
    for (let warm = 0; warm < 200; warm++) await read(server.url);
    const alone = await longestOf(server.url, new Promise((resolve) => setTimeout(resolve, 500)));
    const all: Told[] = [];
    for (const [name, recipe] of Object.entries(recipes)) {
      const within = { ...recipe, content: Math.min(recipe.content, mostContent) };
      const cms = makeBody(within, authorities.get(recipe.family)!);
      const runs = [];
      for (let run = 0; run < 3; run++) runs.push(await tell(server.url, name, cms));
      all.push(runs.toSorted((a, b) => a.milliseconds - b.milliseconds)[0]!);
    }
    const content = Buffer.alloc(mostContent);
    const hashing = await measure(20, () => createHash('sha256').update(content).digest());
    return [
      ...all
        .toSorted((a, b) => b.milliseconds - a.milliseconds)
        .slice(0, 10)
        .map(row),
      `nobody else there: the reader waited ${alone.toFixed(0)} ms at most; hashing ${mostContent} octets by SHA-256: ${(hashing / 1000).toFixed(1)} ms`,
    ];
  } finally {
    await server.stop();
  }
}

const row = ({ name, octets, milliseconds, waited, status }: Told): string =>
  `${name.padEnd(44)}  ${(octets / 1024).toFixed(0).padStart(6)} KiB  ${status}  ${milliseconds.toFixed(0).padStart(5)} ms  a reader beside it waited ${waited.toFixed(0).padStart(4)} ms at most`;

async function tell(url: string, name: string, cms: Uint8Array): Promise<Told> {
  const body = JSON.stringify({ cms: Buffer.from(cms).toString('base64') });
  const begun = performance.now();
  let milliseconds = 0;
  const sent = fetch(`${url}/eds/verifications`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
  }).then(async (response) => {
    await response.arrayBuffer();
    milliseconds = performance.now() - begun;
    return response.status;
  });
  const waited = await longestOf(url, sent);
  return { name, status: await sent, octets: cms.length, milliseconds, waited };
}

const read = async (url: string): Promise<void> => void (await (await fetch(`${url}/services`)).arrayBuffer());

/** The longest of the reads, one after another, until something is over. */
async function longestOf(url: string, until: Promise<unknown>): Promise<number> {
  const over = new AbortController();
  void until.then(() => over.abort());
  let longest = 0;
  while (!over.signal.aborted) {
    const from = performance.now();
    await read(url);
    longest = Math.max(longest, performance.now() - from);
  }
  return longest;
}
