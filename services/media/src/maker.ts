import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@social/contracts/errors';
import type { Answer, Job, Made } from './making.ts';
import { Unfit } from './unfit.ts';

const CHILD = fileURLToPath(new URL('make-child.ts', import.meta.url));

export type MakerOptions = {
  /** How long one picture may take, in ms; then its process is killed. */
  timeLimitMs: number;
  /** How long a process without work is kept, in ms. */
  idleMs: number;
};

/** Makes pictures in child processes, each doing one at a time. Whoever asks bounds how many there are at once. */
export type Maker = {
  /** Errors: Unfit; service-unavailable, when its process could not be started or ended by itself. */
  make: (job: Job) => Promise<Made[]>;
  stop: () => void;
};

type Idle = { child: ChildProcess; timer: NodeJS.Timeout };

/** The child is given no environment: what it decodes may be made to break it. Requests go before its work. */
function start(): ChildProcess {
  const child = fork(CHILD, {
    serialization: 'advanced',
    env: {},
    execArgv: ['--max-semi-space-size=8'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
}

/** A process that ended by itself says nothing of the picture: the machine may have been short of memory. */
const ended = () => new DomainError('service-unavailable', 'the decoder ended', { retryAfterMs: 2000 });

const isAlive = (child: ChildProcess): boolean =>
  child.connected && !child.killed && child.exitCode === null && child.signalCode === null;

/** Asks a child for one picture; it is killed when that takes too long. */
async function ask(child: ChildProcess, job: Job, timeLimitMs: number): Promise<Made[]> {
  const over = new AbortController();
  const { signal } = over;
  const timer = setTimeout(() => child.kill('SIGKILL'), timeLimitMs);
  const heard = Promise.race([
    once(child, 'message', { signal }).then(([answer]) => answer as Answer),
    once(child, 'exit', { signal }).then(() => undefined),
  ]).catch(() => undefined);
  try {
    child.send(job);
    const answer = await heard;
    if (child.killed) throw new Unfit('picture-too-large', 'it takes too long to decode');
    if (!answer) throw ended();
    if ('unfit' in answer) throw new Unfit('picture-invalid', `it cannot be decoded (${answer.unfit})`);
    return answer.sizes.map((size) => ({ ...size, bytes: Buffer.from(size.bytes) }));
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

/** Keeps the processes that have nothing to do for a while: merchants bring pictures by the dozen. */
export function createMaker({ timeLimitMs, idleMs }: MakerOptions): Maker {
  const idle: Idle[] = [];
  const forget = (child: ChildProcess) => {
    const at = idle.findIndex((one) => one.child === child);
    if (at >= 0) clearTimeout(idle.splice(at, 1)[0]?.timer);
  };
  const rest = (child: ChildProcess) => {
    if (!isAlive(child)) return;
    idle.push({ child, timer: setTimeout(() => child.disconnect(), idleMs) });
  };
  const take = (): ChildProcess => {
    const resting = idle.pop();
    clearTimeout(resting?.timer);
    if (resting && isAlive(resting.child)) return resting.child;

    const child = start();
    for (const event of ['disconnect', 'exit', 'error']) child.on(event, () => forget(child));
    return child;
  };
  return {
    make: async (job) => {
      const child = take();
      try {
        return await ask(child, job, timeLimitMs);
      } finally {
        rest(child);
      }
    },
    stop: () => {
      for (const { child, timer } of idle.splice(0)) {
        clearTimeout(timer);
        child.disconnect();
      }
    },
  };
}
