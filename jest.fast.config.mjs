import whole from './jest.config.mjs';

/**
 * `npm run test:fast`: no story against a running platform, no platform or server, no machine compiled or run, no
 * campaign, no browser, no command, no synthesised app, and none of some twenty files that take seconds each.
 */
export default {
  ...whole,
  testPathIgnorePatterns: [
    ...whole.testPathIgnorePatterns,
    '/test/(bin|flows|machines|mint)/',
    '/test/lib/stack/',
    '/test/lib/local/(platform|authority/(demo|server))\\.test',
    '/test/lib/eds/(cli|cost)\\.test',
    '/test/statemachines/machines\\.test',
    '/test/lib/eds/(pkits|crl/hostile|der/pieces|crypto/ports)\\.test',
    '/test/lib/adapters/(dynamo/queues|identity/(attempts|close-account|ecdsa-signature))\\.test',
    '/test/lib/domain/(calendar/calendar|diagram/(bpmn|place)|regulation/tables)\\.test',
    '/test/functions/(journal/check-journal|schedule/(sweep|(erase|seal)-journal)|clocks/recompute-deadlines)',
    '/test/functions/(identity/(sign-in-eds/take-over|sign-in/sign-in|authorize)|accounts/create-account/hire)',
    '/test/lib/(adapters/s3/attachments|eds/evidence|signing/pkcs12/open-key-file)\\.test',
    '/test/web/signing/ways\\.test',
    'fuzz',
    'kill\\.test',
    '/test/generated',
  ],
};
