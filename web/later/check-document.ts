/** The core that checks signatures and cards; loaded when somebody has chosen a file to check. */
export { bringsFiles, checkCardFile } from '../verification/check-card-file.ts';
export { checkSignature, digestOf, isPdf } from '../verification/check-document.ts';
