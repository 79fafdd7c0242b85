import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labDir, layout } from '../../../lab/paths.js';
import { type LabHost, readState } from '../../../lab/state.js';
import { executors } from '../../hosts/executors/all.js';
import { labHost } from '../../hosts/transports/lab.js';
import { sshHost } from '../../hosts/transports/ssh/host.js';
import type { Plan } from '../../model/plan.js';
import type { PlannedChange } from '../../model/step.js';
import { type Resource, type ResourceState, resourceName } from '../../model/resource.js';
import { changesOf } from '../twin.js';
import { type Guest, choicesFor, programsOn } from './guests.js';
import { type Link, openLink } from './link.js';

export type States = ReadonlyMap<string, ResourceState | 'absent' | 'unknown'>;

/** A command that runs, and how it ends. */
export interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly exit: number | null; readonly out: string; readonly err: string }>;
}

/** A guest, reached by the real command line through a link that can be cut, and the case at hand. */
export class KillSite {
  readonly guest: Guest;
  readonly link: Link;
  /** Folder of the case at hand. */
  case = '';
  readonly #lab: LabHost;
  readonly #folder: string;
  readonly #resources = new Map<string, Resource>();
  #cases = 0;

  /** @param folder for its cases */
  private constructor(guest: Guest, folder: string, lab: LabHost, link: Link) {
    this.guest = guest;
    this.link = link;
    this.#lab = lab;
    this.#folder = folder;
    writeFileSync(this.#knownHosts, readFileSync(lab.knownHostsFile, 'utf8').replaceAll(/\]:\d+ /g, `]:${link.port} `));
  }

  /** @throws Error when the guest is not up */
  static async open(guest: Guest, folder: string): Promise<KillSite> {
    const lab = readState(layout(labDir()).state)[guest.name];
    if (!lab) throw new Error(`npm run lab -- up ${guest.name}`);
    return new KillSite(guest, folder, lab, await openLink(lab.host, lab.port));
  }

  get #knownHosts(): string {
    return join(this.#folder, `${this.guest.name}-known-hosts`);
  }

  /** The log of the case at hand. */
  get log(): string {
    return join(this.case, 'case.jsonl');
  }

  /** Starts the command line as it is shipped. Never waited for by a call that blocks: the link lives in this process. */
  start(...args: readonly string[]): Command {
    const child = spawn(process.execPath, ['bin/antesala.js', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    return { child, ended: once(child, 'close').then(() => ({ exit: child.exitCode, ...said })) };
  }

  /** Options by which the guest is reached. */
  get reach(): readonly string[] {
    return ['--identity', this.#lab.identityFile, '--known-hosts', this.#knownHosts];
  }

  /** Makes the next case and its plan. */
  async newCase(withSlow: boolean): Promise<readonly PlannedChange[]> {
    this.#cases += 1;
    const name = `${this.guest.name}-${this.#cases}`;
    this.case = join(this.#folder, name);
    const choices = `${this.case}-choices.json`;
    writeFileSync(choices, JSON.stringify(choicesFor(this.guest, withSlow)));
    this.link.start();
    const host = `ssh://${this.#lab.user}@127.0.0.1:${this.link.port}`;
    await this.#done('case', 'new', name, '--in', this.#folder, '--host', host);
    const plan = await this.#done('plan', this.case, '--choices', choices, '--json', ...this.reach);
    const changes = changesOf(JSON.parse(plan) as Plan);
    for (const { resource } of changes) this.#resources.set(resourceName(resource), resource);
    return changes;
  }

  /** How everything that was ever planned stands now, seen past the link. */
  async look(): Promise<States> {
    const { address, options } = await labHost(this.guest.name);
    const looks = [...this.#resources].map(([id, resource]) => ({ kind: 'look' as const, id, resource }));
    const { results, broke } = await sshHost(address, options, executors).carryOut(this.guest.executor, looks, {});
    if (broke) throw broke;
    return new Map(results.map(one => [one.id, one.did === 'looked' ? one.found : 'unknown']));
  }

  programs(): readonly number[] {
    return programsOn(this.guest, this.#lab);
  }

  /** Entries of all facts that are other than when the case was planned, and neither ours nor expected to change by themselves. */
  async unexpected(): Promise<readonly string[]> {
    const { facts } = JSON.parse(await this.#done('compare', this.case, '--json', ...this.reach)) as {
      facts: readonly {
        fact: string;
        entries: readonly { entry: string; reason: string; before?: string; after?: string }[];
      }[];
    };
    return facts.flatMap(({ fact, entries }) =>
      entries
        .filter(({ reason }) => reason === 'unexpected')
        .map(({ entry, before, after }) => `${fact} ${entry}: ${before ?? 'not there'} → ${after ?? 'not there'}`),
    );
  }

  async close(): Promise<void> {
    await this.link.close();
  }

  async #done(...args: readonly string[]): Promise<string> {
    const { exit, out, err } = await this.start(...args).ended;
    if (exit === 0) return out;
    throw new Error(`antesala ${args.join(' ')} ended with ${exit}: ${err}`);
  }
}
