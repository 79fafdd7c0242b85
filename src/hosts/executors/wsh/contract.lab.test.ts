import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import { instructionContract } from '../../../testing/instruction-contract.js';
import { WineGuest } from '../../../testing/wine-guest.js';
import { wshExecutor } from './wsh.js';

const guest = WineGuest.open('sbs2000-es', 'prueba-actos', 'Windows Script Host acting on Wine');
const temporary = '%TEMP%\\antesala-* %SystemRoot%\\Temp\\antesala-* C:\\prueba-actos\\*.antesala-new';
const quoted = (text: string) => text.replaceAll(/[&|<>^()%"]/g, '^$&');

describe.skipIf(!guest)('the contract of acting, on Wine', () => {
  const at = guest as WineGuest;
  const leavings = () => at.ssh(`dir /b ${temporary} & tasklist`).out.split('\r\n');
  // a kit that was killed on this server leaves its folder, which goes after hours
  const before = guest ? leavings() : [];
  beforeAll(() => {
    for (const word of ['on', 'off', 'third']) at.write(`${word}.word`, `${word}\r\n`);
  });
  afterAll(
    () => void at.ssh(`rmdir /s /q ${at.windowsFolder} C:\\ProgramData\\Antesala "%ALLUSERSPROFILE%\\Antesala"`),
  );
  instructionContract('wsh', {
    executor: wshExecutor,
    run: program => at.run(program),
    async runUnheard(program, afterResults) {
      const name = randomBytes(6).toString('hex');
      let lines = 0;
      await at.run(program, name, chunk => {
        lines += chunk.toString('latin1').split('\n').length - 1;
        // the header is a line, too; the next instruction is given the time to begin
        if (lines > afterResults) setTimeout(() => at.stop(name), 1000);
      });
    },
    path: name => at.path(name),
    read: name => at.read(name),
    write: (name, bytes) => at.write(name, bytes),
    remove: name => at.remove(name),
    readCopy: caseId => at.readOnDrive(`ProgramData/Antesala/${caseId}/case.jsonl`),
    lines: {
      tell: path => `if exist "${path}" (type "${path}") else (echo off)`,
      // cmd.exe takes `echo on` for a command of its own
      put: (path, word) => `copy /y "${at.path(`${word}.word`)}" "${path}" >nul`,
      slowly: line => `ping -n 3 127.0.0.1 >nul & ${line}`,
      fail: 'echo problem>&2& exit 3',
      hang: 'ping -n 62 127.0.0.1 >nul & echo late',
      endless: 'for /l %i in (1,0,2) do @echo 0123456789',
      print: text => `echo ${quoted(text)}`,
    },
    async leftovers() {
      await pause(1500);
      return leavings().filter(line => /antesala-|ping\.exe|cscript/i.test(line) && !before.includes(line));
    },
    foreign: 'unit',
    modes: false,
    slowSeconds: 8,
  });
});
