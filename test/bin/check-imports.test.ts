import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { writeTree } from '../write-tree.ts';

const folders = {
  'bin/a.ts': '',
  'functions/steps/greet/contract.ts': '',
  'functions/steps/greet/greet.ts': '',
  'statemachines/a.ts': '',
  'lib/eds/report.ts': '',
  'lib/domain/a.ts': '',
  'lib/adapters/a.ts': '',
  'web/routes.ts': '',
};

function check(files: Readonly<Record<string, string>>) {
  const root = writeTree({ ...folders, ...files });
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../bin/check-imports.ts'), root],
    {
      encoding: 'utf8',
    },
  );
  return { status, says: stderr.trim() };
}

const passes = { status: 0, says: '' };
const refuses = (sentence: string) => ({ status: 1, says: sentence });

describe('the direction of imports', () => {
  it('goes from functions to adapters to the domain', () => {
    expect(
      check({
        'functions/steps/greet/handler.ts': "import { a } from '../../../lib/adapters/a.ts';\nimport './greet.ts';\n",
        'lib/adapters/b.ts': "import {\n  a,\n  type B,\n} from '../domain/a.ts';\n",
      }),
    ).toEqual(passes);
  });

  it('lets the domain import only types of the signature core', () => {
    expect(
      check({
        'lib/domain/b.ts': "import type { Report } from '../eds/report.ts';\n",
        'lib/domain/c.ts': "import { type Report, type Verdict } from '../eds/report.ts';\n",
      }),
    ).toEqual(passes);
    expect(check({ 'lib/domain/b.ts': "import { type Report, judge } from '../eds/report.ts';\n" })).toEqual(
      refuses(
        'lib/domain/b.ts imports lib/eds/report.ts: lib/domain may import statemachines/*.json, types of lib/eds.',
      ),
    );
  });

  it('lets the signature core import nothing of ours', () => {
    expect(check({ 'lib/eds/b.ts': "export { a } from '../domain/a.ts';\n" })).toEqual(
      refuses('lib/eds/b.ts imports lib/domain/a.ts: lib/eds may import nothing of ours.'),
    );
  });

  it("lets a function import only another function's contract", () => {
    expect(check({ 'functions/steps/part/part.ts': "import { contract } from '../greet/contract.ts';\n" })).toEqual(
      passes,
    );
    expect(check({ 'functions/steps/part/part.ts': "const greet = await import('../greet/greet.ts');\n" })).toEqual(
      refuses(
        'functions/steps/part/part.ts imports functions/steps/greet/greet.ts: functions may import lib/domain, lib/eds, ' +
          'lib/card, lib/adapters, web/routes.ts, web/first-load.ts, statemachines/*.json, and of other functions their contracts and JSON files.',
      ),
    );
  });

  it('lets pages import the pure domain and the types of contracts, and functions the table of pages', () => {
    expect(
      check({
        'web/pages/home.tsx':
          "import type { contract } from '../../functions/steps/greet/contract.ts';\nimport '../../lib/domain/a.ts';\n",
        'functions/steps/greet/handler.ts': "import { findPage } from '../../../web/routes.ts';\n",
      }),
    ).toEqual(passes);
    expect(
      check({ 'web/pages/home.tsx': "import { contract } from '../../functions/steps/greet/contract.ts';\n" }),
    ).toEqual(
      refuses(
        'web/pages/home.tsx imports functions/steps/greet/contract.ts: web may import lib/domain, lib/eds, lib/card, lib/signing, types of functions.',
      ),
    );
  });

  it('has a rule for every folder', () => {
    expect(check({ 'lib/utils/a.ts': '' })).toEqual(
      refuses('lib/utils/a.ts lies in a folder for which bin/check-imports.ts has no rule.'),
    );
  });

  it('is not confused by comments', () => {
    expect(
      check({ 'lib/eds/b.ts': "// import { a } from '../domain/a.ts';\n/* import '../domain/a.ts' */\n" }),
    ).toEqual(passes);
  });

  it('refuses circles between folders of any length', () => {
    expect(
      check({
        'lib/domain/a/one.ts': "import '../b/two.ts';\n",
        'lib/domain/b/two.ts': "import '../c/three.ts';\n",
        'lib/domain/c/three.ts': "import '../a/four.ts';\n",
        'lib/domain/a/four.ts': '',
        // A folder and its subfolders count as one.
        'lib/domain/a/inner/five.ts': "import '../one.ts';\n",
        'lib/domain/a/six.ts': "import './inner/five.ts';\n",
      }),
    ).toEqual(
      refuses(
        'lib/domain/a → lib/domain/b → lib/domain/c → lib/domain/a: folders import in a circle ' +
          '(lib/domain/a/one.ts imports lib/domain/b/two.ts).',
      ),
    );
  });

  it('applies to the pages, too, where later parts are loaded only by name', () => {
    expect(
      check({
        'web/frame/app.ts': "import '../session/end.ts';\n",
        'web/session/end.ts': "import '../frame/text.ts';\n",
      }),
    ).toEqual(
      refuses(
        'web/frame → web/session → web/frame: folders import in a circle (web/frame/app.ts imports web/session/end.ts).',
      ),
    );
    const loaded = { 'web/later/sign.ts': "import '../parts/key.ts';\n", 'web/parts/key.ts': '' };
    expect(
      check({ ...loaded, 'web/parts/panel.ts': "load<typeof import('../later/sign.ts')>('later/sign');\n" }),
    ).toEqual(passes);
    expect(check({ ...loaded, 'web/parts/panel.ts': "import { sign } from '../later/sign.ts';\n" })).toEqual(
      refuses(
        'web/parts/panel.ts imports web/later/sign.ts: what is in web/later is loaded by name; import its types.',
      ),
    );
  });
});
