/** Watches the demo's groups over the WebSocket, as a shopper's phone would, and tells what is pushed. */
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Shopper } from './group-buy-cast.ts';

const ticketSchema = z.object({ ticket: z.string() });
const groupSchema = z.object({
  groupId: z.string(),
  state: z.string(),
  size: z.number(),
  members: z.array(z.unknown()),
});
const frameSchema = z.object({ type: z.literal('group'), group: groupSchema });

export type Audience = { watch: (groupId: string) => Promise<void>; close: () => void };

/** Opens a socket with a single-use ticket. */
export async function openAudience(
  url: string,
  person: Shopper,
  tell: (who: string, what: string) => void,
): Promise<Audience> {
  const { ticket } = await person.api.post('/v1/ws-tickets', {}, ticketSchema);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/ws?ticket=${ticket}`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const last = new Map<string, string>();
  socket.on('message', (data) => {
    const frame = frameSchema.safeParse(JSON.parse(String(data)));
    if (!frame.success) return;

    const { groupId, state, members, size } = frame.data.group;
    const news = `${members.length} of ${size} paid, ${state}`;
    if (last.get(groupId) === news) return;
    last.set(groupId, news);
    if (members.length > 0) tell('', `→ pushed to watchers: ${news}`);
  });
  return {
    watch: async (groupId) => socket.send(JSON.stringify({ type: 'watch', groupId })),
    close: () => socket.close(),
  };
}
