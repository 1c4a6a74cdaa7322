/**
 * Lambda's reserved concurrency of a function: how many executions it may have at once, and that are kept for it.
 * Expensive functions are kept below the whole, so that a flood on one route leaves room for the others. Functions that
 * everybody depends on have guaranteed room. Functions that must not run twice at once have one. The others share the
 * rest of the account's quota, which AWS requires to be at least 100: docs/deploy.md says what to ask for, and a test
 * compares the two.
 */
export const concurrency: Readonly<Record<string, number>> = {
  // Runs before every route that is not public: without it nobody can work.
  authorize: 100,
  'sign-in': 20,
  'issue-challenge': 20,
  'sign-in-eds': 20,
  'refresh-session': 20,
  // 46 MiB and a tenth of a second for each password.
  'register-account': 10,
  'change-password': 10,
  'verify-document': 20,
  'open-mailed-result': 10,
  // These check signatures: some 100 ms of a core and more.
  'verify-eds': 10,
  'submit-request': 40,
  'answer-offer': 10,
  'withdraw-request': 2,
  'file-complaint': 2,
  'sign-reply': 2,
  'reopen-request': 2,
  'correct-output': 2,
  'accept-post': 2,
  'sign-output': 20,
  // Ten documents a call.
  'sign-outputs': 5,
  'show-outputs-signable': 5,
  // Machines call these, and repeat a call that found no room.
  'confirm-submission': 20,
  'create-output': 20,
  'deliver-output': 20,
  'show-output-signable': 20,
  // Whole hours of entries are read and hashed.
  'check-journal': 2,
  // PDF and drawings.
  'write-reply': 2,
  'link-receipt': 10,
  'link-card': 10,
  'link-delivery': 10,
  'link-withdrawal': 10,
  'link-register': 4,
  'show-service-diagram': 10,
  'show-request-diagram': 10,
  // Open to everybody.
  'list-services': 20,
  'list-offices': 20,
  'show-trust': 10,
  'show-certificates': 5,
  'show-openapi': 10,
  'answer-unknown': 10,
  // A schedule or a person starts these; two at once would do the same work.
  sweep: 1,
  'refresh-trust': 1,
  'seal-journal': 1,
  'erase-journal': 1,
  'count-statistics': 1,
  'recompute-deadlines': 1,
};

/** Executions that AWS requires for all functions without a row. */
export const UNRESERVED = 100;

/** The account quota "concurrent executions" that one stage of the platform needs. */
export const quota = Object.values(concurrency).reduce((sum, each) => sum + each, UNRESERVED);
