import { createInterface } from 'node:readline';

/**
 * Answers each line of JSON on standard input with a line of JSON on standard output, malformed lines included; exit
 * code 0.
 */
export async function answerLines(answer: (line: unknown) => unknown): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) process.stdout.write(`${JSON.stringify(answerText(line, answer))}\n`);
  return 0;
}

function answerText(text: string, answer: (line: unknown) => unknown): unknown {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return { valid: false, code: 'input-malformed' };
  }
  return answer(line);
}
