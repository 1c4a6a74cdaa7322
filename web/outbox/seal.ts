/** Bytes that only the key of their session opens. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Named so because Node, where this is tested, has the type under another name. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Bytes of a nonce of AES-GCM (NIST SP 800-38D). */
const NONCE = 12;

const text = new TextEncoder();
const settings = (iv: Uint8Array<ArrayBuffer>, about: string) => ({
  ...{ name: 'AES-GCM', iv, additionalData: text.encode(about) },
});

/** No script can read the key: it can only be used, in this browser. */
export const makeKey = (): Promise<Key> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** `about` is where it belongs: what was sealed there does not open elsewhere. */
export async function seal(key: Key, bytes: ArrayBuffer, about: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  return { iv, data: await crypto.subtle.encrypt(settings(iv, about), key, bytes) };
}

/** @throws DOMException if the key, the place or a byte is another one */
export const unseal = (key: Key, { iv, data }: Sealed, about: string): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt(settings(iv, about), key, data);

export const sealValue = (key: Key, value: unknown, about: string): Promise<Sealed> =>
  seal(key, text.encode(JSON.stringify(value)).buffer, about);

export const unsealValue = async (key: Key, sealed: Sealed, about: string): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await unseal(key, sealed, about)));
