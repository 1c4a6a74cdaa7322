import type { Answer } from '../api/call.ts';
import { answerOf, within } from './database.ts';

type Services = Answer<'GET /services'>;
type Service = Answer<'GET /services/{service}'>;

/** Milliseconds after which a service is asked for again while there is a connection. */
const FRESH = 6 * 3_600_000;

interface Kept {
  readonly question: string;
  readonly at: number;
  readonly answer: unknown;
}

/** What anybody may read: which services an office offers, and what each asks for. */
async function read(question: string): Promise<Kept | undefined> {
  if (!globalThis.indexedDB) return undefined;
  const found = await within(['catalogue'], 'readonly', (store) => answerOf(store('catalogue').get(question)));
  return found as Kept | undefined;
}

async function write(question: string, answer: unknown): Promise<void> {
  if (!globalThis.indexedDB) return;
  const kept: Kept = { question, at: Date.now(), answer };
  await within(['catalogue'], 'readwrite', (store) => answerOf(store('catalogue').put(kept)));
}

export const keepOffered = (office: string, answer: Services) => write(`office ${office}`, answer);
export const readOffered = async (office: string) => (await read(`office ${office}`))?.answer as Services | undefined;
export const keepService = (answer: Service) => write(`service ${answer.id}`, answer);
export const readService = async (id: string) => (await read(`service ${id}`))?.answer as Service | undefined;
export const isFresh = async (id: string) => ((await read(`service ${id}`))?.at ?? 0) + FRESH > Date.now();
