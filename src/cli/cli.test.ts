import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportShape } from '../model/schemas.js';
import { buildOnce } from '../testing/build-once.js';

const folder = mkdtempSync(join(tmpdir(), 'antesala-cli-'));
const recording = 'recordings/debian12-server.json';
const other = 'recordings/lab-sbs2000-es.json';
const at = ['--at', '2026-11-24T12:00:00Z'];

beforeAll(buildOnce);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function antesala(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const done = spawnSync(process.execPath, ['bin/antesala.js', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', LC_ALL: '', ANTESALA_LANG: '', ...env },
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('help', () => {
  it('tells the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    expect(antesala(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each(['assess', 'gather', 'paths', 'explain', 'kit', 'report'])(
    '%s has help in both languages, with the exit codes',
    command => {
      const english = antesala([command, '--help']);
      const spanish = antesala([command, '--help', '--lang', 'es']);
      expect([english.code, spanish.code]).toEqual([0, 0]);
      expect(english.out).toMatch(/^Usage: antesala/);
      expect(english.out).toContain('Exit codes:');
      expect(spanish.out).toMatch(/^Uso: antesala/);
      expect(spanish.out).toContain('Códigos de salida:');
      expect(spanish.out).not.toMatch(/Options:|Arguments:|default/);
    },
  );

  it.each([
    ['no such command', ['asess'], /no command “asess”/],
    ['no such option', ['assess', '--tu', 'x'], /no option --tu/],
    ['a missing argument', ['assess'], /<host> is missing/],
    ['an option without its value', ['assess', recording, '--to'], /needs a value/],
    ['one argument too many', ['paths', 'ws2016', 'ws2019'], /one argument too many/],
    ['a number out of bounds', ['assess', recording, '--parallel', '0'], /from 1 to 500/],
    ['a moment that is none', ['assess', recording, '--at', 'soon'], /--at takes a moment/],
    ['a path nobody knows', ['assess', recording, '--to', 'ws3000'], /neither a path nor a product/],
    ['a check nobody knows', ['explain', 'nothing'], /no check “nothing”/],
    ['a scheme nobody knows', ['assess', 'telnet://x'], /telnet/],
    ['a password in the address', ['assess', 'ssh://root:secret@x'], /password/i],
  ])('%s ends with 2 and a sentence', (_, args, expected) => {
    const { code, out, err } = antesala(args);
    expect(err).toMatch(expected);
    expect(err).not.toContain('secret@');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('says it in Spanish, too', () => {
    expect(antesala(['asess', '--lang', 'es']).err).toContain('No existe la orden «asess»');
    expect(antesala(['asess'], { LANG: 'es_ES.UTF-8' }).err).toContain('No existe la orden');
  });
});

describe('assess a recording', () => {
  it('prints the report and ends with the code of the verdict', () => {
    const { code, out } = antesala(['assess', recording, ...at]);
    expect([0, 1, 4]).toContain(code);
    expect(out).toContain('→ Debian 13');
    expect(out).not.toContain('\u001b');
  });

  it('gives the same bytes again, and the same from the JSON report', () => {
    const json = antesala(['assess', recording, ...at, '--json']);
    expect(antesala(['assess', recording, ...at, '--json']).out).toBe(json.out);
    expect(reportShape.safeParse(JSON.parse(json.out)).error?.issues ?? []).toEqual([]);
    const again = antesala(['report', file('report.json', json.out)]);
    expect(again.out).toBe(antesala(['assess', recording, ...at]).out);
    expect(again.code).toBe(json.code);
  });

  it('writes every form', () => {
    const place = (ending: string): string => join(folder, `r.${ending}`);
    antesala([
      'assess',
      recording,
      '--html',
      place('html'),
      '--markdown',
      place('md'),
      '--junit',
      place('xml'),
      '--save',
      place('json'),
      '--lang',
      'es',
    ]);
    expect(readFileSync(place('html'), 'utf8')).toContain('<html lang="es">');
    expect(readFileSync(place('md'), 'utf8')).toMatch(/^# /);
    expect(readFileSync(place('xml'), 'utf8')).toMatch(/^<\?xml/);
    expect(readFileSync(place('json'), 'utf8')).toBe(readFileSync(recording, 'utf8'));
    expect(readdirSync(folder).filter(name => name.startsWith('.antesala-'))).toEqual([]);
  });

  it('makes a table of several, and names the one that is no good', () => {
    const { code, out, err } = antesala(['assess', recording, other, join(folder, 'none.json'), '--lang', 'es']);
    expect(out).toContain('Impedimentos');
    expect(out).toContain('Sin datos');
    expect(err).toContain('No existe el archivo');
    expect(code).toBe(2);
  });

  it('prints one line of JSON for each of several', () => {
    const { out } = antesala(['assess', recording, other, '--json']);
    expect(
      out
        .trim()
        .split('\n')
        .map(line => (JSON.parse(line) as { readonly schema: string }).schema),
    ).toEqual(['antesala.report/1', 'antesala.report/1']);
  });
});

describe('bad input', () => {
  const text = readFileSync(recording, 'utf8');
  it.each([
    ['truncated', () => file('cut.json', text.slice(0, text.length / 2)), /breaks off or is damaged/],
    [
      'of a future version',
      () => file('future.json', text.replace('recording/1', 'recording/9')),
      /another version of Antesala/,
    ],
    ['nested too deeply', () => file('deep.json', '['.repeat(2_000_000)), /breaks off or is damaged/],
    [
      'nested deeply in an answer',
      () => file('deeper.json', text.replace('"exit":0', `"exit":${'['.repeat(200_000)}${']'.repeat(200_000)}`)),
      /missing or damaged/,
    ],
    [
      'of one key, __proto__',
      () => file('proto.json', '{"__proto__":{"schema":"antesala.recording/1"}}'),
      /is not a recording/,
    ],
    ['in Latin-1', () => file('latin1.json', Buffer.from(`${text}ñ`, 'latin1')), /not UTF-8/],
    ['with NULs', () => file('nul.json', `${text.slice(0, 500)}\0${text.slice(500)}`), /not UTF-8/],
    ['empty', () => file('empty.json', ''), /breaks off or is damaged/],
    ['a picture', () => file('x.png', Buffer.from('89504e470d0a1a0a', 'hex')), /not UTF-8/],
    ['a folder', () => folder, /is a folder/],
  ])('a recording %s ends with 2', (_, make, expected) => {
    const { code, out, err } = antesala(['assess', make()]);
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at /);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('__proto__ wherever a name may stand changes nothing but itself', () => {
    const evil = text
      .replace(
        '"answers":{',
        '"answers":{"__proto__":{"state":"ok","ms":1,"keys":{"__proto__":{"__proto__":{"type":"sz","value":"x"}}}},',
      )
      .replace('{"schema"', '{"__proto__":{"elevated":false},"schema"');
    const { code, out, err } = antesala(['assess', file('proto-answers.json', evil), ...at]);
    expect(err).toBe('');
    expect({ code, out }).toEqual({ code: 1, out: antesala(['assess', recording, ...at]).out });
  });

  it('a clock ten years off is said, and blocks', () => {
    const { hostClock } = JSON.parse(text) as { readonly hostClock: string };
    const wrong = text.replace(hostClock, hostClock.replace(/^20\d\d/, '2016'));
    const { code, out } = antesala(['assess', file('clock.json', wrong), ...at, '--lang', 'es']);
    expect(out).toContain('atrasado respecto al de este equipo');
    expect(out).toMatch(/Impide {2}Reloj/);
    expect(code).toBe(1);
  });

  it('200 MB are refused at once', () => {
    const path = file('huge.json', '');
    truncateSync(path, 200 * 1024 * 1024);
    expect(antesala(['assess', path])).toMatchObject({ code: 2, out: '' });
  });

  it('a link to itself', () => {
    symlinkSync('loop.json', join(folder, 'loop.json'));
    expect(antesala(['assess', join(folder, 'loop.json')]).code).toBe(2);
  });

  it('a report that was edited', () => {
    const json = antesala(['assess', recording, '--json']).out;
    const { code, err } = antesala(['report', file('edited.json', json.replace('"verdict"', '"verdikt"'))]);
    expect(code).toBe(2);
    expect(err).toContain('no whole report');
  });

  it('a product that is none of ours ends with 4', () => {
    const unknown = text.replaceAll('ID=debian', 'ID=beos').replaceAll('Debian GNU/Linux', 'BeOS');
    const { code, err } = antesala(['assess', file('beos.json', unknown)]);
    expect(err).toMatch(/no product Antesala knows/);
    expect(code).toBe(4);
  });

  it('a place that cannot be written to', () => {
    const { code, err } = antesala(['assess', recording, '--html', join(folder, 'none', 'x.html')]);
    expect(err).toMatch(/could not be written/);
    expect(code).toBe(2);
  });

  it('a full disk leaves nothing half-written', () => {
    if (!existsSync('/dev/full')) return;
    const before = readdirSync(folder).length;
    const done = spawnSync('sh', ['-c', `"$0" bin/antesala.js assess ${recording} >/dev/full`, process.execPath], {
      encoding: 'utf8',
    });
    expect(done.status).not.toBe(0);
    expect(readdirSync(folder).length).toBe(before);
  });
});

describe('the other commands', () => {
  it('paths: computed routes, support and days left', () => {
    const { code, out } = antesala(['paths', 'ws2012r2', '--lang', 'es']);
    expect(code).toBe(0);
    expect(out).toContain('ws2012r2 → ws2019 → ws2022');
    expect(out).toContain('(ws2012r2-ws2025)');
    const json = JSON.parse(antesala(['paths', '--json']).out) as {
      readonly schema: string;
      readonly ways: readonly unknown[];
    };
    expect(json.schema).toBe('antesala.paths/1');
    expect(json.ways.length).toBeGreaterThan(20);
    expect(antesala(['paths', 'sbs2011']).out).toContain('migrate, do not upgrade');
    expect(antesala(['paths', recording]).out).toContain('debian12-debian13');
  });

  it('explain: one and all', () => {
    const one = antesala(['explain', 'third-party-services/ccEvtMgr', '--lang', 'es']);
    expect(one.out).toContain('Fuente:');
    const all = JSON.parse(antesala(['explain', '--json']).out) as { readonly checks: readonly unknown[] };
    expect(all.checks.length).toBeGreaterThanOrEqual(60);
  });

  it('kit: a folder that explains itself', () => {
    const place = join(folder, 'kit');
    expect(antesala(['kit', '--out', place]).code).toBe(0);
    expect(readdirSync(place).toSorted()).toEqual([
      'README.txt',
      'antesala.cmd',
      'antesala.js',
      'antesala.ps1',
      'antesala.sh',
    ]);
    expect(statSync(join(place, 'antesala.js')).size).toBeGreaterThan(10_000);
  });

  it('gather: this machine', { timeout: 120_000 }, () => {
    const place = join(folder, 'local.json');
    const { code, err } = antesala(['gather', 'local', '--out', place]);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    expect([0, 1, 4]).toContain(antesala(['assess', place]).code);
  });

  it('two at once do not get into each other’s way', { timeout: 180_000 }, async () => {
    const run = (name: string) =>
      new Promise<number | null>(resolve => {
        const child = spawn(process.execPath, ['bin/antesala.js', 'gather', 'local', '--out', join(folder, name)], {
          stdio: 'ignore',
        });
        child.once('exit', resolve);
      });
    expect(await Promise.all([run('a.json'), run('b.json')])).toEqual([0, 0]);
  });

  it('Ctrl-C ends it with 6', { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, ['bin/antesala.js', 'gather', 'local'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const err: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
    await asking(child.pid ?? 0);
    child.kill('SIGINT');
    expect(await ended).toBe(6);
    expect(Buffer.concat(err).toString()).toContain('Stopped');
  });
});

/** Waits until a process has started others: it asks. */
async function asking(pid: number): Promise<void> {
  const children = (): string => {
    try {
      return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    } catch {
      return '';
    }
  };
  while (children() === '' && existsSync(`/proc/${pid}`)) await new Promise(resolve => setTimeout(resolve, 5));
}
