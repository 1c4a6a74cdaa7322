import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Locks a data folder for this process: `platform.lock` holds its pid. The lock of a dead process is taken over.
 * @throws Error in words if another process holds the folder
 */
export function takeLock(folder: string): () => void {
  const path = join(folder, 'platform.lock');
  for (;;) {
    try {
      writeFileSync(path, identity(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = read(path);
    const pid = Number(holder.split(' ')[0]);
    if (pid > 0 && holder !== '' && isAlive(pid) && identity(pid) === holder)
      throw new Error(`${folder} is in use by process ${pid}: stop it first, or use another folder`);
    rmSync(path, { force: true });
  }
}

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** The pid with the start time of the process (proc(5), field 22), because a pid may be used again. */
function identity(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`.trim();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
