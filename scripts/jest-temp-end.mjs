export { tearDown as default } from './jest-temp.mjs';
