import { expect, it } from '@jest/globals';
import { writeCsv } from '../../../../lib/adapters/csv/write-csv.ts';

it('writes CRLF, quotes where RFC 4180 wants them, and a mark of UTF-8', () => {
  expect(writeCsv([['a', 'b,c', 'd"e', 'f\r\ng', undefined, 1, -2]])).toBe('\uFEFFa,"b,c","d""e","f\r\ng",,1,-2\r\n');
});

it.each(['=1+1', '+1', '-1', '@A1', '\t=1', ' =1', '\r=1'])('lets no spreadsheet compute the text %j', (text) => {
  expect(
    writeCsv([[text]])
      .replaceAll('"', '')
      .slice(1),
  ).toBe(`'${text}\r\n`);
});
