/** Where the local platform, and no other, serves the key files of its demo people. */
export const demoKeysAt = '/local/demo-keys';

/** A demo person and the names of their key files behind `demoKeysAt`, by purpose. */
export interface DemoKeyHolder {
  readonly name: string;
  readonly iin: string;
  /** The company that their certificates name, if they apply for one. */
  readonly company?: string;
  readonly revoked: boolean;
  readonly keys: Readonly<Record<'signature' | 'authentication', readonly DemoKeyName[]>>;
}

interface DemoKeyName {
  readonly family: 'RSA' | 'GOST';
  readonly file: string;
}

/** A key file in base64, and its password. */
export interface DemoKey {
  readonly file: string;
  readonly password: string;
}
