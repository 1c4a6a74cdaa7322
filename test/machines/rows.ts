import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import * as askRegistry from '../../functions/intake/ask-registry/ask-registry.ts';
import * as checkPayment from '../../functions/intake/check-payment/check-payment.ts';
import * as closeRequest from '../../functions/steps/close-request/close-request.ts';
import * as confirmIdentity from '../../functions/intake/confirm-identity/confirm-identity.ts';
import * as confirmSubmission from '../../functions/intake/confirm-submission/confirm-submission.ts';
import * as createOutput from '../../functions/outputs/create-output/create-output.ts';
import * as deliverOutput from '../../functions/outputs/deliver-output/deliver-output.ts';
import * as escalateWork from '../../functions/clocks/escalate-work/escalate-work.ts';
import * as formOutput from '../../functions/outputs/form-output/form-output.ts';
import * as measureTerm from '../../functions/clocks/measure-term/measure-term.ts';
import * as notifyApplicant from '../../functions/steps/notify-applicant/notify-applicant.ts';
import * as numberRequest from '../../functions/steps/number-request/number-request.ts';
import * as openWork from '../../functions/clocks/open-work/open-work.ts';
import * as printReceipt from '../../functions/steps/print-receipt/print-receipt.ts';
import * as refuseRequest from '../../functions/intake/refuse-request/refuse-request.ts';
import * as routeRequest from '../../functions/steps/route-request/route-request.ts';
import * as showStatus from '../../functions/steps/show-status/show-status.ts';
import { knowRequests } from '../../lib/domain/request/known.ts';
import { performAndMeasure, type Step } from '../../lib/adapters/machine/serve-row.ts';
import type { Surroundings } from './surroundings.ts';

type Needs = ReturnType<Surroundings['needs']> & { readonly newNonce: () => Uint8Array };

/** The functions that machines call, by verb, each behind its own input schema. */
export function rowFunctions({ needs }: Surroundings): ReadonlyMap<string, (payload: unknown) => Promise<unknown>> {
  const row =
    <Input extends z.ZodType>(input: Input, work: (task: z.output<Input>, needs: Needs) => Promise<unknown>) =>
    (payload: unknown) =>
      work(input.parse(payload), { ...needs(), newNonce: () => randomBytes(5) });
  /** As `serveStep` serves it. */
  const step =
    <Input extends z.ZodType<Step>>(input: Input, work: (task: z.output<Input>, needs: Needs) => Promise<unknown>) =>
    (payload: unknown) => {
      const task = input.parse(payload);
      const around = needs();
      const requests = knowRequests(around.requests);
      const given = { ...around, requests, newNonce: () => randomBytes(5), clock: () => needs().now };
      return performAndMeasure(task, () => work(task, given), given);
    };
  return new Map([
    ['ask-registry', step(askRegistry.input, askRegistry.askRegistry)],
    ['check-payment', step(checkPayment.input, checkPayment.checkPayment)],
    ['close-request', row(closeRequest.input, closeRequest.closeRequest)],
    ['confirm-identity', step(confirmIdentity.input, confirmIdentity.confirmIdentity)],
    ['confirm-submission', step(confirmSubmission.input, confirmSubmission.confirmSubmission)],
    ['create-output', step(createOutput.input, createOutput.createOutput)],
    ['deliver-output', step(deliverOutput.input, deliverOutput.deliverOutput)],
    ['escalate-work', step(escalateWork.input, escalateWork.escalateWork)],
    ['form-output', step(formOutput.input, formOutput.formOutput)],
    ['measure-term', row(measureTerm.input, measureTerm.measureTerm)],
    ['notify-applicant', step(notifyApplicant.input, notifyApplicant.notifyApplicant)],
    ['number-request', step(numberRequest.input, numberRequest.numberRequest)],
    ['open-work', row(openWork.input, openWork.openWork)],
    ['print-receipt', step(printReceipt.input, printReceipt.printReceipt)],
    ['refuse-request', step(refuseRequest.input, refuseRequest.refuseRequest)],
    ['route-request', step(routeRequest.input, routeRequest.routeRequest)],
    ['show-status', step(showStatus.input, showStatus.showStatus)],
  ]);
}
