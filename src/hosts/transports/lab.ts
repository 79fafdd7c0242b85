import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { say } from '../../i18n/text.js';
import type { SshAddress } from '../address.js';
import { HostError } from '../host-error.js';
import type { SshOptions } from './ssh/options.js';

/** A host of the lab, as the ssh transport wants it. */
export interface LabHost {
  readonly address: SshAddress;
  readonly options: Pick<SshOptions, 'identityFiles' | 'knownHostsFiles' | 'agent'>;
}

/**
 * Looks up a host of the lab in the state file that the lab writes while it is up (see lab/README.md).
 *
 * @throws HostError `bad-address` when no such host is up, with those that are
 */
export async function labHost(name: string): Promise<LabHost> {
  const file = join(labFolder(), 'state.json');
  const hosts = hostsIn(await readFile(file, 'utf8').catch(() => ''));
  const found = hosts.get(name);
  if (!found) throw new HostError('bad-address', notUp(name, [...hosts.keys()]));
  return found;
}

function labFolder(): string {
  const { ANTESALA_LAB_DIR: own, XDG_CACHE_HOME: cache } = process.env;
  if (own) return own;
  return join(cache?.startsWith('/') ? cache : join(homedir(), '.cache'), 'antesala-lab');
}

/** The hosts that are named in a state file with all that is needed to reach them. */
export function hostsIn(text: string): ReadonlyMap<string, LabHost> {
  const hosts = new Map<string, LabHost>();
  for (const value of Object.values(fieldsOf(fieldsOf(parsed(text))['hosts']))) {
    const { name, host, port, user, identityFile, knownHostsFile } = fieldsOf(value);
    if (typeof name !== 'string' || typeof host !== 'string' || typeof user !== 'string') continue;
    if (typeof identityFile !== 'string' || typeof knownHostsFile !== 'string') continue;
    if (typeof port !== 'number' || !Number.isInteger(port)) continue;
    hosts.set(name, {
      address: { host, port, user },
      options: { identityFiles: [identityFile], knownHostsFiles: [knownHostsFile], agent: false },
    });
  }
  return hosts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const notUp = (name: string, others: readonly string[]) =>
  say({
    en: f =>
      `The lab has no host ${name} that is up${others.length > 0 ? `; up are ${f.list(others)}` : ''}. Start it with \`npm run lab -- up ${name}\`.`,
    es: f =>
      `El laboratorio no tiene ningún equipo ${name} en marcha${others.length > 0 ? `; lo están ${f.list(others)}` : ''}. Inícielo con \`npm run lab -- up ${name}\`.`,
  });
