import type { Caller } from '../../domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import { correctable } from '../../domain/request/correction/correct.ts';
import { mayCorrect } from '../../domain/request/ownership.ts';
import { correctionBytes, type Correction } from '../../domain/request/correction/statement.ts';
import { maySign } from '../../domain/request/signer.ts';
import { speakAbout, type OpenNeeds, type Speaking } from './signed-word.ts';

/** Whoever may sign outputs of the office now, about a document that it has signed, and the bytes of the word. */
export async function speakOfOutput(
  id: string,
  caller: Caller,
  correction: Correction,
  { now, ...needs }: OpenNeeds & { readonly now: Date },
): Promise<(Speaking & { readonly document: string; readonly content: Uint8Array }) | Refusal> {
  const speaking = await speakAbout(id, caller, needs, mayCorrect);
  if (isRefusal(speaking)) return speaking;
  const { request, account } = speaking;
  if (!maySign(account, now)) return refuse('correction/no-mandate');
  const output = correctable(request);
  if (!output) return refuse('correction/not-issued');
  return { ...speaking, document: output.number, content: correctionBytes(request, output, correction, account.iin) };
}
