import { alarmTexts, type AlarmText, type Query } from './alarm-texts.ts';
import { prefixOf } from './stages.ts';

/** The runbook as Markdown: a page for each alarm, with its queries filled in for a stage. */
export function writeRunbook(stage: string): string {
  const prefix = prefixOf(stage);
  const pages = Object.entries(alarmTexts).map(([name, text]) => writePage(name, text, prefix, stage));
  return [intro(prefix), ...pages].join('\n\n') + '\n';
}

const intro = (prefix: string) => `# Runbook

Made from \`lib/stack/alarm-texts.ts\` by \`npm run runbook\`; do not edit. Each alarm has a heading: what has happened, where to look, what to
do. The text of each alarm ends with a link to its heading; set the address of this file as \`runbook\` in \`lib/stack/stages.ts\`.

The queries are for CloudWatch Logs Insights: choose the log group, paste the query, and set the time to that of the alarm. They name the log groups of
\`${prefix}\`; \`npm run -s runbook -- --stage test\` prints this page for another stage. Nobody has run
the queries in CloudWatch yet.

Start with the dashboard \`${prefix}\` (CloudWatch, dashboards): calls by area and outcome, how long they take, the sweeper's oldest items. The
local platform shows its calls by area and outcome, and how long they take, at \`/local/figures\`.

A log line has: \`area\`, \`outcome\` (\`done\`, \`refused\`, \`failed\`), \`code\` ([errors.md](errors.md)), \`milliseconds\`, \`route\` with the gateway's
\`requestId\` (as in the access log), or \`row\` with the \`request\` (its id begins the name of its execution), and \`incident\`, the number that a person
sees when a call fails. No line names a person; an administrator can see in the application to whom a request belongs.`;

const writePage = (name: string, { harm, rings, queries, mend }: AlarmText, prefix: string, stage: string) =>
  [
    `## ${name}`,
    `**${harm}** ${rings}`,
    ...queries.map((query) => writeQuery(query, prefix)),
    mend.map((step) => `- ${step.replaceAll('e-akimat-STAGE', `e-akimat-${stage}`)}`).join('\n'),
  ].join('\n\n');

const writeQuery = ({ shows, logGroup, text }: Query, prefix: string) =>
  `${shows}. Log group \`${logGroup(prefix)}\`:\n\n\`\`\`\n${text}\n\`\`\``;
