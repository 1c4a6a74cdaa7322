import type { Language } from '../../lib/domain/language/bilingual.ts';
import type { CheckedKey } from './key-file/open-key.ts';
import type { Connect } from './ncalayer/talk.ts';
import type { Who } from './way.ts';

/** `undefined`: a browser that has no such permission and asks for none. */
export type Permission = 'granted' | 'prompt' | 'denied' | undefined;

/** What only signing needs, fetched when it begins. */
export type Tools = typeof import('../later/signing-tools.ts');

/** What the ways ask people for; the signing panel answers. `undefined`: the person turned back. */
export interface Ask {
  /** Says what the browser is about to ask, before it asks. False: the person would rather not. */
  readonly permission: () => Promise<boolean>;
  /** A key that was opened and checked (`openKey`), and shown with its owner and end. */
  readonly key: (who: Who) => Promise<CheckedKey | undefined>;
  /** A file brought from elsewhere. */
  readonly cms: (content: Uint8Array) => Promise<Uint8Array | undefined>;
}

/** The browser, as far as signing depends on it. */
export interface Environment {
  readonly language: Language;
  readonly isPhone: boolean;
  /** Whether there is WebCrypto: `isSecureContext`. A phone that opened `http://192.168…` has none. */
  readonly isSecure: boolean;
  /** Whether the page came from elsewhere than this computer: only then does the browser ask. */
  readonly isPublic: boolean;
  readonly now: () => Date;
  readonly connect: Connect;
  readonly permission: () => Promise<Permission>;
  readonly tools: () => Promise<Tools>;
  readonly ask: Ask;
}
