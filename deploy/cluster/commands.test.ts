import { describe, expect, it } from 'vitest';
import { CommandFailed, commandOf } from './commands.ts';

const node = commandOf([process.execPath, '-e'], 'node is missing');

describe('a command', () => {
  it('gives what was printed, and reads what it is given', async () => {
    expect(await node(['process.stdin.pipe(process.stdout)'], 'apple')).toBe('apple');
  });

  it('fails with what the program said', async () => {
    const failing = node(['console.error("no such pod"); process.exitCode = 3']);
    await expect(failing).rejects.toThrow(CommandFailed);
    await expect(failing).rejects.toThrow('no such pod');
  });

  it('gives the answer of a program that is expected to fail', async () => {
    expect(await node.answer(['process.exitCode = 3'])).toMatchObject({ code: 3 });
  });

  it('says what is missing when there is no such program', async () => {
    await expect(commandOf(['no-such-program'], 'Install it.')([])).rejects.toThrow('Install it.');
  });

  it('follows what a program prints, line by line', async () => {
    const lines: string[] = [];
    const child = node.follow(['process.stdout.write("a\\nb\\nc")'], (line) => lines.push(line));
    await new Promise((resolve) => child.once('close', resolve));
    expect(lines).toEqual(['a', 'b']);
  });
});
