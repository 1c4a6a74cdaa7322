// A client that openapi-typescript has made: `npm run clients` generates it, compiles this file with it, and runs it.
import { randomUUID } from 'node:crypto';
import createClient from 'openapi-fetch';
import type { paths } from './api.ts';

const [url = '', iin = '', password = ''] = process.argv.slice(2);
const api = createClient<paths>({ baseUrl: url });

const { data: found } = await api.GET('/services', { params: { query: { channel: 'portal', limit: 1 } } });
const [service] = found?.services ?? [];
if (!service) throw new Error('no service is offered');
const { data: shown } = await api.GET('/services/{service}', { params: { path: { service: service.id } } });
const office = shown?.offices[0]?.code ?? '';

const { data: entered, error } = await api.POST('/sessions', { body: { iin, password } });
if (!entered) throw new Error(error.title);
api.use({
  onRequest: ({ request }) => void request.headers.set('authorization', `Bearer ${entered.accessToken}`),
});

const header = { 'idempotency-key': randomUUID() };
const begin = () =>
  api.POST('/requests', { params: { header }, body: { service: service.id, channel: 'portal', office, form: {} } });
const [first, again] = [await begin(), await begin()];
const id = first.data?.id ?? '';
if (again.data?.id !== id) throw new Error('the same key began another draft');
const { response } = await api.DELETE('/requests/{id}', { params: { path: { id } } });
console.log(`${service.title.ru}: draft begun, begun again and discarded (${response.status})`);
