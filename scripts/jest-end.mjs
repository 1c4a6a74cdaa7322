export { tearDown as default } from './jest-surroundings.mjs';
