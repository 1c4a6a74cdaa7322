import type { Area } from './functions.ts';
import { functionLogs, machineLogs } from './names.ts';

/** A CloudWatch Logs Insights query that shows what an alarm has counted. */
export interface Query {
  readonly shows: string;
  readonly logGroup: (prefix: string) => string;
  readonly text: string;
}

/** An alarm in words. Its name is the key, its heading in docs/runbook.md, and the end of its name in CloudWatch. */
export interface AlarmText {
  /** Who is harmed and how, in one sentence that the person on duty reads first. */
  readonly harm: string;
  /** When the alarm begins. */
  readonly rings: string;
  readonly queries: readonly Query[];
  /** What to do, in steps. */
  readonly mend: readonly string[];
}

/** Failures in five minutes that raise an area's alarm; one is enough where users cannot repeat the call. */
const areas = {
  identity: { harm: 'People cannot sign in.', failures: 3 },
  accounts: { harm: 'People cannot register or change their account.', failures: 3 },
  catalogue: { harm: 'Nobody can see the list of services or the description of the API.', failures: 3 },
  verification: { harm: 'People cannot check documents and signatures that they received.', failures: 3 },
  site: { harm: 'Nobody can open the pages of the service.', failures: 3 },
  drafts: { harm: 'Citizens cannot prepare their applications.', failures: 3 },
  submission: { harm: 'Citizens cannot submit their applications.', failures: 1 },
  cabinet: { harm: 'Citizens cannot see their requests, notices and documents.', failures: 3 },
  queue: { harm: 'Officers cannot see or take their work.', failures: 3 },
  reports: { harm: 'Offices and auditors see neither the journal of registration nor the statistics.', failures: 3 },
  journal: { harm: 'The auditor cannot see who looked at what.', failures: 3 },
  decisions: { harm: 'Officers cannot decide or sign.', failures: 1 },
  intake: { harm: 'Submitted requests are neither confirmed nor turned away.', failures: 1 },
  steps: { harm: 'Requests do not move to their next step.', failures: 1 },
  clocks: { harm: 'Work does not reach officers, or nobody is reminded of its term.', failures: 1 },
  outputs: { harm: 'Certificates are not made or not delivered.', failures: 1 },
  schedule: { harm: 'Stuck requests are not retried, or revocation lists are out of date.', failures: 2 },
  mail: { harm: 'People do not learn in the cabinet that a mail came back.', failures: 2 },
} as const satisfies Record<Area, { harm: string; failures: number }>;

export const failuresOf = (area: Area): number => areas[area].failures;

/** For each kind of due work (lib/domain/request/due.ts): what has waited too long, and who waits. */
export const sweepKinds = {
  restart: 'Submitted requests are stuck: the sweeper failed to start their machines.',
  signal: 'Requests are stuck after an officer has finished: the sweeper failed to tell their machines.',
  lapse: 'Families in a queue wait for no reason: the sweeper failed to end offers that nobody answered.',
  outgrow:
    'Families wait for a place that cannot be given: the sweeper failed to take children out of a queue at the age limit.',
  complaint:
    'Complaints stay unanswered in silence: the sweeper failed to remind those who answer, or to pass them to the body above.',
  stamp:
    'Signatures may become unprovable: the sweeper failed to ask for timestamps, and each certificate lasts a year at most.',
  mailing: 'Applicants wait for a mail that opens nothing: the sweeper failed to tell them where their result is.',
  expiry: 'Forms and scans of citizens are kept too long: the sweeper failed to discard expired drafts.',
  mail: 'Applicants do not learn what happened to their requests: the sweeper failed to send their notices.',
  tell: 'People do not learn what an employee did in their name: the sweeper failed to tell them.',
  renew:
    'Signatures may become unprovable: the sweeper failed to ask for archive timestamps, which it does within the last year of a proof.',
  erase: 'Personal data is kept longer than its term: the sweeper failed to erase requests or their scans.',
  stray: 'Scans that no request names are kept: the sweeper failed to remove uploads to deleted drafts.',
  account: 'People do not learn what happened to their accounts: the sweeper failed to send their notices.',
} as const;

