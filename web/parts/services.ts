import { useAnswer, useText } from '../kit.ts';

/** Titles of services by their ids; the id itself until they have been loaded. */
export function useServices() {
  const t = useText();
  const { value } = useAnswer('GET /services', { query: { limit: 100, all: 'true' } });
  return (id: string) => {
    const found = value?.services.find((service) => service.id === id);
    return found ? t(found.title) : '…';
  };
}
