/** kubectl and helm as child processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { Refusal } from '../local/steps.ts';

export interface Answer {
  /** Of the process; 0 when all went well. */
  code: number;
  out: string;
  err: string;
}

/** Runs one program with arguments, and what it reads from its standard input. */
export interface Command {
  /** Gives what it printed. Errors: CommandFailed, with what it said, when it ends with anything but 0. */
  (args: string[], input?: string): Promise<string>;
  /** Gives its answer whatever its code is. */
  answer(args: string[], input?: string): Promise<Answer>;
  /** Starts it and leaves it running; each line it prints is given to `onLine`. */
  follow(args: string[], onLine: (line: string) => void): ChildProcess;
}

/** A command ended with an error; its message is what it said. */
export class CommandFailed extends Error {
  readonly answer: Answer;

  constructor(commandLine: string, answer: Answer) {
    super(`${commandLine}\n${answer.err.trim() || answer.out.trim() || `ended with ${answer.code}`}`);
    this.answer = answer;
  }
}

/** How a command line is shown: long values files are told by their names. */
const shown = (words: string[]): string => `$ ${words.join(' ')}`;

function collected(child: ChildProcess, input: string | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
    // A program that ends before it has read everything says why itself.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}

function eachLine(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}

/** A program that is called with `words` before every argument. `missing`: what to say when there is no such program. */
export function commandOf(words: readonly string[], missing: string): Command {
  const [program = '', ...first] = words;
  const answer = async (args: string[], input?: string): Promise<Answer> => {
    try {
      return await collected(spawn(program, [...first, ...args]), input);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Refusal(missing);
      throw error;
    }
  };
  const command = async (args: string[], input?: string): Promise<string> => {
    const given = await answer(args, input);
    if (given.code !== 0) throw new CommandFailed(shown([program, ...first, ...args]), given);
    return given.out;
  };
  const follow = (args: string[], onLine: (line: string) => void): ChildProcess => {
    const child = spawn(program, [...first, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    child.on('error', () => {});
    eachLine(child, onLine);
    return child;
  };
  return Object.assign(command, { answer, follow });
}
