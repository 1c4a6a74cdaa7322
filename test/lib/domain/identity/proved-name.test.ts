import { expect, it } from '@jest/globals';
import { agreesWith, certifiedName, nameOf, provedName } from '../../../../lib/domain/identity/proved-name.ts';

const certificate = { commonName: 'ДЕМО АЙГҮЛ', givenName: 'ҮЛГІҚЫЗЫ' };

it.each([
  [certificate, 'ДЕМО АЙГҮЛ ҮЛГІҚЫЗЫ'],
  [{ commonName: 'ДЕМО АЙГҮЛ' }, 'ДЕМО АЙГҮЛ'],
  [{ commonName: 'ДЕМО АЙГҮЛ ҮЛГІҚЫЗЫ', givenName: 'үлгіқызы' }, 'ДЕМО АЙГҮЛ ҮЛГІҚЫЗЫ'],
  [{ givenName: 'ҮЛГІҚЫЗЫ' }, undefined],
])('the name in %j is %s', (certified, name) => expect(certifiedName(certified)).toBe(name));

it.each([
  ['Демо Айгүл Үлгіқызы', 'Демо Айгүл Үлгіқызы'],
  ['  демо   айгүл үлгіқызы', '  демо   айгүл үлгіқызы'],
  ['Демо Айгүл', 'ДЕМО АЙГҮЛ ҮЛГІҚЫЗЫ'],
  ['Демо Айгүл Басқақызы', 'ДЕМО АЙГҮЛ ҮЛГІҚЫЗЫ'],
  ['Демо Айгүл Үлгіқызы Наследница Героя Труда. Инвалид I группы', 'ДЕМО АЙГҮЛ ҮЛГІҚЫЗЫ'],
  ['Үлгіқызы Демо Айгүл', 'ДЕМО АЙГҮЛ ҮЛГІҚЫЗЫ'],
])('a person who wrote %s is called %s', (written, name) => expect(provedName(written, certificate)).toBe(name));

it('a certificate without a patronymic proves none', () => {
  expect(provedName('Демо Айгүл Үлгіқызы', { commonName: 'ДЕМО АЙГҮЛ' })).toBe('ДЕМО АЙГҮЛ');
});

it('a name that an account may not have is left out: the patronymic first, then the whole name', () => {
  expect(nameOf({ commonName: 'ДЕМО АЙГҮЛ', givenName: 'N/A 1' }, 'x')).toBe('ДЕМО АЙГҮЛ');
  expect(nameOf({ commonName: 'DEMO 1' }, 'Демо Айгүл')).toBe('Демо Айгүл');
});

it('names are compared by words in any case', () => {
  expect(agreesWith('демо  АЙГҮЛ', 'Демо Айгүл')).toBe(true);
  expect(agreesWith('Демо Айгүл', 'Демо Айгүлі')).toBe(false);
});
