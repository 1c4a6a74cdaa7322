import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Memory of a process, in megabytes. Only Linux reports its maximum, and which part is mapped files. */
export interface Memory {
  readonly now: number;
  readonly most?: number;
  readonly mapped?: number;
}

/** All numbers are NaN if there is no such process. */
export function memoryOf(pid: number): Memory {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status))
    return { now: Number(spawnSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' }).stdout || NaN) / 1024 };
  const text = readFileSync(status, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM'), mapped: megabytes('RssFile') };
}
