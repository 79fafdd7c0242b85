import type { Duplex } from 'node:stream';

/**
 * Reads along what a server says first, up to its identification (RFC 4253, 4.2: other lines may come before it).
 *
 * @param onLine called for each line, last for the one that begins with `SSH-`
 */
export function listenToGreeting(stream: Duplex, onLine: (line: string) => void): void {
  let text = '';
  const listener = (chunk: Buffer): void => {
    text += chunk.toString('latin1', 0, 8192);
    const lines = text.split('\n');
    text = (lines.pop() ?? '').slice(0, 8192);
    for (const line of lines) {
      onLine(line.trimEnd());
      if (!line.startsWith('SSH-')) continue;
      stream.off('data', listener);
      return;
    }
  };
  stream.on('data', listener);
}
