/** The core that checks signatures; loaded when somebody has chosen a file to check. */
export { checkSignature, digestOf, isPdf } from '../verification/check-document.ts';
