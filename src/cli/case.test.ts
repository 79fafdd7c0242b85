import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCase } from '../caselog/open-case.js';
import { createdShape, printedKeyShape, printedLogShape, verificationShape } from '../caselog/printed-shapes.js';
import type { Language } from '../i18n/text.js';
import { sampleRest } from '../testing/case-events.js';
import { commandLine } from '../testing/command-line.js';
import { actor } from './actor.js';

const root = mkdtempSync(join(tmpdir(), 'antesala-case-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const place = (...names: readonly string[]): string => join(root, ...names);
const secret = 'una frase larga';

const antesala = (args: readonly string[], language: Language = 'en') =>
  commandLine(args, { language, env: { KEY_PHRASE: secret, EMPTY: '' } });

const created = (name: string): Promise<unknown> =>
  antesala(['case', 'new', name, '--host', 'ssh://ana@sbs', '--to', 'sbs2003', '--in', root]);

describe('case new', () => {
  it('makes a folder named after the case and says where it is', async () => {
    const { code, out } = await antesala(['case', 'new', 'Núñez / sbs', '--host', 'ssh://ana@sbs', '--in', root]);
    expect({ code, out }).toEqual({
      code: 0,
      out: `The case “Núñez / sbs” for ssh://ana@sbs is in ${place('Núñez - sbs')}. “antesala log” shows what has been done in it.\n`,
    });
    expect(readdirSync(place('Núñez - sbs')).toSorted()).toEqual(['case.json', 'case.jsonl', 'head.json']);
  });

  it('prints JSON as its schema says', async () => {
    const args = ['case', 'new', 'json', '--host', 'recordings/debian12-server.json', '--to', 'debian13', '--in', root];
    const { out } = await antesala([...args, '--json']);
    const printed = createdShape.parse(JSON.parse(out));
    expect(printed).toMatchObject({ name: 'json', folder: place('json'), to: 'debian13' });
    // a recording by its whole path: the case is used from other folders, too
    expect(printed.host).toBe(join(process.cwd(), 'recordings/debian12-server.json'));
    const log = await openCase(printed.folder, { write: false, actor: '', now: () => new Date() });
    expect(log.events).toMatchObject([{ id: printed.id, host: printed.host, actor: actor(), version: '0.1.0' }]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a folder that is there', ['Núñez / sbs', '--host', 'local'], /exists already/],
    ['no host', ['x'], /option --host <host> is missing.*“antesala case new --help”/],
    ['a name that is none', ['///', '--host', 'local'], /cannot name a case/],
    ['a password in the address', ['x', '--host', 'ssh://ana:secret@sbs'], /does not belong in the address/],
    ['a recording that is not there', ['x', '--host', 'nothing.json'], /no file nothing\.json/],
    ['a product nobody knows', ['x', '--host', 'local', '--to', 'ws3000'], /“ws3000” is neither a path nor a product/],
    ['a folder to put it in that is not there', ['x', '--host', 'local', '--in', place('none')], /does not exist/],
  ])('%s ends with 2', async (_, args, expected) => {
    const { code, err } = await antesala(['case', 'new', '--in', root, ...args]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(expected) });
    expect(existsSync(place('x'))).toBe(false);
  });

  it.each([
    [['case'], /A command is missing\. See “antesala case --help”/],
    [['key'], /A command is missing\. See “antesala key --help”/],
    [['case', 'knew'], /no command “knew”\. See “antesala case --help”/],
  ])('%j says what is missing', async (args, expected) => {
    expect(await antesala(args)).toEqual({ code: 2, out: '', err: expect.stringMatching(expected) });
  });
});

describe('log', () => {
  it('says every event in the language asked for, with control characters made visible', async () => {
    await created('log');
    const log = await openCase(place('log'), { write: true, actor: 'e\u001b[2Jva@x', now: () => new Date() });
    await log.append(...sampleRest, { type: 'noted', by: 'Ana', text: { en: 'a\u001b[31mb\nc', es: 'd\u202ee' } });
    await log.close();
    const { code, out } = await antesala(['log', place('log')]);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines).toHaveLength(sampleRest.length + 2);
    expect(lines[0]).toBe(
      `    1  2026-11-25 10:00:00Z  ${actor()}  Case “log” created for ssh://ana@sbs, to be upgraded to sbs2003.`,
    );
    expect(lines.at(-1)).toMatch(/e␛\[2Jva@x {2}Ana: a␛\[31mb␊c$/);
    const spanish = (await antesala(['log', place('log')], 'es')).out;
    expect(spanish).toContain('Caso «log» creado');
    expect(spanish).toContain('Ana: d⟨U+202E⟩e');
    expect(out + spanish).not.toMatch(/[\u001b\u202e]/);
  });

  it('prints JSON as its schema says', async () => {
    const { out } = await antesala(['log', place('log'), '--json']);
    const { events } = printedLogShape.parse(JSON.parse(out));
    expect(events.map(({ event }) => event.seq)).toEqual(events.map((_, index) => index + 1));
  });

  it('tells of a line that broke off', async () => {
    cpSync(place('log'), place('torn'), { recursive: true });
    writeFileSync(place('torn', 'case.jsonl'), '{"seq"', { flag: 'a' });
    const { code, err } = await antesala(['log', place('torn')], 'es');
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('6 bytes de una línea') });
  });

  it('of a damaged case ends with 1 and the line; of none with 2', async () => {
    cpSync(place('log'), place('edited'), { recursive: true });
    const text = readFileSync(place('edited', 'case.jsonl'), 'latin1');
    writeFileSync(place('edited', 'case.jsonl'), text.replace('sbs2003', 'sbs2008'), 'latin1');
    expect(await antesala(['log', place('edited')])).toMatchObject({ code: 1, err: expect.stringMatching(/line 1:/) });
    expect(await antesala(['log', place('nothing')])).toMatchObject({ code: 2, err: expect.stringMatching(/no case/) });
  });
});

describe('key new, sign, verify', () => {
  it('a private key only its owner reads, a public one to give away', async () => {
    const { code, out, err } = await antesala(['key', 'new', '--out', place('key.pem')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^-----BEGIN PUBLIC KEY-----\n\S+\n-----END PUBLIC KEY-----\n$/);
    expect(err).toContain(place('key.pem'));
    expect(statSync(place('key.pem')).mode & 0o777).toBe(0o600);
    expect(readFileSync(place('key.pem'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    writeFileSync(place('key.pub'), out);
    expect(await antesala(['key', 'new', '--out', place('key.pem')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('only copy'),
    });
  });

  it('with a passphrase from the environment; JSON as its schema says', async () => {
    const args = ['key', 'new', '--out', place('secret.pem'), '--passphrase-env', 'KEY_PHRASE', '--json'];
    const { out } = await antesala(args);
    expect(printedKeyShape.parse(JSON.parse(out)).file).toBe(place('secret.pem'));
    expect(readFileSync(place('secret.pem'), 'utf8')).toContain('ENCRYPTED');
    expect(out).not.toContain(secret);
  });

  it.each([
    ['no such variable', ['--passphrase-env', 'NOPE'], /no environment variable NOPE/],
    ['an empty one', ['--passphrase-env', 'EMPTY'], /passphrase is empty/],
  ])('%s: no key is made', async (_, args, expected) => {
    expect(await antesala(['key', 'new', '--out', place('no.pem'), ...args])).toMatchObject({
      code: 2,
      err: expect.stringMatching(expected),
    });
    expect(existsSync(place('no.pem'))).toBe(false);
  });

  it('signs, and verifies whose it is', async () => {
    await created('signed');
    const signed = await antesala(['sign', place('signed'), '--key', place('key.pem'), '--by', 'Ana'], 'es');
    expect(signed).toMatchObject({ code: 0, out: expect.stringMatching(/^Firmado por Ana, con la clave MCow/) });
    const sign = ['sign', place('signed'), '--key', place('secret.pem')];
    expect((await antesala([...sign, '--passphrase-env', 'KEY_PHRASE'])).code).toBe(0);
    expect(await antesala([...sign, '--passphrase-env', 'EMPTY'])).toMatchObject({ code: 2 });
    const verified = await antesala(['verify', place('signed'), '--key', place('key.pub')], 'es');
    expect(verified.code).toBe(0);
    expect(verified.out).toMatch(
      /Demostrado\n✔ El registro está íntegro: 3 eventos[^]*con la clave que usted ha indicado/,
    );
    expect(verified.out).toContain('No demostrado\n– ');
    const { out } = await antesala(['verify', place('signed', 'case.jsonl'), '--key', place('key.pub'), '--json']);
    expect(verificationShape.parse(JSON.parse(out))).toMatchObject({
      ok: true,
      signatures: [
        { by: 'Ana', holds: true, pinned: true },
        { by: actor(), holds: true, pinned: false },
      ],
    });
  });

  it('a case that another run has ends with 6 and says who; it can still be read and verified', async () => {
    const log = await openCase(place('signed'), { write: true, actor: 'eva@x', now: () => new Date() });
    const { code, err } = await antesala(['sign', place('signed'), '--key', place('key.pem')]);
    expect({ code, err }).toEqual({ code: 6, err: expect.stringContaining(`eva@x, process ${process.pid} on `) });
    for (const command of ['log', 'verify']) expect((await antesala([command, place('signed')])).code).toBe(0);
    await log.close();
  });

  it('not signed with the key named ends with 1', async () => {
    await antesala(['key', 'new', '--out', place('other.pem')]).then(({ out }) =>
      writeFileSync(place('other.pub'), out),
    );
    const { code, out } = await antesala(['verify', place('signed'), '--key', place('other.pub')]);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('✖ No signature in this log') });
  });

  it('damage ends with 1 and names the file and the line; JSON as its schema says', async () => {
    const { code, out } = await antesala(['verify', place('edited')]);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('case.jsonl, line 1: ') });
    const printed = verificationShape.parse(JSON.parse((await antesala(['verify', place('edited'), '--json'])).out));
    expect(printed).toMatchObject({ ok: false, head: null, problems: [{ line: 1 }] });
  });

  it('a report beside its case, in a folder of reports, or elsewhere', async () => {
    const { head } = verificationShape.parse(JSON.parse((await antesala(['verify', place('signed'), '--json'])).out));
    const report = JSON.stringify({ schema: 'antesala.case-report/1', case: head });
    for (const file of [place('signed', 'r.json'), place('elsewhere.json')]) writeFileSync(file, report);
    expect((await antesala(['verify', place('signed', 'r.json')])).out).toContain('names this log');
    const elsewhere = ['verify', place('elsewhere.json'), '--json'];
    const { out } = await antesala([...elsewhere, '--case', place('signed')]);
    expect(verificationShape.parse(JSON.parse(out)).report).toMatchObject({ matches: true, storedAs: null });
    expect(await antesala([...elsewhere, '--case', place('log')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/report of another case/),
    });
  });

  it.each<[string, () => readonly string[], RegExp]>([
    ['no such thing', () => ['verify', place('nothing')], /is no case/],
    ['a file of another kind', () => ['verify', 'package.json'], /neither the folder of a case nor/],
    [
      'a private key to verify with',
      () => ['verify', place('log'), '--key', place('key.pem')],
      /no ed25519 public key/,
    ],
    ['a public key to sign with', () => ['sign', place('log'), '--key', place('key.pub')], /no ed25519 private key/],
    ['no key to sign with', () => ['sign', place('log')], /option --key <file> is missing/],
  ])('%s ends with 2', async (_, args, expected) => {
    expect(await antesala(args())).toMatchObject({ code: 2, err: expect.stringMatching(expected) });
  });
});
