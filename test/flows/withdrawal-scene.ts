import type { Actor } from './scene.ts';

/** The CMS over the words by which a request is taken back, or a child out of a queue, in base64. */
export async function signWithdrawal(by: Actor, id: string): Promise<string> {
  const { content } = await by.client.get<{ content: string }>(`/requests/${id}/withdrawal/signable`);
  return Buffer.from(await by.sign(Buffer.from(content, 'base64'))).toString('base64');
}

export const withdraw = async (by: Actor, id: string) =>
  by.client.send<{ state: string }>('POST', `/requests/${id}/withdrawal`, { cms: await signWithdrawal(by, id) });
