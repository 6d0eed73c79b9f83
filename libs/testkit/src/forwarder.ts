import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './servers.ts';

const HOST = '127.0.0.1';

/** A port behind which others stand: as a Service of Kubernetes has endpoints, or as a server that is away and comes back. */
export type Forwarder = {
  port: number;
  /** Takes connections from now on. */
  open: () => Promise<void>;
  /** Takes no more, and breaks those there are. */
  close: () => Promise<void>;
  /** New connections go to these ports in turn; those there are stay where they are. */
  to: (ports: readonly number[]) => void;
};

/** A forwarder of TCP connections; closed until it is opened. */
export async function aForwarder(first: readonly number[]): Promise<Forwarder> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let targets = first;
  let turn = 0;
  let server: Server | undefined;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  };
  const forward = (from: Socket) => {
    const to = connect(targets[turn++ % targets.length] ?? 0, HOST);
    for (const socket of [from, to]) keep(socket);
    from.pipe(to).pipe(from);
    // Half-closed ends are told by the pipes; broken ones are not.
    from.once('close', () => to.destroy());
    to.once('close', () => from.destroy());
  };
  return {
    port,
    open: async () => {
      server = createServer({ allowHalfOpen: true }, forward).listen(port, HOST);
      await once(server, 'listening');
    },
    close: async () => {
      const closed = server ? once(server, 'close') : Promise.resolve();
      server?.close();
      for (const socket of sockets) socket.destroy();
      server = undefined;
      await closed;
    },
    to: (ports) => {
      targets = ports;
    },
  };
}
