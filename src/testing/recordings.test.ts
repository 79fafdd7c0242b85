import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../engine/assess.js';
import { batchFor } from '../engine/batch.js';
import { facts } from '../facts/registry.generated.js';
import { readRecording, writeRecording } from '../hosts/recorded/recording-text.js';
import type { State } from '../model/finding.js';
import type { Verdict } from '../model/assessment.js';
import { recordingShape } from '../model/schemas.js';
import { textReport } from '../report/text.js';
import picocolors from 'picocolors';

interface Expected {
  /** Left out: the key. */
  readonly recording?: string;
  readonly path: string;
  readonly verdict: Verdict;
  /** Findings that matter, by their key. */
  readonly findings: Readonly<Record<string, State>>;
}

/** Every recording there is, on the path that is recommended for it; some on another, too. */
const expected: Readonly<Record<string, Expected>> = {
  'debian11-web': {
    path: 'debian11-debian12',
    verdict: 'not-ready',
    findings: {
      'updates-pending': 'fail',
      'merged-usr': 'warn',
      'non-free-firmware': 'warn',
      'mariadb-clean-shutdown': 'warn',
      'apt-foreign-packages/deb.sury.org': 'manual',
      'third-party-services/webmin.service': 'warn',
      'tasks-with-removed-interpreters//var/spool/cron/crontabs/root#1': 'warn',
    },
  },
  'debian12-server': {
    path: 'debian12-debian13',
    verdict: 'not-ready',
    findings: { 'updates-pending': 'fail', 'backup-proof': 'manual', 'supported-path': 'pass' },
  },
  'lab-debian': {
    path: 'debian12-debian13',
    verdict: 'not-ready',
    findings: { 'updates-pending': 'fail', 'apt-held-packages': 'warn', 'supported-path': 'pass' },
  },
  'lab-sbs2000-es': {
    path: 'sbs2000-sbs2003',
    verdict: 'facts-missing',
    findings: {
      'exchange-drive-mapped': 'warn',
      'real-time-antivirus/symantec-antivirus': 'warn',
      'backup-agents/backup-exec': 'warn',
      'single-sbs-limits/operation-masters': 'unknown',
      'language-kept': 'manual',
    },
  },
  'lab-sbs2003': {
    path: 'sbs2003-ws2025',
    verdict: 'not-ready',
    findings: { 'supported-path': 'fail' },
  },
  'lab-ws2019': {
    path: 'ws2019-ws2025',
    verdict: 'not-ready',
    findings: { 'pending-reboot': 'fail', 'dc-sysvol-dfsr': 'unknown', 'backup-agents/veeam-agent': 'warn' },
  },
  'sbs2003-premium': {
    path: 'sbs2003-ws2025',
    verdict: 'not-ready',
    findings: { 'supported-path': 'fail', 'queues-empty': 'warn', 'recent-backup': 'pass' },
  },
  'sbs2011-es': {
    path: 'sbs2011-ws2025',
    verdict: 'not-ready',
    findings: { 'supported-path': 'fail', 'support-ends/sbs2011': 'warn' },
  },
  'ubuntu2204-office': {
    path: 'ubuntu22.04-ubuntu24.04',
    verdict: 'answers-needed',
    findings: {
      'release-upgrader-ready': 'pass',
      'recent-backup': 'pass',
      'postgresql-clusters/14/main': 'warn',
      'machines-running-here/docker': 'warn',
      'apt-foreign-packages/Docker': 'manual',
      'users-logged-on': 'warn',
      'ssh-session-survives': 'pass',
    },
  },
  'ubuntu2404-vmware': {
    path: 'ubuntu24.04-ubuntu26.04',
    verdict: 'not-ready',
    findings: {
      'pending-reboot': 'fail',
      'system-disk-space': 'fail',
      'release-upgrader-ready': 'warn',
      'apt-held-packages': 'warn',
      'apt-backports': 'warn',
    },
  },
  'ws2000-member': {
    path: 'ws2000-ws2025',
    verdict: 'not-ready',
    findings: { 'supported-path': 'fail', 'support-ends/ws2000': 'warn' },
  },
  'ws2000-member to Small Business Server 2003': {
    recording: 'ws2000-member',
    path: 'ws2000-sbs2003',
    verdict: 'not-ready',
    findings: {
      'system-disk-space': 'fail',
      'single-sbs-limits/domain': 'fail',
      'real-time-antivirus/mcafee-trellix': 'warn',
      'backup-agents/arcserve': 'warn',
      'third-party-services/HarbourMaster': 'warn',
      'dynamic-mirrored-system-disk': 'pass',
    },
  },
  'ws2012r2-dc-es': {
    path: 'ws2012r2-ws2025',
    verdict: 'not-ready',
    findings: {
      'dc-sysvol-dfsr': 'fail',
      'dc-functional-level/domain': 'fail',
      'dc-functional-level/forest': 'fail',
      'nic-team/Equipo LAN': 'fail',
      'system-disk-space': 'fail',
      'recent-backup': 'fail',
      'dc-clean-install-preferred': 'warn',
      'real-time-antivirus/symantec-endpoint-protection': 'warn',
      'backup-agents/backup-exec': 'warn',
      'tasks-with-stored-credentials': 'warn',
    },
  },
  'ws2016-file-server': {
    path: 'ws2016-ws2025',
    verdict: 'not-ready',
    findings: {
      'pending-reboot': 'fail',
      'sql-server-version/FACTUSOL': 'fail',
      'backup-ended-well/wbadmin': 'fail',
      'print-fax-role': 'warn',
      'removed-features/FS-SMB1': 'warn',
      'real-time-antivirus/eset': 'warn',
      'tasks-with-removed-interpreters/\\Disk check': 'warn',
      'updates-pending': 'warn',
      'users-logged-on': 'warn',
    },
  },
  'ws2016-hyper-v': {
    path: 'ws2016-ws2025',
    verdict: 'not-ready',
    findings: {
      'hyper-v-machine-version/DC01': 'fail',
      'hyper-v-machine-version/Test-Win7': 'fail',
      'hyper-v-machines-off/Terminal': 'fail',
      'defender-tamper-protection': 'warn',
      'edition-path': 'manual',
    },
  },
  'ws2019-exchange': {
    path: 'ws2019-ws2025',
    verdict: 'not-ready',
    findings: { 'exchange-installed': 'fail', 'pending-reboot': 'warn', 'third-party-services/VMTools': 'warn' },
  },
  'ws2022-clean': {
    path: 'ws2022-ws2025',
    verdict: 'answers-needed',
    findings: {
      'supported-path': 'pass',
      'recent-backup': 'pass',
      'third-party-drivers': 'pass',
      'pending-reboot': 'pass',
      'cpu-features': 'pass',
    },
  },
  wse2012r2: {
    path: 'wse2012r2-wse2016',
    verdict: 'not-ready',
    findings: { 'system-disk-space': 'fail', 'dc-clean-install-preferred': 'warn', 'supported-path': 'pass' },
  },
};

