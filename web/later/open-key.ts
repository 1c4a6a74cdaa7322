/** Reading a key file comes when somebody has chosen one. */
export { endsInDays, openKey } from '../signing/key-file/open-key.ts';