/** Minutes that the oldest item of a kind may wait. */
export const OLDEST_MINUTES = 15;

/** Minutes for which a signature may be without a timestamp. */
export const UNSTAMPED_MINUTES = 180;

/** Days that a proof may have left when it could not be renewed. */
export const UNRENEWED_DAYS = 90;

/** Mails that the mail service refused within a quarter of an hour, and mails that came back within a day. */
export const MAILS_REFUSED = 5;
export const MAILS_RETURNED = 20;

/** Wrong passwords, and sign-ins from locked-out addresses, within five minutes; take-overs by EDS within an hour. */
export const GUESSES = 300;
export const LOCK_OUTS = 100;
export const TAKE_OVERS = 20;

/** Wrong IINs for mailed results within an hour. */
export const RESULTS_GUESSED = 20;

/** Numbers that no document has, within an hour. */
export const UNKNOWN_DOCUMENTS = 300;

const inArea = (area: Area) => (prefix: string) => functionLogs(prefix, area);

const failures = (area: Area): Query => ({
  shows: 'Which routes or rows failed, for which requests, and where in the code',
  logGroup: inArea(area),
  text: `fields @timestamp, route, row, code, request, requestId, incident, failure.name, failure.at.0
| filter outcome = "failed"
| sort @timestamp desc
| limit 50`,
});

const crashes = (area: Area): Query => ({
  shows: 'Which calls ended without an answer (out of time or memory)',
  logGroup: inArea(area),
  text: `fields @timestamp, record.requestId, record.status, record.metrics.durationMs, record.metrics.maxMemoryUsedMB, @logStream
| filter type = "platform.report" and record.status != "success"
| sort @timestamp desc
| limit 50`,
});

const ofArea = (area: Area): AlarmText => ({
  harm: areas[area].harm,
  rings: `${areas[area].failures} or more calls of the area \`${area}\` failed within five minutes.`,
  queries: [failures(area), crashes(area)],
  mend: [
    'Many routes at once, with `failure.name` of an AWS service: look at the AWS Health Dashboard. The service recovers by itself; the machines repeat the rows of requests.',
    'One route or row since the last deployment: deploy the version before it (docs/deploy.md).',
    'Out of time or memory: raise `timeout` or `memory` of the function in `lib/stack/functions.ts` and deploy.',
    `If a citizen calls and names the incident number, add \`and incident = "…"\` to the first filter.`,
    ...(more[area] ?? []),
  ],
});

const more: Readonly<Partial<Record<Area, readonly string[]>>> = {
  intake: [
    'Rows that ask the gateway: `GatewayUrl` may not answer. Call its operator; requests wait and continue by themselves.',
  ],
  outputs: ['`AccessDenied` in the failure: a key or bucket policy was changed by hand. `npx cdk drift` shows it.'],
  schedule: ['See also `sweep-oldest-…` and `refresh-trust-missed`.'],
};

const ofSweepKind = (kind: string, harm: string): AlarmText => ({
  harm,
  rings: `The oldest item of the kind \`${kind}\` has waited for ${OLDEST_MINUTES} minutes or more.`,
  queries: [
    {
      shows: 'For each run: how many were due, how many failed, and how long the oldest has waited',
      logGroup: inArea('schedule'),
      text: `fields @timestamp, due, failed, stuck, behind, oldest
| filter message = "swept" and kind = "${kind}"
| sort @timestamp desc
| limit 60`,
    },
    {
      shows: 'Which requests or accounts failed, and why',
      logGroup: inArea('schedule'),
      text: `fields @timestamp, incident, failure.name, failure.at.0, failure.cause.name, failure.cause.at.0
| filter message = "failed" and incident like /^${kind} /
| sort @timestamp desc
| limit 50`,
    },
  ],
  mend: [
    'Every item fails in the same way: fix what the failure names (rights, the mail identity, a deleted machine). The sweeper tries again by itself, after six hours at the latest.',
    'A single item fails: the log line has its key after the kind. Look at the item in the table; an item that cannot be read needs a developer.',
    'Nothing fails, but the oldest waits longer and longer: the sweeper cannot keep up. See `sweep-behind`.',
  ],
});

