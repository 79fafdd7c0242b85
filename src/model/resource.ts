/**
 * A thing on a server whose state can be read, set and put back. Executors know these few kinds and nothing of upgrades; what is to be
 * set, and why, is decided on our side. Every kind has fields (see {@link ResourceState}) that are read and set as one.
 */
export type Resource = ServiceResource | UnitResource | RegistryValueResource | FileResource | CommandResource;

export type ResourceKind = Resource['kind'];

/**
 * A service of Windows. Fields: `start` (`boot` `system` `auto` `manual` `disabled`), `delayed` (delayed automatic start), `running`.
 * Set in this order: to stop, first the start mode, then the stop (so that nothing restarts it); to start, first the start mode too, since
 * a disabled service cannot be started (error 1058): one that is to run although disabled is made `manual`, started, and disabled last.
 * One that is just stopping or starting is waited for before anything is decided, within the instruction's time. One that has not stopped
 * by then counts as running, but a `set` that wants it to run fails: it would be told as running and stop a moment later.
 */
export interface ServiceResource {
  readonly kind: 'service';
  /** The key's name, not the displayed one. */
  readonly name: string;
}

/**
 * A unit of systemd. Fields: `masked` (a link to /dev/null or, for a unit whose own file lies in /etc/systemd/system, our drop-in with a
 * condition that never holds), `enabled` (something in /etc/systemd/system wants or requires it), `active` (neither inactive nor failed;
 * what is about to stop counts as active to whoever wants it stopped, and as inactive to whoever wants it running).
 * To stop: masked on disk, stopped, and only then is systemd told of the mask, since a unit it knows to be masked has lost its ExecStop,
 * KillSignal and TimeoutStopSec. One that does not stop in time gets the condition in place of the mask, and goes on stopping.
 */
export interface UnitResource {
  readonly kind: 'unit';
  /** With its suffix: `acme.service`. */
  readonly name: string;
}

/** Fields: `present`, and when it is there `type` and `value` as in `RegistryValue` (multi: lines joined by `\n`). */
export interface RegistryValueResource {
  readonly kind: 'registry-value';
  readonly key: string;
  /** `''` is the default value. */
  readonly value: string;
}

/** A small text file. Fields: `present`, and when it is there `base64` and, on Linux, `mode` (octal digits). At most 256 KiB. */
export interface FileResource {
  readonly kind: 'file';
  readonly path: string;
}

/**
 * Something only a command tells and sets. One field, `value`: what `look` prints, without white space at its ends. `set` has the line
 * that brings each value about; a value without a line cannot be set. Lines are POSIX sh on Linux, cmd.exe on Windows.
 */
export interface CommandResource {
  readonly kind: 'command';
  /** Names it for people and in the log: `defender/real-time`, `adapter/Internet`. */
  readonly name: string;
  readonly look: string;
  readonly set: Readonly<Record<string, string>>;
}

/** The state of a resource: its fields by name, as its kind says. */
export type ResourceState = Readonly<Record<string, string | number | boolean>>;

/** `service:Norton`, `unit:acme.service`, `registry-value:HKLM\…\Start`: names a resource in keys, logs and on the command line. */
export function resourceName(resource: Resource): string {
  switch (resource.kind) {
    case 'service':
    case 'unit':
    case 'command':
      return `${resource.kind}:${resource.name}`;
    case 'registry-value':
      return `registry-value:${resource.key}\\${resource.value}`;
    case 'file':
      return `file:${resource.path}`;
  }
}

/** As {@link sameState}, of something that may not be there. */
export function sameFound(a: ResourceState | 'absent', b: ResourceState | 'absent'): boolean {
  return a === 'absent' || b === 'absent' ? a === b : sameState(a, b);
}

export function sameState(a: ResourceState, b: ResourceState): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every(name => a[name] === b[name]);
}