const now = new Date('2026-11-24T12:00:00.000Z');
const whole = (name: string) => readFileSync(`recordings/${name}.json`, 'utf8');
const askedOf = (platform: 'windows' | 'linux') => batchFor(platform, facts).questions.map(({ id }) => id);
const anew = (name: string) =>
  readRecording(whole(name), name).composed
    ? 'regenerate with: npx tsx scripts/compose/all.ts'
    : 'regenerate with “antesala gather” (see recordings/README.md)';

it('every recording is expected here, and every one expected is there', () => {
  const names = readdirSync('recordings').flatMap(file => /^(.+)\.json$/.exec(file)?.[1] ?? []);
  const here = Object.entries(expected).map(([key, { recording = key }]) => recording);
  expect(names.toSorted()).toEqual([...new Set(here)].toSorted());
});

describe.each(Object.entries(expected))('%s', (key, { recording: name = key, path, verdict, findings }) => {
  const asked = name === key ? {} : { to: path };
  const text = whole(name);
  const recording = readRecording(text, name);
  const assessment = assess(recording, { now, version: 'test', ...asked });

  it('is a recording, and is written as it was read', () => {
    expect(recordingShape.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(writeRecording(recording) === text).toBe(true);
  });

  it('answers what is asked today', () => {
    expect(Object.keys(recording.answers).toSorted(), anew(name)).toEqual(askedOf(recording.platform).toSorted());
  });

  it('is understood by every reader and every check', () => {
    const said = [...assessment.findings.map(({ text }) => text), ...assessment.shown.missing.map(({ why }) => why)];
    expect(said.filter(({ en }) => /could not be understood|failed \(.*fault of Antesala/.test(en))).toEqual([]);
    expect(assessment.findings.filter(({ state }) => state === 'error').map(({ key }) => key)).toEqual([]);
  });

  it(`is judged ${verdict} on ${path}`, () => {
    expect([assessment.path.id, assessment.verdict]).toEqual([path, verdict]);
    const states = new Map(assessment.findings.map(({ key, state }) => [key, state]));
    expect(Object.fromEntries(Object.keys(findings).map(key => [key, states.get(key)]))).toEqual(findings);
  });

  it('is judged alike each time', () => {
    const again = assess(readRecording(text, name), { now, version: 'test', ...asked });
    expect(JSON.stringify(again) === JSON.stringify(assessment)).toBe(true);
  });

  it.each(['en', 'es'] as const)('has a report in %s that says where it comes from', language => {
    const options = { language, colors: picocolors.createColors(false), width: 100, all: true };
    const report = textReport(assessment, options).replaceAll(/\s+/g, ' ');
    expect(report).toContain(recording.computer);
    expect(report).not.toMatch(/undefined|\[object|NaN/);
    const composed = language === 'es' ? 'no proceden de ninguna máquina' : 'no machine gave these answers';
    expect(report.includes(composed)).toBe(recording.composed !== undefined);
    expect(recording.composed !== undefined).toBe(recording.host.startsWith('composed:'));
  });
});

it.each(['sbs2003-premium', 'sbs2011-es'])('%s, which a new server replaces, has nothing to stop', name => {
  const { findings } = assess(readRecording(whole(name), name), { now, version: 'test' });
  const stops = ['third-party-services', 'real-time-antivirus', 'backup-agents', 'defender-tamper-protection'];
  expect(findings.filter(({ check }) => stops.includes(check)).map(({ key }) => key)).toEqual([]);
});
