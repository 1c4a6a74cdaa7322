import { signText } from './applicant.ts';
import type { Scene } from './scene.ts';

const slip = { way: 'correct', ground: 'slip', text: 'В документе пропущена буква (демо).' } as const;

/** The head of the office withdraws the issued document, so that another one is made in its place. */
export async function correctOutput({ id, office, plot, company, tell }: Scene): Promise<void> {
  const { client, person, sign } = await company.worker('head', plot.service, office);
  const path = `/requests/${id}/correction`;
  const { content } = await client.send<{ content: string }>('POST', `${path}/signable`, slip);
  await client.send('POST', path, { ...slip, cms: await signText(sign, content) });
  tell(`${person.name} (${person.role}) withdraws the document, so that another one is made`);
}
