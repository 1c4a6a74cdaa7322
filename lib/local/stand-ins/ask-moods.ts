import * as z from 'zod';
import { Mood, parts, type Moods } from './spoil.ts';

const Answered = z.record(z.enum(parts), Mood);

/** How each part of running stand-ins answers. @throws Error in words if they do not run */
export const askMoods = (url: string): Promise<Moods> => call(url, '/moods');

export const changeMood = (url: string, part: string, mood: Mood): Promise<Moods> =>
  call(url, `/moods/${part}`, { method: 'PUT', body: JSON.stringify(mood) });

const Paid = z.object({ number: z.string(), tenge: z.number(), paidAt: z.string() });

/** Pays an invoice at running stand-ins. @returns why not, if the payments do not take the money */
export async function payInvoice(url: string, number: string): Promise<z.infer<typeof Paid> | 'unknown' | 'expired'> {
  const response = await reach(url, `/paid/${encodeURIComponent(number)}`, { method: 'PUT' });
  if (response.status === 404) return 'unknown';
  if (response.status === 409) return 'expired';
  if (!response.ok) throw new Error(`the stand-ins at ${url} answered ${response.status}`);
  return Paid.parse(await response.json());
}

const reach = (url: string, path: string, init: RequestInit) =>
  fetch(`${url}${path}`, init).catch((cause: unknown) => {
    throw new Error(`nothing answers at ${url}: is the platform still running?`, { cause });
  });

async function call(url: string, path: string, init: RequestInit = {}): Promise<Moods> {
  const response = await reach(url, path, init);
  if (!response.ok) throw new Error(`the stand-ins at ${url} answered ${response.status}`);
  return Answered.parse(await response.json());
}
