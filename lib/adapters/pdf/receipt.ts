import { howToAsk } from '../../domain/output/receipt-wording.ts';
import type { ReceiptDocument } from '../../domain/output/receipt.ts';
import { writeFields } from './fields.ts';
import { writeLetterhead } from './letterhead.ts';
import { collect, numberPages } from './finish.ts';
import { ink, keep, openSheet, write } from './sheet.ts';
import { writeTitle } from './title.ts';

/** The receipt as PDF/A-2a bytes; the same receipt always gives the same bytes. */
export async function renderReceipt(receipt: ReceiptDocument): Promise<Uint8Array> {
  const { title, number, office, issuedOn, fields, decree, words, signed } = receipt;
  const author = typeof office === 'string' ? office : `${office.kk} / ${office.ru}`;
  const kit = openSheet(`${title.kk} / ${title.ru}`, `№ ${number}`, author, new Date(`${issuedOn}T00:00:00Z`));
  const bytes = collect(kit);
  const body = kit.struct('Document');
  kit.addStructure(body);
  writeLetterhead(kit, body, receipt);
  writeTitle(kit, body, title);
  kit.y += 11;
  writeFields(kit, body, fields);
  const small = { size: 8.5, colour: ink.label } as const;
  keep(kit, 110);
  for (const text of [...(signed ?? [howToAsk]), decree]) {
    kit.y += 8;
    write(kit, body, 'P', text.kk, 'kk', small);
    write(kit, body, 'P', text.ru, 'ru', small);
  }
  if (words) {
    kit.y += 8;
    write(kit, body, 'P', `${words.source}: «${words.text}»`, 'ru', small);
  }
  numberPages(kit, number);
  kit.end();
  return bytes;
}
