import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { configurationSet } from './names.ts';
import type { ServiceFunction } from './service-function.ts';
import type { Stage } from './stages.ts';

/** Reports mails of this stage that come back, or that their readers mark as unwanted, to note-return. */
export function createMailEvents(scope: Construct, functions: readonly ServiceFunction[], { prefix }: Stage) {
  const reader = functions.find(({ source }) => source.verb === 'note-return');
  if (!reader) return;
  const name = configurationSet(prefix);
  const set = new ConfigurationSet(scope, 'Mail', {
    configurationSetName: name,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
  });
  // SES can write only to the account's default bus.
  const bus = EventBus.fromEventBusName(scope, 'DefaultBus', 'default');
  set.addEventDestination('Returned', {
    destination: EventDestination.eventBus(bus),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  new Rule(scope, 'MailReturned', {
    description: 'Tells note-return which mails came back',
    eventPattern: {
      source: ['aws.ses'],
      detail: {
        eventType: ['Bounce', 'Complaint', 'Reject'],
        mail: { tags: { 'ses:configuration-set': [name] } },
      },
    },
    targets: [new LambdaFunction(reader.lambda, { retryAttempts: 10, maxEventAge: Duration.hours(6) })],
  });
}
