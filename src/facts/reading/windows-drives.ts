/** "M", "m:" and "M:\" as "M:"; undefined for what is no drive. */
export function driveLetter(text: string | undefined): string | undefined {
  const letter = /^\s*([a-z])(:\\?)?\s*$/i.exec(text ?? '')?.[1];
  return letter === undefined ? undefined : `${letter.toUpperCase()}:`;
}

/** The drive of a full path. */
export function driveOf(path: string | undefined): string | undefined {
  return path?.[1] === ':' ? driveLetter(path.slice(0, 2)) : undefined;
}
