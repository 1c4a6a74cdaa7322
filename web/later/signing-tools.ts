/** Reading keys and signatures, and signing: one script, loaded when somebody has chosen how to sign. */
export { signDetached } from '../../lib/signing/sign-detached.ts';
export { checkCms } from '../signing/check-cms.ts';
export { endsInDays, openKey } from '../signing/key-file/open-key.ts';
