import type { Finding } from './defect.ts';
import { documentsIn, OTHER } from './documents-in.ts';
import type { RegulationText } from './schema.ts';

/** In each channel a code names one document, and whoever may send one of several has a choice. */
export function checkDocuments({ documents, channels }: RegulationText): Finding[] {
  const { items = [] } = documents ?? {};
  const finding = (item: (typeof items)[number], part: string, reason: string): Finding => ({
    path: ['documents', 'items', items.indexOf(item), part],
    reason,
  });
  const found = channels.flatMap(({ channel }) => {
    const asked = documentsIn(items, channel);
    const choice = asked.filter(({ scan }) => scan === 'one-of');
    return [
      ...asked
        .filter((item, index) => asked.findIndex(({ code }) => code === item.code) < index)
        .map((item) => finding(item, 'code', `the code stands twice in the channel ${channel}`)),
      ...(choice.length === 1 ? [finding(choice[0]!, 'scan', 'one-of needs another document to choose')] : []),
    ];
  });
  const taken = items
    .filter(({ code }) => code === OTHER)
    .map((item) => finding(item, 'code', `"${OTHER}" is what a document without a code is called`));
  return [...found, ...taken];
}
