import { addressOf } from './send.ts';

/** What came back; nothing if it could not be asked for, and the page has to ask itself. */
type Early = Promise<Response | undefined | void>;

declare global {
  /** By language and address. */
  var early: Map<string, Early> | undefined;
}

const keyOf = (language: string, address: string) => `${language} ${address}`;

/** Keeps an answer for the page that is being loaded. */
export function keepEarly(language: string, address: string, answer: Early) {
  (globalThis.early ??= new Map()).set(keyOf(language, address), answer);
}

/**
 * The answer that the document has asked for before the scripts came (web/early.ts). It is given once: whoever asks again
 * wants to know what is true by then.
 */
export function takeEarly(route: string, message: Parameters<typeof addressOf>[1] & { readonly language: string }) {
  const [method, pattern = '/'] = route.split(' ');
  const key = keyOf(message.language, addressOf(pattern, message));
  const early = method === 'GET' ? globalThis.early?.get(key) : undefined;
  globalThis.early?.delete(key);
  return early;
}

/** On another page, what was asked for and not used is no longer true. */
export const forgetEarly = () => globalThis.early?.clear();
