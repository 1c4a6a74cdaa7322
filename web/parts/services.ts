import { useAnswer, useText, type Answer } from '../kit.ts';

export type Services = Answer<'GET /services'>['services'];

/** All services, empty until they have been loaded, and the title of each by its id. */
export function useServices() {
  const t = useText();
  const { value } = useAnswer('GET /services', { query: { limit: 100, all: 'true' } });
  const services: Services = value?.services ?? [];
  const titleOf = (id: string) => {
    const found = services.find((service) => service.id === id);
    return found ? t(found.title) : '…';
  };
  return { services, titleOf };
}
