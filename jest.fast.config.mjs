import whole from './jest.config.mjs';

/**
 * `npm run test:fast`: no story against a running platform, no machine run, no campaign, no browser, no command, no
 * synthesised app.
 */
export default {
  ...whole,
  testPathIgnorePatterns: [
    ...whole.testPathIgnorePatterns,
    '/test/(bin|flows|machines|mint|web/browser)/',
    '/test/lib/stack/',
    'fuzz',
    'kill\\.test',
    '/test/generated',
  ],
};
