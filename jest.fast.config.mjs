import whole from './jest.config.mjs';

/**
 * `npm run test:fast`: no story against a running platform, no platform or server, no machine compiled or run, no
 * campaign, no browser, no command, no synthesised app.
 */
export default {
  ...whole,
  testPathIgnorePatterns: [
    ...whole.testPathIgnorePatterns,
    '/test/(bin|flows|machines|mint|web/browser)/',
    '/test/lib/stack/',
    '/test/lib/local/(platform|authority/(demo|server))\\.test',
    '/test/lib/eds/(cli|cost)\\.test',
    '/test/statemachines/machines\\.test',
    'poisoned',
    'fuzz',
    'kill\\.test',
    '/test/generated',
  ],
};
