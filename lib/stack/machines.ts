import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  CfnStateMachine,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { createLogGroup } from './log-group.ts';
import { functionArn, machineLogs, pascalCase } from './names.ts';
import { traceStatement } from './roles.ts';
import type { MachineSource, Sources } from './sources.ts';
import type { Stage } from './stages.ts';

/** Tells the local platform from which file a machine of the template was made. */
const DEFINITION_METADATA = 'e-akimat:definition';

/** Step Functions refuses longer names. */
const NAME_LIMIT = 80;

/** Called only by definitions of earlier releases, with which executions that run now began (docs/decisions/0049). */
const FORMERLY = ['MeasureTerm'];

/** One state machine for each regulation and channel. They run the same steps, so they share a role and a log group. */
export class Machines extends Construct {
  constructor(scope: Construct, id: string, given: Sources & { stage: Stage; logKey: IKey }) {
    super(scope, id);
    const { stage, logKey } = given;
    const places = new Map(
      given.functions.map(({ verb }) => [pascalCase(verb), functionArn(Stack.of(this), stage.prefix, verb)]),
    );
    const logGroup = createLogGroup(this, 'Logs', machineLogs(stage.prefix), { stage, key: logKey });
    const called = given.machines.flatMap((machine) => arnsFor(machine, places));
    const formerly = FORMERLY.flatMap((place) => places.get(place) ?? []);
    const role = this.createRole([...new Set([...called, ...formerly])]);

    for (const machine of given.machines) {
      const stateMachineName = `${stage.prefix}-${machine.name}`;
      if (stateMachineName.length > NAME_LIMIT)
        throw new Error(`${stateMachineName} is longer than the ${NAME_LIMIT} characters of a state machine's name`);
      const made = new StateMachine(this, pascalCase(machine.name), {
        stateMachineName,
        stateMachineType: StateMachineType.STANDARD,
        definitionBody: DefinitionBody.fromFile(join(given.root, machine.definition)),
        definitionSubstitutions: substitutionsFor(machine, places),
        role: role.withoutPolicyUpdates(),
        // Execution data contain only identifiers of requests, but the log needs no more than which state was entered
        // when.
        logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: false },
        tracingEnabled: true,
      });
      (made.node.defaultChild as CfnStateMachine).addMetadata(DEFINITION_METADATA, machine.definition);
    }
  }

  private createRole(functionArns: string[]) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: {
        Steps: new PolicyDocument({
          statements: [
            ...(functionArns.length > 0
              ? [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: functionArns })]
              : []),
            new PolicyStatement({ actions: deliverLogs, resources: ['*'] }),
            // Step Functions uses these rights to decide which executions to trace (Developer Guide, "Tracing").
            traceStatement(['xray:GetSamplingRules', 'xray:GetSamplingTargets']),
          ],
        }),
      },
    });
    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]':
        'Vended log delivery and X-Ray know no resources (Step Functions guide, "Logging"); nothing else is allowed on *.',
    });
    return role;
  }
}

/** The registry of vended log deliveries is account-wide: its actions accept no resource. */
const deliverLogs = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

const arnsFor = (machine: MachineSource, places: ReadonlyMap<string, string>) =>
  Object.values(substitutionsFor(machine, places));

function substitutionsFor(machine: MachineSource, places: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    machine.places.map((place) => {
      const arn = places.get(place);
      if (arn === undefined)
        throw new Error(`${machine.definition} asks for \${${place}}, and no function has that name`);
      return [place, arn];
    }),
  );
}
