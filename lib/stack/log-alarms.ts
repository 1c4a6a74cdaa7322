import { Duration } from 'aws-cdk-lib';
import { FilterPattern, LogGroup, MetricFilter, type ILogGroup, type IFilterPattern } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import {
  GUESSES,
  LOCK_OUTS,
  MAILS_REFUSED,
  MAILS_RETURNED,
  OLDEST_MINUTES,
  RESULTS_GUESSED,
  sweepKinds,
  TAKE_OVERS,
  UNKNOWN_DOCUMENTS,
  UNRENEWED_DAYS,
  UNSTAMPED_MINUTES,
} from './alarm-texts.ts';
import type { MakeAlarm } from './alarms.ts';
import type { Area } from './functions.ts';
import { functionLogs } from './names.ts';

/** Alarms over the logs of functions. If you change the text of a line in a function, change its filter here. */
export function createLogAlarms(scope: Construct, prefix: string, alarm: MakeAlarm): void {
  const logs = (id: string, area: Area) => LogGroup.fromLogGroupName(scope, id, functionLogs(prefix, area));
  const schedule = logs('ScheduleLogs', 'schedule');
  const clocks = logs('ClocksLogs', 'clocks');
  const identity = logs('IdentityLogs', 'identity');
  const count = (metricName: string, logGroup: ILogGroup, filterPattern: IFilterPattern, more: More = {}) =>
    new MetricFilter(scope, metricName, { logGroup, metricNamespace: prefix, metricName, filterPattern, ...more });

  const oldest = count('SweepOldest', schedule, swept('$.oldest'), {
    metricValue: '$.oldest',
    dimensions: { kind: '$.kind' },
  });
  for (const kind of Object.keys(sweepKinds))
    alarm(
      `sweep-oldest-${kind}`,
      oldest.metric({ statistic: 'Maximum', period: fiveMinutes, dimensionsMap: { kind } }),
      {
        threshold: OLDEST_MINUTES,
      },
    );
  const sum = { statistic: 'Sum', period: fiveMinutes };
  const behind = count('SweepBehind', schedule, swept('$.behind'), { metricValue: '$.behind' });
  alarm('sweep-behind', behind.metric(sum), { evaluationPeriods: 3 });
  const unstamped = count('Unstamped', schedule, says('unstamped'), { metricValue: '$.minutes' });
  // Two hours: it is tried again each hour, and the alarm lasts between.
  alarm('unstamped', unstamped.metric({ statistic: 'Maximum', period: twoHours }), { threshold: UNSTAMPED_MINUTES });
  const unrenewed = FilterPattern.all(says('unrenewed'), FilterPattern.numberValue('$.days', '<', UNRENEWED_DAYS));
  alarm('unrenewed', count('Unrenewed', schedule, unrenewed).metric({ ...sum, period: aDay }));
  alarm('calendar-ends', count('CalendarEnds', schedule, says('calendar-ends')).metric(sum));
  alarm('mail-refused', count('MailRefused', schedule, says('mail-refused')).metric({ ...sum, period: aQuarter }), {
    threshold: MAILS_REFUSED,
  });
  alarm('mail-lost', count('MailLost', schedule, says('mail-lost')).metric(sum));
  alarm('queue-miscounted', count('QueueMiscounted', schedule, says('queue-miscounted')).metric(sum));
  const returned = count('MailReturned', logs('MailLogs', 'mail'), says('mail-returned'));
  alarm('mail-returned', returned.metric({ ...sum, period: aDay }), { threshold: MAILS_RETURNED });
  const guessed = count('ResultsGuessed', logs('CabinetLogs', 'cabinet'), says('mailed-result-guessed'));
  alarm('results-guessed', guessed.metric({ ...sum, period: anHour }), { threshold: RESULTS_GUESSED });
  const unknown = count('UnknownDocuments', logs('VerificationLogs', 'verification'), says('document-unknown'));
  alarm('documents-guessed', unknown.metric({ ...sum, period: anHour }), { threshold: UNKNOWN_DOCUMENTS });
  alarm('guessing', count('WrongPasswords', identity, refused('session/refused')).metric(sum), { threshold: GUESSES });
  alarm('locked-out', count('LockedOut', identity, refused('session/locked')).metric(sum), { threshold: LOCK_OUTS });
  alarm('password-off', count('PasswordOff', identity, refused('session/password-off')).metric(sum));
  alarm('take-overs', count('TakeOvers', identity, says('account-taken-over')).metric({ ...sum, period: anHour }), {
    threshold: TAKE_OVERS,
  });
  alarm('overdue', count('Overdue', clocks, says('overdue')).metric(sum));
}

interface More {
  readonly metricValue?: string;
  readonly dimensions?: Record<string, string>;
}

const fiveMinutes = Duration.minutes(5);
const aQuarter = Duration.minutes(15);
const anHour = Duration.hours(1);
const twoHours = Duration.hours(2);
const aDay = Duration.days(1);
const says = (message: string) => FilterPattern.stringValue('$.message', '=', message);

/** Calls that were refused with this code; each function logs with a code how a call ended. */
const refused = (code: string) => FilterPattern.stringValue('$.code', '=', code);

/** The sweeper logs for each run and kind how many items were due and failed, and how long the oldest has waited. */
const swept = (field: string) => FilterPattern.all(says('swept'), FilterPattern.numberValue(field, '>', 0));
