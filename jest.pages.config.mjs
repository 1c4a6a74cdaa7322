import whole from './jest.config.mjs';

/**
 * `npm run test:pages`, the end of `npm test`: one journey for each kind of person. One file at a time, with nothing beside it: a page
 * that waits for a busy machine is a person who waits, and some of what it does has a time limit.
 */
export default {
  ...whole,
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: ['<rootDir>/test/web/browser/**/*.test.ts'],
  maxWorkers: 1,
};
