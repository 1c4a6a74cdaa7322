// Installs the locked dependencies if they are missing or stale, so that a fresh clone needs only `npm start` and `npm
// test`. Plain Node >= 18, no dependencies, because it runs before any exist. Everything after it runs on Node 24: the
// one that npm installs on Linux (optionalDependencies), or the machine's own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

const LOCK_DIR = '.bootstrap.lock';

const packagesIn = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages;

/**
 * At the end npm records what it has installed: everything in the lock file except optional packages for other
 * machines.
 */
const isInstalled = () => {
  try {
    const installed = packagesIn('node_modules/.package-lock.json');
    return Object.entries(packagesIn('package-lock.json')).every(
      ([path, { version, integrity, optional }]) =>
        path === '' ||
        (path in installed
          ? installed[path].version === version && installed[path].integrity === integrity
          : optional === true),
    );
  } catch {
    return false;
  }
};

/** Only one process installs; a lock whose owner has died is taken over. */
function takeLock() {
  try {
    mkdirSync(LOCK_DIR);
    writeFileSync(`${LOCK_DIR}/pid`, String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!ownerLives()) rmSync(LOCK_DIR, { recursive: true, force: true });
    return false;
  }
}

function ownerLives() {
  try {
    process.kill(Number(readFileSync(`${LOCK_DIR}/pid`, 'utf8')), 0);
    return true;
  } catch (error) {
    if (error.code !== 'ENOENT') return error.code === 'EPERM';
    // The owner may be between making the folder and writing its pid.
    const made = statSync(LOCK_DIR, { throwIfNoEntry: false })?.mtimeMs;
    return made !== undefined && Date.now() - made < 2000;
  }
}

function install() {
  console.log('Installing the locked dependencies (npm ci) ...');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: true });
  return status ?? 1;
}

/** Whether npm installs its own Node for this machine. */
const isBrought = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);

/** `npm run` finds the Node in node_modules/.bin before the machine's. */
function refuseOldNode() {
  if (
    Number(process.versions.node.split('.')[0]) >= 24 ||
    existsSync(new URL('../node_modules/.bin/node', import.meta.url))
  )
    return;
  console.error(
    `e-akimat runs on Node 24 or newer; this is ${process.version}, and npm has brought none for ${process.platform} ${process.arch}. ` +
      'Install Node 24 (https://nodejs.org/en/download) and run the command again.',
  );
  process.exit(1);
}

if (!isBrought) refuseOldNode();
while (!isInstalled()) {
  if (!takeLock()) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    continue;
  }
  const status = isInstalled() ? 0 : install();
  rmSync(LOCK_DIR, { recursive: true, force: true });
  if (status !== 0) process.exit(status);
}
refuseOldNode();
