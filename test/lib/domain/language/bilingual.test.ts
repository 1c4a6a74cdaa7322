import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../../..');
const letter = String.raw`\p{L}`;
const lowerCase = new RegExp(
  `(?<!${letter})(вы|вас|вам|вами|ваш(а|е|и|его|ей|ему|им|их|ими|у)?|сіз|сіздің|сізге|сізді|сізден)(?!${letter})`,
  'u',
);

const sources = ['lib', 'functions', 'web'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('dist'))
    .map((path) => join(room, path)),
);

describe('words for people', () => {
  it('say Вы and Сіз with a capital', () => {
    const found = sources.flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, at) => (lowerCase.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
