import type { Grant } from '../lib/domain/identity/session.ts';
import { isPublic } from './api/is-public.ts';
import { keepEarly } from './http/early-answers.ts';
import { alone, keep, keptOf, liveToken, PATIENCE, readKept } from './session/kept.ts';
import { chooseLanguage } from './state/choose-language.ts';

// Stands in the document itself, before any file has come: asks the API for what the page will ask first
// (web/first-load.ts), so that a slow line brings it beside the scripts and not after them. The frame takes the answers up
// (web/api/call.ts). What does not work here, the frame does itself, with all its care.
const language = chooseLanguage();
const query = new URLSearchParams(location.search);
query.delete('lang');

const token = readToken();
for (const pattern of document.documentElement.dataset['asks']!.split(' ')) {
  const address = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(query.get(name) ?? ''));
  // Another query is another question: the page knows which.
  const isKnown = address === pattern ? query.size === 0 : query.size > 0;
  if (isKnown) keepEarly(language, address, ask(address));
}

async function ask(address: string) {
  const headers = { accept: 'application/json', 'accept-language': language };
  if (isPublic(`GET ${address}`)) return fetch(address, { headers }).catch(() => {});
  const held = await token;
  if (!held) return undefined;
  return fetch(address, { headers: { ...headers, authorization: `Bearer ${held}` } }).catch(() => {});
}

/** Under the lock of all tabs; the frame waits for it, too. */
async function readToken(): Promise<string | undefined> {
  const kept = readKept();
  return liveToken(kept) ?? (kept && alone(renew));
}

async function renew() {
  const kept = readKept();
  if (!kept || liveToken(kept)) return liveToken(kept);
  const body = JSON.stringify({ refreshToken: kept.refreshToken });
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch('/sessions/refresh', { method: 'POST', headers, body, signal }).catch(() => {});
  const grant = answer?.ok && ((await answer.json().catch(() => {})) as Grant | undefined);
  if (!grant) return undefined;
  const next = keptOf(grant);
  keep(next);
  return liveToken(next);
}
