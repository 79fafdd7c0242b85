/** TCP ports that are waited on at every address, of both protocols: `port account`, the port in hex, as the kernel's tables have them. */
export function onEveryAddress(...ports: readonly string[]): readonly string[] {
  return ports.flatMap(port => [`tcp 00000000:${port}`, `tcp6 ${'0'.repeat(32)}:${port}`]);
}

/** TCP ports that only programs on the server itself reach. */
export function onLoopback(...ports: readonly string[]): readonly string[] {
  return ports.map(port => `tcp 0100007F:${port}`);
}
