import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginCommand } from '../../../../lab/login.js';
import { labDir, layout } from '../../../../lab/paths.js';
import { readState } from '../../../../lab/state.js';
import type { Answer, Answers, Row } from '../../../model/answer.js';
import type { Batch, Question } from '../../../model/question.js';
import { cmdLines, executorContract } from '../../../testing/executor-contract.js';
import { decodeAnswers } from '../../decode.js';
import { wshExecutor } from './wsh.js';

const lab = readState(layout(labDir()).state)['sbs2000-es'];
const on = process.env['ANTESALA_LAB'] === '1' && lab !== undefined;
if (!on)
  process.stdout.write(
    'skipped: the Windows Script Host program on Wine (needs ANTESALA_LAB=1 and the lab host sbs2000-es up)\n',
  );

const exchange = { key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EXIFS\\Parameters', value: 'DriveLetter' };
const windowsDrive = { key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', value: 'SystemRoot' };
const testKey = 'HKLM\\SOFTWARE\\AntesalaPrueba';
/** Where a program may leave something. */
const temporary = '%TEMP%\\antesala-* %SystemRoot%\\Temp\\antesala-* D:\\antesala-*';
const local = on ? mkdtempSync(join(tmpdir(), 'wsh-lab-')) : '';

function ssh(line: string) {
  const [program = '', ...args] = loginCommand(lab as NonNullable<typeof lab>);
  const ran = spawnSync(program, [...args, line], { encoding: 'latin1', maxBuffer: 1 << 28 });
  return { out: ran.stdout, code: ran.status };
}

function sftp(...commands: string[]) {
  const [program = '', ...args] = loginCommand(lab as NonNullable<typeof lab>);
  const options = args.map(word => (word === '-p' ? '-P' : word));
  const words = [...options.slice(0, -1), '-b', '-', ...options.slice(-1)];
  return spawnSync(program.replace('ssh', 'sftp'), words, { input: `${commands.join('\n')}\n` }).status;
}

function upload(name: string, content: string | Buffer): void {
  const file = join(local, name);
  writeFileSync(file, content);
  expect(sftp(`put "${file}" "/C:/prueba-wsh/${name}"`)).toBe(0);
}

/** The program of a batch, put on the host, and the line that runs it. */
function put(batch: Batch) {
  const nonce = randomBytes(6).toString('hex');
  upload(`${nonce}.js`, wshExecutor.program(batch, nonce));
  const file = `C:\\prueba-wsh\\${nonce}.js`;
  const line = (more = '') => `cscript //nologo ${file}${more}`;
  return { nonce, file, line };
}

function gather(batch: Batch, before = ''): Answers & { readonly lines: readonly string[] } {
  const { nonce, line } = put(batch);
  const { out } = ssh(before + line());
  const decoded = decodeAnswers(Buffer.from(out, 'latin1'), batch, nonce);
  expect(decoded.header).toMatchObject({ executor: 'wsh', computer: 'SERVIDOR', elevated: true, oem: 850, ansi: 1252 });
  expect(out).toContain(`"end":${batch.questions.length},`);
  return Object.assign(Object.fromEntries(decoded.answers), { lines: out.split('\r\n') });
}

const ask = (questions: readonly Question[], ...avoidDrives: Batch['avoidDrives']): Batch => ({
  questions,
  avoidDrives,
});
const rows = (answer: Answer | undefined): readonly Row[] =>
  answer?.state === 'ok' && 'rows' in answer ? answer.rows : [];
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** Runs a program on the host; what it prints. */
async function runInLab(program: string): Promise<Buffer> {
  const name = `${randomBytes(6).toString('hex')}.js`;
  upload(name, program);
  const [ssh = '', ...args] = loginCommand(lab as NonNullable<typeof lab>);
  const running = spawn(ssh, [...args, `cscript //nologo C:\\prueba-wsh\\${name}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parts: Buffer[] = [];
  running.stdout.on('data', (part: Buffer) => parts.push(part));
  await new Promise(resolve => running.on('close', resolve));
  return Buffer.concat(parts);
}

describe.skipIf(!on)('the contract, on Wine', () => {
  beforeAll(() => void ssh('mkdir C:\\prueba-wsh'));
  executorContract('wsh', {
    executor: wshExecutor,
    run: runInLab,
    // Wine's echo writes the ANSI code page into a file; Windows writes the OEM one, as this file does
    lines: { ...cmdLines, spanish: 'type C:\\prueba-wsh\\oem.txt' },
    write: (name, content) => {
      upload(name, content);
      return `C:\\prueba-wsh\\${name}`;
    },
    leftovers: () => {
      const seen = ssh(`dir /b ${temporary} & tasklist`).out.split('\r\n');
      return Promise.resolve(seen.filter(line => /antesala-|ping\.exe|cscript/i.test(line)));
    },
  });
  beforeAll(() => upload('oem.txt', Buffer.from('\xa4and\xa3\r\n', 'latin1')));
});

describe.skipIf(!on)('the Windows Script Host program on Wine', () => {
  beforeAll(() => {
    ssh('mkdir C:\\prueba-wsh');
    upload('texto.txt', Buffer.from('Muñoz: 3 €\r\n\0\x9c\xff'.replace('€', '\x80'), 'latin1'));
    upload('utf16.txt', utf16('Begoña €\r\n'));
    const hex = (text: string) =>
      Buffer.from(text, 'utf16le')
        .toString('hex')
        .replace(/..(?=.)/g, '$&,');
    const key = testKey.replace('HKLM', 'HKEY_LOCAL_MACHINE');
    const values = [
      '@="predeterminado"',
      '"España €"="ñ \\"<b>\\" \u202e"',
      '"Varios"=hex(7):' + hex('uno\0dos ñ\0\0'),
      '"Bin"=hex:00,ff,80',
      '"Dw"=dword:ffffffff',
      '"Exp"=hex(2):' + hex('%SystemRoot%\\x\0'),
      '"__proto__"="p"',
    ];
    const sub = `\r\n\r\n[${key}\\Sub]\r\n"Solo"="1"\r\n"Otro"="2"\r\n\r\n[${key}\\Sub\\Hondo]\r\n"Solo"="3"\r\n`;
    upload('clave.reg', utf16(`Windows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n${values.join('\r\n')}${sub}`));
    ssh('regedit /s C:\\prueba-wsh\\clave.reg');
  });
  afterAll(() => {
    ssh(`reg delete ${testKey} /f & rmdir /s /q C:\\prueba-wsh`);
    rmSync(local, { recursive: true, force: true });
  });

  it('answers each kind of question, Spanish and hostile text included, and leaves nothing', () => {
    const got = gather(
      ask(
        [
          { id: 'command', kind: 'command', line: 'echo "a & b|c" & echo mal 1>&2 & exit 1060' },
          { id: 'long', kind: 'command', line: 'for /l %i in (1,1,300) do @echo linea %i', maxBytes: 50 },
          { id: 'text', kind: 'file', path: 'C:\\prueba-wsh\\texto.txt', encoding: 'ansi' },
          { id: 'tail', kind: 'file', path: 'C:\\prueba-wsh\\texto.txt', encoding: 'ansi', tail: true, maxBytes: 3 },
          { id: 'utf16', kind: 'file', path: '%SystemDrive%\\prueba-wsh\\utf16.txt' },
          { id: 'gone', kind: 'file', path: 'C:\\no hay\\x.txt' },
          { id: 'key', kind: 'registry', key: testKey },
          { id: 'deep', kind: 'registry', key: testKey, depth: 1, values: ['solo'] },
          { id: 'no-key', kind: 'registry', key: 'HKLM\\SOFTWARE\\Nada' },
          {
            id: 'services',
            kind: 'wmi',
            class: 'Win32_Service',
            properties: ['Name', 'DisplayName', 'State', 'Falta'],
          },
          {
            id: 'adapters',
            kind: 'wmi',
            class: 'Win32_NetworkAdapterConfiguration',
            properties: ['Index', 'IPAddress'],
          },
          { id: 'no-class', kind: 'wmi', class: 'Win32_Nada', properties: ['Name'] },
          { id: 'no-space', kind: 'wmi', namespace: 'root\\nada', class: 'X', properties: ['Name'] },
          { id: 'script', kind: 'powershell', script: 'Get-Date' },
        ],
        exchange,
      ),
    );
    expect(got['command']).toMatchObject({ state: 'ok', text: '"a & b|c" \r\n', err: 'mal  \r\n', exit: 1060 });
    expect(got['long']).toMatchObject({ text: expect.stringMatching(/^linea 1\r\n[^]{41}$/), cut: true });
    expect(got['text']).toMatchObject({ text: 'Muñoz: 3 €\r\n\0œÿ' });
    expect(got['tail']).toMatchObject({ text: '\0œÿ', cut: true });
    expect(got['utf16']).toMatchObject({ text: 'Begoña €\r\n' });
    expect(got['gone']?.state).toBe('missing');
    const key = (got['key'] as { keys: Record<string, Record<string, unknown>> }).keys;
    expect(Object.keys(key)).toEqual([testKey]);
    expect(JSON.parse(JSON.stringify(key[testKey]))).toEqual(
      JSON.parse(`{
      "": {"type":"sz","value":"predeterminado"}, "España €": {"type":"sz","value":"ñ \\"<b>\\" \u202e"},
      "Varios": {"type":"multi","value":["uno","dos ñ"]}, "Bin": {"type":"binary","value":"00ff80"},
      "Dw": {"type":"dword","value":4294967295}, "Exp": {"type":"expand","value":"%SystemRoot%\\\\x"},
      "__proto__": {"type":"sz","value":"p"}}`),
    );
    expect(JSON.parse(JSON.stringify((got['deep'] as { keys: object }).keys))).toEqual({
      [testKey]: {},
      [`${testKey}\\Sub`]: { Solo: { type: 'sz', value: '1' } },
    });
    expect([got['no-key']?.state, got['no-class']?.state, got['no-space']?.state]).toEqual([
      'missing',
      'missing',
      'missing',
    ]);
    expect(rows(got['services'])).toContainEqual({
      Name: 'ContaPlusServidor',
      DisplayName: 'ContaPlus: servidor de asientos y año contable',
      State: 'Running',
      Falta: null,
    });
    expect(rows(got['adapters'])[0]).toMatchObject({ IPAddress: null });
    expect(got['script']?.state).toBe('unsupported');
    expect(ssh(`dir /b ${temporary}`).out).not.toContain('antesala-');
  });

  it('tells the makers of services and never touches the drive of the mail store', () => {
    const services = {
      id: 'services',
      kind: 'registry',
      key: 'HKLM\\SYSTEM\\CurrentControlSet\\Services',
      depth: 1,
      values: ['ImagePath'],
    } as const;
    const info = {
      id: 'info',
      kind: 'file-info',
      paths: ['M:\\x.exe', 'C:\\nada.exe'],
      from: [{ question: 'services', name: 'ImagePath' }],
    } as const;
    const mail = { id: 'mail', kind: 'file', path: 'M:\\gestoriamunoz.local\\x' } as const;
    const got = gather(ask([services, info, mail], exchange));
    const found = rows(got['info']);
    const at = (end: string) => found.filter(row => String(row['path']).toLowerCase().endsWith(end));
    expect(at('\\cpserv.exe')).toEqual([
      {
        path: 'C:\\GrupoSP\\ContaPlus\\cpServ.exe',
        exists: true,
        company: 'Contaplus S.L.',
        product: 'ContaPlus Élite 2003',
        description: 'Servidor de asientos',
        version: '3.1.0.204',
        size: expect.stringMatching(/^\d+$/),
        modified: expect.stringMatching(/^20\d{12}\.000000[+-]\d{3}$/),
      },
    ]);
    expect(at('navap.sys')).toMatchObject([
      { path: 'C:\\windows\\System32\\Drivers\\NAVAP.SYS', company: 'Symantec Corporation' },
    ]);
    expect(at('\\svchost.exe')).toHaveLength(1);
    expect([at('m:\\x.exe')[0]?.['exists'], at('nada.exe')[0]?.['exists']]).toEqual([null, false]);
    expect(got['mail']).toMatchObject({ state: 'denied', why: expect.stringContaining('mail store') });
  });

  it('loses only the question that hangs, and ends what it ran', () => {
    const hang = { kind: 'command', line: 'ping -n 97 127.0.0.1', timeoutSeconds: 2 } as const;
    const got = gather(
      ask([
        { id: 'first', kind: 'command', line: 'echo uno' },
        { id: 'hang', ...hang },
        { id: 'alone', ...hang, alone: true },
        { id: 'after', kind: 'command', line: 'echo dos' },
      ]),
    );
    expect(Object.values(got).map(answer => (answer as Answer).state)).toEqual([
      'ok',
      'timeout',
      'timeout',
      'ok',
      undefined,
    ]);
    const order = got.lines.flatMap(line => /"id":"(\w+)"/.exec(line)?.[1] ?? []);
    expect(order).toEqual(['first', 'hang', 'alone', 'after']);
    expect(ssh('tasklist').out).not.toMatch(/ping\.exe/i);
    expect(ssh(`dir /b ${temporary}`).out).not.toContain('antesala-');
  });

  it.each(['stop file', 'program taken away'])('stops when told: %s', async how => {
    const { file, nonce, line } = put(
      ask([{ id: 'hang', kind: 'command', line: 'ping -n 96 127.0.0.1', timeoutSeconds: 90 }]),
    );
    const [program = '', ...args] = loginCommand(lab as NonNullable<typeof lab>);
    const running = spawn(program, [...args, line()], { stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    running.stdout.on('data', (part: Buffer) => (out += part.toString('latin1')));
    while (!out.includes('"answers":1')) await pause(100);
    await pause(500);
    const begun = Date.now();
    const ended = new Promise(resolve => running.on('close', resolve));
    if (how === 'stop file') upload(`${nonce}.js.stop`, '');
    else ssh(`del ${file}`);
    await ended;
    expect(Date.now() - begun).toBeLessThan(20_000);
    expect(out).not.toContain('"end":');
    expect(ssh('tasklist').out).not.toMatch(/ping\.exe/i);
    expect(ssh(`dir /b ${temporary}`).out).not.toContain('antesala-');
  });

  it('answers what it can when it may write nowhere', () => {
    const questions: Question[] = [
      { id: 'command', kind: 'command', line: 'ver' },
      { id: 'wmi', kind: 'wmi', class: 'Win32_OperatingSystem', properties: ['Version'] },
      { id: 'data', kind: 'file', path: 'D:\\Datos\\Clientes\\Muñoz & Asociados.txt' },
    ];
    const got = gather(ask(questions, windowsDrive));
    expect(got['command']).toMatchObject({ state: 'error', why: expect.stringContaining('temporary files') });
    expect(rows(got['wmi'])).toEqual([{ Version: '5.0.2195' }]);
    expect(got['data']).toMatchObject({ text: expect.stringContaining('B12345678') });
  });

  it('goes on when the disk fills up', () => {
    upload('big.txt', 'x'.repeat(900_000));
    const [ballast, filling] = [join(local, 'ballast'), join(local, 'filling')];
    writeFileSync(ballast, Buffer.alloc(250_000, 1));
    writeFileSync(filling, Buffer.alloc(300 << 20, 1));
    try {
      sftp(`put ${ballast} /D:/ballast`, `-put ${filling} /D:/filling`, '-rm /D:/ballast');
      const questions: Question[] = [
        { id: 'big', kind: 'file', path: 'C:\\prueba-wsh\\big.txt' },
        { id: 'small', kind: 'wmi', class: 'Win32_OperatingSystem', properties: ['Version'] },
      ];
      const got = gather(ask(questions), 'set TEMP=D:\\&& ');
      expect(got['big']).toMatchObject({ state: 'error', why: expect.stringContaining('could not be stored') });
      expect(rows(got['small'])).toHaveLength(1);
    } finally {
      sftp('-rm /D:/ballast', '-rm /D:/filling');
    }
    expect(ssh(`dir /b ${temporary}`).out).not.toContain('antesala-');
  });

  it('writes a file for the kit, with words in both languages', () => {
    const batch = ask([{ id: 'a', kind: 'command', line: 'echo hola' }]);
    const { nonce, line } = put(batch);
    const { out, code } = ssh(line(' "/out:C:\\prueba-wsh\\mi resultado.txt"'));
    expect(code).toBe(0);
    expect(out).toMatch(/It changes nothing[^]*No cambia nada[^]*Listo\./);
    const printed = ssh('type "C:\\prueba-wsh\\mi resultado.txt"').out;
    expect(decodeAnswers(Buffer.from(printed, 'latin1'), batch, nonce).answers.get('a')).toMatchObject({
      text: 'hola\r\n',
    });
    const nowhere = ssh(put(batch).line(' /out:C:\\no\\hay.txt'));
    expect(nowhere.out).toMatch(/could not be written[^]*No se pudo escribir/);
  });

  it('takes itself away when asked to', () => {
    const batch = ask([{ id: 'a', kind: 'powershell', script: '' }]);
    const { file, nonce } = put(batch);
    const folder = `C:\\prueba-wsh\\antesala-${nonce}`;
    const ran = ssh(
      `mkdir ${folder} & copy ${file} ${folder}\\ask.js >nul & cscript //nologo ${folder}\\ask.js /remove`,
    );
    expect(ran.out).toContain('"end":1,');
    expect(ssh('dir /b C:\\prueba-wsh').out).not.toContain('antesala-');
  });
});