const swept: Query = {
  shows: 'What the sweeper found and what it did not finish, by kind',
  logGroup: inArea('schedule'),
  text: `filter message = "swept"
| stats sum(due) as due, sum(failed) as failed, sum(behind) as lanesLeft, max(oldest) as minutes by kind, bin(5m)
| sort minutes desc`,
};

const slowest: Query = {
  shows: 'Which routes are slow',
  logGroup: (prefix) => `/aws/vendedlogs/${prefix}-api`,
  text: `filter ispresent(route)
| stats count(*) as calls, pct(milliseconds, 50) as half, pct(milliseconds, 99) as slowest by method, route
| sort slowest desc
| limit 20`,
};

const refusedSignIns: Query = {
  shows: 'How many sign-ins were refused, and with which code',
  logGroup: inArea('identity'),
  text: `filter outcome = "refused"
| stats count(*) as calls by route, code, bin(5m)
| sort calls desc`,
};

export const alarmTexts: Readonly<Record<string, AlarmText>> = {
  ...Object.fromEntries((Object.keys(areas) as Area[]).map((area) => [area, ofArea(area)])),
  executions: {
    harm: 'Requests are stuck: their state machine failed, timed out or was aborted.',
    rings: 'One or more executions failed, timed out or were aborted within five minutes.',
    queries: [
      {
        shows: 'Which executions; the last part of the ARN is the id of the request',
        logGroup: machineLogs,
        text: `fields @timestamp, type, execution_arn, details.error
| filter type in ["ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted"]
| sort @timestamp desc
| limit 50`,
      },
      {
        shows: 'The steps of one of them',
        logGroup: machineLogs,
        text: `fields @timestamp, type, details.name, details.error
| filter execution_arn like /REQUEST-ID/
| sort @timestamp asc
| limit 200`,
      },
    ],
    mend: [
      'Look in the area of the failed state for its failures (`intake`, `steps`, `clocks`, `outputs`) and fix the cause first.',
      'Then continue where it stopped: `aws stepfunctions redrive-execution --execution-arn ARN` (within 14 days). Finished rows are not done again.',
    ],
  },
  ...Object.fromEntries(
    Object.entries(sweepKinds).map(([kind, harm]) => [`sweep-oldest-${kind}`, ofSweepKind(kind, harm)]),
  ),
  'sweep-behind': {
    harm: 'Any user may have to wait: the sweeper does not finish everything that is due.',
    rings: 'In three successive periods of five minutes, a run ended before all lanes were empty.',
    queries: [swept],
    mend: [
      'One kind has many items: something was down and work has accumulated. If `due` falls, wait.',
      '`due` does not fall: raise `memory` and `timeout` of `sweep` in `lib/stack/functions.ts` and deploy.',
    ],
  },
  'sweep-missed': {
    harm: 'Requests may be stuck, and nobody is reminded: the sweeper has not run.',
    rings: 'No run in three periods of five minutes.',
    queries: [crashes('schedule')],
    mend: [
      'EventBridge: is the rule whose description is "Runs sweep" enabled? Deploying enables it.',
      'Lambda: does the function have its reserved concurrency of 1, and does the account have any left? See `throttles`.',
    ],
  },
  unstamped: {
    harm: 'Signatures may become unprovable: for hours no authority has given a timestamp, and a certificate that ends or is revoked before cannot be proved any more.',
    rings: `A signature was tried again that has been without a timestamp for ${UNSTAMPED_MINUTES} minutes or more. It is tried again every hour, for about four weeks.`,
    queries: [
      {
        shows: 'For which requests, since how many minutes, and how often it was tried',
        logGroup: inArea('schedule'),
        text: `filter message = "unstamped"
| stats max(minutes) as minutes, max(tries) as tries by request
| sort minutes desc
| limit 50`,
      },
      {
        shows:
          'What each signature lacks: `timestamp` (no authority gave one), or `proof`, with the first check that did not pass',
        logGroup: inArea('schedule'),
        text: `filter message = "not-stamped"
| stats count(*) as tries, latest(check) as check, latest(problem) as problem by cms, lacks
| sort tries desc
| limit 50`,
      },
    ],
    mend: [
      'All lack `timestamp`: no authority of `TspSources` answers; `trust/tsp-silent` in the log names them. Call its operator, or deploy with another address. People lose nothing meanwhile: their requests go on.',
      'All lack `proof` with `issuer-not-found` or `anchor-purpose`: the authority of the timestamps is not below an anchor with the purpose `timestamps`, or its intermediate certificate is not in the trust bucket (docs/deploy.md).',
      'All lack `proof` with a problem of lists or answers: `OcspSources` are silent, or a list is out of date; see `refresh-trust-missed`.',
      'One lacks `proof` with `certificate-revoked`: its certificate was revoked before a timestamp came. It cannot be proved to be older any more; the report and evidence of its acceptance are what is left. After about four weeks it is given up by itself.',
    ],
  },
  unrenewed: {
    harm: 'Documents that people have at home may become unprovable: what proves their signatures ends soon, and nothing has renewed it.',
    rings: `A signature could not be renewed whose proof ends within ${UNRENEWED_DAYS} days. It is tried for a year before: each month, at the end each day.`,
    queries: [
      {
        shows: 'For which requests, and how many days are left; 0: the proof has ended, and nothing more is tried',
        logGroup: inArea('schedule'),
        text: `filter message = "unrenewed"
| stats latest(days) as left, count(*) as tries by request
| sort left asc
| limit 50`,
      },
      {
        shows:
          'What each lacks: `timestamp` (no authority gave one), `longer` (one came, and the proof ends no later by it), or `proof`, with the first check that did not pass',
        logGroup: inArea('schedule'),
        text: `filter message = "not-stamped" and cms like /extended/
| stats count(*) as tries, latest(check) as check, latest(problem) as problem by cms, lacks
| sort tries desc
| limit 50`,
      },
    ],
    mend: [
      '`npm run -s ending -- --table <TableNameOutput>` lists how many signatures end when, and by what.',
      'All lack `longer`: the authority of `TspSources` still stamps with the certificate or the algorithm that ends. `proof` of a request says which (`endsBy`). Deploy with an authority whose certificate lasts longer; if an algorithm ends, with one that signs by another (RSA by PKCS #1 v1.5 ends on 2029-01-01, docs/eds.md).',
      'All lack `timestamp`: no authority answers. See `unstamped`.',
      'All lack `proof`: the certificate of the new authority is not below an anchor with the purpose `timestamps`, or a list of the trust bucket is out of date: see `refresh-trust-missed`.',
      'Nothing has to be started: each is tried again by itself until its proof ends. Afterwards it cannot be renewed any more.',
    ],
  },
  'refresh-trust-missed': {
    harm: 'Soon nobody can sign or check signatures: revocation lists are not fetched.',
    rings: 'No run in three hours.',
    queries: [
      {
        shows: 'The result of the last fetch of each list',
        logGroup: inArea('schedule'),
        text: `fields @timestamp, crl, outcome
| filter message = "trust/refreshed"
| sort @timestamp desc
| limit 50`,
      },
      crashes('schedule'),
    ],
    mend: [
      'EventBridge: is the rule whose description is "Runs refresh-trust" enabled? Deploying enables it.',
      'Run it by hand: `aws lambda invoke --function-name e-akimat-STAGE-refresh-trust /dev/stdout`.',
    ],
  },
  'mail-refused': {
    harm: 'Applicants get no e-mail about their requests: the mail service refuses the mails.',
    rings: `${MAILS_REFUSED} or more mails were refused within a quarter of an hour. They are tried again for four days.`,
    queries: [
      {
        shows: 'Why: the name of the failure',
        logGroup: inArea('schedule'),
        text: `filter message = "failed" and failure.at.0 like /sesv2|smithy/
| stats count(*) as mails by failure.name
| sort mails desc`,
      },
    ],
    mend: [
      '`MessageRejected`, `AccountSuspended`, `SendingPaused`: SES has paused the account, or does not accept the sender. Its console says why (reputation, sandbox).',
      '`TooManyRequests`, `LimitExceeded`: ask for a higher quota in Service Quotas. Meanwhile the mails are sent again by themselves.',
      '`AccessDenied`: the identity of `MailFrom` or the configuration set is missing. `npx cdk drift` shows whether it is the set.',
    ],
  },
  'queue-miscounted': {
    harm: 'Families in a queue were shown a wrong place.',
    rings: 'The daily check found a counter that did not say how many wait, and set it right.',
    queries: [
      {
        shows: 'Which counter of which queue, what it said, and how many there were',
        logGroup: inArea('schedule'),
        text: `fields @timestamp, office, regulation, segment, said, counted
| filter message = "queue-miscounted"
| sort @timestamp desc
| limit 50`,
      },
    ],
    mend: [
      'The counter is right again. Numbers printed on notices of registration meanwhile may be wrong: tell the office.',
      'After a restored table or a change by hand this is expected, once. Otherwise something wrote a request without its counter: look for a writer beside `lib/adapters/dynamo/requests.ts`.',
    ],
  },
  'mail-lost': {
    harm: 'Somebody will get no e-mail: a mail was refused for four days. The notice is only in the cabinet.',
    rings: 'One or more mails were given up within five minutes.',
    queries: [
      {
        shows: 'Which requests and accounts',
        logGroup: inArea('schedule'),
        text: `fields @timestamp, request, account
| filter message = "mail-lost"
| sort @timestamp desc
| limit 100`,
      },
    ],
    mend: [
      'Fix the mail service first (`mail-refused`).',
      'Then send all again: `npm run send-again -- --table TABLE --all`; for one request, `--of ID`.',
    ],
  },
  'mail-returned': {
    harm: 'Mails come back: people have typed addresses that do not exist, and SES may soon pause the account.',
    rings: `${MAILS_RETURNED} or more bounces and complaints within a day.`,
    queries: [
      {
        shows: 'What came back, by kind',
        logGroup: inArea('mail'),
        text: `filter message = "mail-returned"
| stats count(*) as mails by kind, bin(1h)
| sort mails desc`,
      },
    ],
    mend: [
      'SES reviews an account above five bounces or one complaint in a thousand mails: see its reputation dashboard.',
      'People see in their cabinet that the mail did not arrive, and can correct the address there. Then: `npm run send-again -- --table TABLE --of ID`.',
    ],
  },
  'results-guessed': {
    harm: 'Somebody has mailed addresses of other people and may be guessing whose they are.',
    rings: `${RESULTS_GUESSED} or more wrong IINs for mailed results within an hour.`,
    queries: [
      {
        shows: 'For which requests',
        logGroup: inArea('cabinet'),
        text: `filter message = "mailed-result-guessed"
| stats count(*) as guesses by request
| sort guesses desc`,
      },
    ],
    mend: [
      'Five wrong answers close an address, so nobody gets far. One request: somebody mistypes, or has a forwarded mail. The applicant has been told where the result waits.',
      'Many requests: mails are read by somebody else, probably at one mail service. Tell the people on duty in the akimats, and set `mailings` to 1 in `statemachines/mailed-result.json`.',
    ],
  },
  'documents-guessed': {
    harm: 'Somebody may be looking for documents of others by trying their numbers.',
    rings: `${UNKNOWN_DOCUMENTS} or more numbers within an hour that no document has.`,
    queries: [
      {
        shows: 'When',
        logGroup: inArea('verification'),
        text: `filter message = "document-unknown"
| stats count(*) as unknown by bin(5m)`,
      },
    ],
    mend: [
      'A number has 40 random bits (docs/decisions/0013), so nobody finds one by trying. Look at the sampled requests of the firewall: one address is a program that is broken, or a printer whose QR codes are.',
      'Many addresses: lower `rate` of `verify-document` in `lib/stack/functions.ts` (`guarded`) and deploy; people who check a paper are told to wait.',
    ],
  },
  guessing: {
    harm: 'Somebody may be guessing the passwords of many people.',
    rings: `${GUESSES} or more wrong passwords within five minutes.`,
    queries: [refusedSignIns],
    mend: [
      'Look at the sampled requests of the firewall. If they come from few addresses, lower `perMinute.identity` in `lib/stack/stages.ts` and deploy.',
      'Many addresses and many people: probably a list of leaked passwords. Tell the people on duty in the akimats. People who sign in by EDS are safe.',
      'If it is a large centre in the morning and all sign-ins succeed in the end, raise the number in `lib/stack/alarm-texts.ts`.',
    ],
  },
  'locked-out': {
    harm: 'People who share an address may be unable to sign in by password, or somebody continues to guess after five wrong passwords.',
    rings: `${LOCK_OUTS} or more sign-ins within five minutes were refused because five wrong passwords for the same IIN came from their address.`,
    queries: [refusedSignIns],
    mend: [
      'Nobody else is locked out: the lock is for one address and one IIN, for a quarter of an hour. Sign-in by EDS stays open.',
      'If it continues, block the addresses in the samples of the firewall.',
    ],
  },
  'password-off': {
    harm: 'Somebody guesses the password of one person from many addresses; until the end of the day only their EDS opens their account.',
    rings: 'Somebody tried to sign in by password with an IIN for which a hundred wrong passwords came within a day.',
    queries: [refusedSignIns],
    mend: [
      'The log names nobody, on purpose. If the person calls: they sign in by EDS and set a new password.',
      'If an officer has no EDS at hand, their head takes the work over.',
    ],
  },
  'take-overs': {
    harm: 'Unusually many people take over accounts that somebody else may have registered in their name.',
    rings: `${TAKE_OVERS} or more first sign-ins by EDS within an hour, into accounts that were registered only by IIN and password.`,
    queries: [
      {
        shows: 'Which accounts replaced unproved ones',
        logGroup: inArea('identity'),
        text: `fields @timestamp, account
| filter message = "account-taken-over"
| sort @timestamp desc
| limit 50`,
      },
    ],
    mend: [
      'If people were just asked to sign in by EDS, this is the expected result: do nothing.',
      'Otherwise somebody has registered the IINs of many others: those accounts see nothing of their owners (docs/decisions/0018). Look at the firewall samples of `POST /accounts`.',
    ],
  },
  'seal-journal-missed': {
    harm: 'Whoever may write the table could change the access journal unseen: its entries are not sealed.',
    rings: 'No run in three periods of five minutes.',
    queries: [
      {
        shows: 'How many entries each run has sealed',
        logGroup: inArea('schedule'),
        text: `filter message = "sealed"
| stats sum(entries) as entries by bin(5m)
| sort bin(5m) desc`,
      },
      crashes('schedule'),
    ],
    mend: [
      'EventBridge: is the rule whose description is "Runs seal-journal" enabled? Deploying enables it.',
      'Run it by hand: `aws lambda invoke --function-name e-akimat-STAGE-seal-journal /dev/stdout`. It goes on after the last seal, however long ago that was.',
      'Then compare: `npm run -s journal -- verify` (docs/deploy.md).',
    ],
  },
  'count-statistics-missed': {
    harm: 'Heads and auditors see old statistics.',
    rings: 'No run in three periods of an hour.',
    queries: [
      {
        shows: 'How many months of offices each run has counted, and how many were left to the next one',
        logGroup: inArea('schedule'),
        text: `filter message = "statistics-counted"
| fields @timestamp, recent, older, behind
| sort @timestamp desc
| limit 50`,
      },
      crashes('schedule'),
    ],
    mend: [
      'EventBridge: is the rule whose description is "Runs count-statistics" enabled? Deploying enables it.',
      'Run it by hand: `aws lambda invoke --function-name e-akimat-STAGE-count-statistics /dev/stdout`. It counts anew whatever it finds, so it may run as often as you like.',
    ],
  },
  'erase-journal-missed': {
    harm: 'Entries of the access journal are kept for longer than their term.',
    rings: 'No run in three periods of an hour.',
    queries: [
      {
        shows:
          'How many entries each run has erased, kept for a hold, and could not erase; and whether it had time for all',
        logGroup: inArea('schedule'),
        text: `filter message = "journal-erased"
| fields @timestamp, erased, held, failed, behind
| sort @timestamp desc
| limit 50`,
      },
      crashes('schedule'),
    ],
    mend: [
      'EventBridge: is the rule whose description is "Runs erase-journal" enabled? Deploying enables it.',
      'Run it by hand: `aws lambda invoke --function-name e-akimat-STAGE-erase-journal /dev/stdout`. Nothing is lost: what is due stays due.',
    ],
  },
  overdue: {
    harm: 'A citizen waits beyond the law: a request is five working days overdue, although the head of the office was told.',
    rings: 'The clock of a request escalated five working days or more after its work was due.',
    queries: [
      {
        shows: 'Which requests, in which row',
        logGroup: inArea('clocks'),
        text: `filter message = "overdue"
| stats count(*) as rings, earliest(@timestamp) as since by request, row
| sort rings desc`,
      },
    ],
    mend: [
      'Call the akimat: an administrator finds the request by its id and sees whose work it is. Only people can end it.',
      'The officer has left: the head takes the work, or an administrator opens an account for the successor (docs/deploy.md).',
    ],
  },
  'calendar-ends': {
    harm: 'Citizens will be told wrong days: the reviewed working calendar ends within half a year.',
    rings: 'Fewer than 184 days are left. The alarm stays on until the calendar is extended.',
    queries: [
      {
        shows: 'Days left',
        logGroup: inArea('schedule'),
        text: `filter message = "calendar-ends"
| stats min(days) as daysLeft`,
      },
    ],
    mend: [
      'Write next year into `lib/domain/calendar/kazakhstan.json`: Kurban Ait, days of rest that the Government moved, changes of the law, each with its source. Then raise `reviewed.to`.',
      'Deploy, and compute all open terms again: run `aws lambda invoke --function-name e-akimat-STAGE-recompute-deadlines /dev/stdout`, until `failed` is 0. Terms that were marked as provisional lose the mark.',
    ],
  },
  throttles: {
    harm: 'Any user may be turned away: functions have no free concurrency.',
    rings: 'One or more calls were throttled within five minutes, in the whole account and region.',
    queries: [slowest],
    mend: [
      'Which function: CloudWatch, metrics `AWS/Lambda`, by function name, `Throttles`.',
      'The function has a row in `lib/stack/concurrency.ts`: its limit stops a flood on purpose. Look at the firewall before you raise the number.',
      'All functions: raise the quota "Concurrent executions" in Service Quotas (docs/deploy.md).',
    ],
  },
  slow: {
    harm: 'Everybody waits: one answer in a hundred takes longer than five seconds.',
    rings: 'p99 of the API is above five seconds in three successive periods of five minutes.',
    queries: [slowest],
    mend: [
      'One route: look at the traces of its function in X-Ray (CloudWatch, traces, filter by the name of the function). They have no addresses.',
      'All routes: look at `throttles` and at the AWS Health Dashboard.',
    ],
  },
};
