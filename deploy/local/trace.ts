/** `make trace id=…`: prints the spans of one trace as a tree. */
import { Refusal, runCommand } from './steps.ts';
import { HOST, TRACES_PORT } from './system.ts';

await runCommand(async () => {
  const id = process.argv[2];
  if (!id) throw new Refusal(`Say which one: make trace id=TRACE_ID. The latest are at http://${HOST}:${TRACES_PORT}`);

  const url = `http://${HOST}:${TRACES_PORT}/traces/${id}/tree`;
  const response = await fetch(url).catch(() => {
    throw new Refusal('The trace receiver is not running. Start the platform with: make up');
  });
  if (response.status === 404) throw new Refusal(`There is no trace ${id}; only recent ones are kept.`);
  process.stdout.write(await response.text());
});
