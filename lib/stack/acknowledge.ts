import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts findings of cdk-nag on a construct (and below it), each with its reason. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>) {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}
