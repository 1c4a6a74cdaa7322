/** Reading keys and signatures, and signing: one script, loaded when somebody has chosen how to sign. */
export { checkCms } from '../signing/check-cms.ts';
export { signEach } from '../signing/sign-each.ts';
export { endsInDays, openKey } from '../signing/key-file/open-key.ts';
