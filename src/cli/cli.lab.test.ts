import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labHost } from '../hosts/transports/lab.js';
import type { Assessment } from '../model/assessment.js';

const here = process.env.ANTESALA_LAB === '1';
if (!here) console.warn('left out: the whole job against the lab, since ANTESALA_LAB is not 1');

const folder = mkdtempSync(join(tmpdir(), 'antesala-lab-'));
const at = ['--at', '2026-11-24T12:00:00Z'];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function antesala(...args: readonly string[]) {
  const done = spawnSync(process.execPath, ['bin/antesala.js', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** The services of the profile that run as LocalSystem, are of other makers and not disabled, with their start modes. */
const thirdParty = {
  APCPBEServer: 'auto',
  BackupExecAgentAccelerator: 'auto',
  ContaPlusLicencias: 'auto',
  ContaPlusServidor: 'auto',
  DefWatch: 'auto',
  'Norton AntiVirus Server': 'auto',
  winvnc: 'manual',
};

describe.skipIf(!here)('Small Business Server 2000 in Spanish (Wine)', () => {
  const saved = join(folder, 'sbs.json');

  it('is assessed over SSH: product, service pack, M:, services of others and no Microsoft one', () => {
    const { code, out, err } = antesala('assess', 'lab:sbs2000-es', '--json', '--save', saved, ...at);
    expect(code, err).toBe(4);
    const report = JSON.parse(out) as Assessment;
    expect(report.path.id).toBe('sbs2000-sbs2003');
    expect(report.recording.executor).toBe('wsh');
    const found = new Map(report.findings.map(finding => [finding.key, finding]));
    expect(found.get('sbs2000-service-pack')?.state).toBe('manual');
    expect(found.get('exchange-drive-mapped')?.text.es).toContain('M:');
    expect(report.shown.volumes.find(volume => volume.name === 'M:')).toEqual({
      name: 'M:',
      kind: 'exchange-ifs',
      system: false,
    });
    const services = report.findings.filter(finding => finding.check === 'third-party-services');
    expect(Object.fromEntries(services.map(finding => [finding.resource, finding.evidence?.['startMode']]))).toEqual(
      thirdParty,
    );
    expect(services.every(finding => finding.evidence?.['maker'] !== 'Microsoft Corporation')).toBe(true);
  });

  it('reads in both languages, the same bytes from the recording', () => {
    const spanish = antesala('assess', saved, '--lang', 'es', ...at);
    expect(spanish.out).toContain('SIN DECIDIR');
    expect(spanish.out).toContain('ContaPlus: servidor de asientos y año contable');
    expect(antesala('assess', saved, '--lang', 'en', ...at).out).toContain('UNDECIDED');
    expect(antesala('assess', saved, '--lang', 'es', ...at).out).toBe(spanish.out);
    expect(antesala('assess', saved, '--json', '--save', join(folder, 'again.json'), ...at).code).toBe(4);
    expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(readFileSync(saved, 'utf8'));
  });

  it('gives the same verdict from the kit, carried by hand', async () => {
    const kit = join(folder, 'kit');
    expect(antesala('kit', '--out', kit).code).toBe(0);
    const { address, options } = await labHost('sbs2000-es');
    const login = [
      '-F',
      'none',
      '-i',
      options.identityFiles?.[0] ?? '',
      '-o',
      'BatchMode=yes',
      '-o',
      `UserKnownHostsFile=${options.knownHostsFiles?.[0] ?? ''}`,
    ];
    const place = `${address.user ?? ''}@${address.host}`;
    const batch = join(folder, 'batch');
    const files = ['antesala.cmd', 'antesala.js', 'antesala.ps1', 'README.txt'];
    writeFileSync(
      batch,
      ['-mkdir /C:/kit', ...files.map(name => `put "${join(kit, name)}" /C:/kit/${name}`), ''].join('\n'),
    );
    const sftp = (script: string) =>
      spawnSync('sftp', [...login, '-P', String(address.port), '-b', script, place], { encoding: 'utf8' });
    expect(sftp(batch).stderr).not.toMatch(/denied|failure/i);
    const ran = spawnSync('ssh', [...login, '-p', String(address.port), place, 'C:\\kit\\antesala.cmd'], {
      encoding: 'utf8',
      timeout: 170_000,
    });
    expect(ran.stdout, ran.stderr).toContain('antesala-SERVIDOR.txt');
    writeFileSync(
      batch,
      `get /C:/kit/antesala-SERVIDOR.txt "${join(folder, 'result.txt')}"\nrm /C:/kit/*\nrmdir /C:/kit\n`,
    );
    sftp(batch);
    const carried = JSON.parse(antesala('assess', join(folder, 'result.txt'), '--json', ...at).out) as Assessment;
    const direct = JSON.parse(antesala('assess', saved, '--json', ...at).out) as Assessment;
    const keys = (report: Assessment) =>
      report.findings
        .map(finding => `${finding.key} ${finding.state}`)
        .filter(line => !/^(clock|users-logged|pending)/.test(line))
        .toSorted();
    expect(carried.verdict).toBe(direct.verdict);
    expect(keys(carried)).toEqual(keys(direct));
  });
});

describe.skipIf(!here)('a real Debian 12 over a real sshd', () => {
  it('is assessed for 12 → 13 as its administrator would', () => {
    const { code, out, err } = antesala('assess', 'lab:debian', '--json', ...at);
    expect([0, 1, 4], err).toContain(code);
    const report = JSON.parse(out) as Assessment;
    expect(report.path.id).toBe('debian12-debian13');
    const keys = report.findings
      .filter(finding => finding.state === 'warn' || finding.state === 'fail' || finding.state === 'manual')
      .map(finding => finding.key);
    expect(keys).toEqual(
      expect.arrayContaining(['apt-held-packages', 'third-party-services/facturasur-agente.service']),
    );
    expect(keys.some(key => key.startsWith('apt-sources-foreign/'))).toBe(true);
    expect(report.shown.missing).toEqual([]);
  });
});
