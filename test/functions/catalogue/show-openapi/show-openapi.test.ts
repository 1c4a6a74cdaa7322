import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/catalogue/show-openapi/contract.ts';
import { showOpenapi } from '../../../../functions/catalogue/show-openapi/show-openapi.ts';
import description from '../../../../lib/adapters/http/openapi.json' with { type: 'json' };
import { bodyOf } from '../../asked.ts';

it("the whole description is served, with this platform's address", () => {
  const shown = bodyOf(contract, showOpenapi(description, 'https://e-akimat.example'));
  expect(shown).toEqual({ ...description, servers: [{ url: 'https://e-akimat.example' }] });
});
