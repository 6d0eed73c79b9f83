/** Processes that see an image's files and nothing else, by Linux namespaces: what a container gives, without Docker. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../local/steps.ts';

const run = promisify(execFile);
const ENTER = join(import.meta.dirname, 'enter.sh');

/** The user of the images. */
const USER = 1000;

/** Where node is in an image. */
const NODE = '/usr/local/bin/node';

/** How a room is made on this machine: as what the namespaces are entered, and how the user without rights is become. */
export interface Isolation {
  namespaces: string[];
  user: string;
}

const NAMESPACES = ['--mount', '--pid', '--ipc', '--uts', '--fork', '--kill-child'];

const AS_ROOT: Isolation = { namespaces: NAMESPACES, user: `--setuid=${USER} --setgid=${USER}` };

/** A user namespace in which the caller is root, and in it another in which they are the image's user. */
const AS_ANYONE: Isolation = {
  namespaces: ['--user', '--map-root-user', ...NAMESPACES],
  user: `--user --map-user=${USER} --map-group=${USER}`,
};

const HOW_TO_ALLOW = [
  'Images cannot be tried here: this user may not make namespaces of its own. Run the command as root, or allow it:',
  '  sysctl kernel.unprivileged_userns_clone=1              (Debian, where the setting is there)',
  '  sysctl kernel.apparmor_restrict_unprivileged_userns=0  (Ubuntu)',
  'In a container they are allowed by running it with --privileged.',
].join('\n');

/** What a room is made of, on a folder that only this trial sees. */
const TRIED = 'mount -t tmpfs room /tmp && mkdir /tmp/proc && mount -t proc proc /tmp/proc';

/** How rooms can be made here. Errors: Refusal, when they cannot. */
export async function chooseIsolation(uid = process.getuid?.()): Promise<Isolation> {
  let reason = '';
  for (const isolation of uid === 0 ? [AS_ROOT, AS_ANYONE] : [AS_ANYONE]) {
    try {
      await run('unshare', [...isolation.namespaces, 'sh', '-c', TRIED]);
      return isolation;
    } catch (error) {
      reason = sentenceOf(error);
    }
  }
  throw new Refusal(`${HOW_TO_ALLOW}\n(${reason})`);
}

function sentenceOf(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return stderr || (error instanceof Error ? error.message : String(error));
}

/** An image's files, and an empty folder in which they are shown. */
export interface Room {
  isolation: Isolation;
  /** Of the image: its content below /. */
  rootfs: string;
  /** Empty. */
  place: string;
}

/** What to run in a room, by node. `shown`: further files, by the name that they have there. */
export interface Errand {
  args: string[];
  workdir: string;
  env: Record<string, string>;
  shown?: Record<string, string>;
}

/** Of glibc, in every base; native packages ask for some that node does not. */
const OF_GLIBC = ['librt.so.1', 'libresolv.so.2', 'libutil.so.1', 'libnss_files.so.2', 'libnss_dns.so.2'];

/** Node, and the shared libraries that an image has from its base: those that node needs, and glibc's own. */
export async function runtimeFiles(): Promise<Record<string, string>> {
  const node = realpathSync(process.execPath);
  const { stdout } = await run('ldd', [node]);
  const linked = stdout.match(/\/\S+/g) ?? [];
  const glibc = dirname(linked.find((path) => path.endsWith('/libc.so.6')) ?? '');
  const more = OF_GLIBC.map((name) => join(glibc, name)).filter((path) => existsSync(path));
  const libraries = [...new Set([...linked, ...more])];
  return { [NODE]: node, ...Object.fromEntries(libraries.map((path) => [path, path])) };
}

/** Starts node in the room; its output comes by pipes. The process that is given back stands outside and waits for it. */
export async function startInRoom({ isolation, rootfs, place }: Room, errand: Errand): Promise<ChildProcess> {
  const files = { '/app': join(rootfs, 'app'), ...(await runtimeFiles()), ...errand.shown };
  const shown = Object.entries(files).flatMap(([there, here]) => [here, there]);
  const inside = [place, isolation.user, errand.workdir, ...shown, '--', NODE, ...errand.args];
  return spawn('unshare', [...isolation.namespaces, ENTER, ...inside], {
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...errand.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Sends a signal to the process in the room, which need not end with the one outside. */
export function signalInRoom(outside: ChildProcess, signal: NodeJS.Signals): void {
  if (outside.exitCode !== null || outside.signalCode !== null) return;
  const inside = readFileSync(`/proc/${outside.pid}/task/${outside.pid}/children`, 'utf8').trim();
  if (inside) process.kill(Number(inside), signal);
}
