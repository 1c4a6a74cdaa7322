import type { Language } from '../../lib/domain/language/bilingual.ts';
import type { CheckedKey } from './key-file/open-key.ts';
import type { Connect } from './ncalayer/talk.ts';
import type { Who } from './way.ts';

/** `undefined`: the browser does not have this permission and does not ask for it. */
export type Permission = 'granted' | 'prompt' | 'denied' | undefined;

/** What only signing needs, loaded when it begins. */
export type Tools = typeof import('../later/signing-tools.ts');

/** Questions that the ways ask people; the signing panel answers. `undefined`: the person cancelled. */
export interface Ask {
  /** Explains what the browser is about to ask, before it asks. False: the person does not want that. */
  readonly permission: () => Promise<boolean>;
  /** A key that was opened and checked (`openKey`), and shown with its owner and end. */
  readonly key: (who: Who) => Promise<CheckedKey | undefined>;
  /** A file from elsewhere. */
  readonly cms: (content: Uint8Array) => Promise<Uint8Array | undefined>;
}

/** The parts of the browser on which signing depends. */
export interface Environment {
  readonly language: Language;
  readonly isPhone: boolean;
  /** Whether there is WebCrypto: `isSecureContext`. A phone that opened `http://192.168…` has none. */
  readonly isSecure: boolean;
  /** Whether the page came from another computer: only then does the browser ask. */
  readonly isPublic: boolean;
  readonly now: () => Date;
  readonly connect: Connect;
  readonly permission: () => Promise<Permission>;
  readonly tools: () => Promise<Tools>;
  readonly ask: Ask;
}
