/** The core that checks signatures: it comes when somebody has brought one. */
export { checkSignature, digestOf, isPdf } from '../verification/check-document.ts';
