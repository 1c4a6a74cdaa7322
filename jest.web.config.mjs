import whole from './jest.config.mjs';

/** `npm run test:web`: everything that drives a browser, including the tours that take too long for `npm test`. */
export default {
  ...whole,
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: ['<rootDir>/test/web/{browser,tours}/**/*.test.ts'],
};
