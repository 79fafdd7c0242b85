import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Link, openLink } from './link.js';

let heard = '';
const server = createServer(socket => {
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
    socket.write(`<${chunk.toString()}>`);
  });
});
let link: Link;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  link = await openLink('127.0.0.1', (server.address() as AddressInfo).port);
});
afterAll(async () => {
  await link.close();
  server.close();
});

/** What comes back for words sent one after the other, until the link breaks. */
async function answers(...words: readonly string[]): Promise<readonly string[]> {
  const socket = connect(link.port, '127.0.0.1');
  const broken = once(socket, 'close').catch(() => undefined);
  socket.on('error', () => undefined);
  const came: string[] = [];
  for (const word of words) {
    socket.write(word);
    const answer = await Promise.race([once(socket, 'data').catch(() => undefined), broken]);
    if (!answer || !Buffer.isBuffer(answer[0])) break;
    came.push(answer[0].toString());
  }
  socket.destroy();
  return came;
}

it('hands everything on, and counts messages of both ways', async () => {
  link.start();
  expect(await answers('a', 'b')).toEqual(['<a>', '<b>']);
  expect(link.messages).toBe(4);
  expect(link.connections).toBe(1);
});

it.each<[string, number, 'before' | 'after', readonly string[], string]>([
  ['a message to the server', 3, 'before', ['<a>'], 'a'],
  ['what was handed on', 3, 'after', ['<a>'], 'ab'],
  ['an answer', 2, 'before', [], 'a'],
])('breaks at %s, once', async (_, message, when, came, server) => {
  heard = '';
  let broke = 0;
  link.start({ message, when, broke: () => (broke += 1) });
  expect(await answers('a', 'b')).toEqual(came);
  await expect.poll(() => heard).toBe(server);
  expect(broke).toBe(1);
  expect(await answers('c')).toEqual(['<c>']);
});
