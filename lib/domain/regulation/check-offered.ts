import type { Offered } from './offered.ts';
import type { ServiceDetail } from './detail.ts';

type Ended = Pick<ServiceDetail, 'repealed' | 'excluded'>;

/**
 * What is wrong with the list of offered services: unknown services, and services whose regulation was repealed or
 * removed from its decree, if no ground is given. One sentence for each, in English, for the people who deploy.
 */
export function wrongOffers({ services }: Offered, find: (service: string) => Ended | undefined): readonly string[] {
  return Object.entries(services).flatMap(([service, { despite }]) => {
    const found = find(service);
    if (found === undefined) return [`statemachines/offered.json: there is no service ${service}`];
    const act = found.excluded ?? found.repealed;
    if (act === undefined || despite !== undefined) return [];
    const how = found.excluded ? 'was struck out of its regulation' : 'is of a regulation that was repealed';
    return [
      `statemachines/offered.json: ${service} ${how} by ${act.number} of ${act.date}: say in "despite" on what ground it is offered`,
    ];
  });
}
