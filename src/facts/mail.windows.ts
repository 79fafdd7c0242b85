import { known, reader } from '../model/fact.js';
import type { CommandQuestion } from '../model/question.js';
import type { Mail } from './mail.js';
import { serviceQuestions } from './questions/windows-services.js';
import { couldNotRead } from './reading/why.js';
import { textOf } from './reading/windows-answers.js';
import { windowsServices } from './reading/windows-services.js';

const metabaseFile = '%SystemRoot%\\System32\\inetsrv\\MetaBase.xml';
/** Settings of the SMTP service in the metabase of IIS 6 and of its compatibility part later: only the lines that matter. */
const metabase = {
  id: 'windows-smtp-metabase',
  kind: 'command',
  line: `if exist "${metabaseFile}" %SystemRoot%\\System32\\findstr.exe /i /c:"SmartHost=" /c:"/SmtpSvc/" "${metabaseFile}"`,
} as const satisfies CommandQuestion;

const administration = '%SystemDrive%\\Inetpub\\AdminScripts\\adsutil.vbs';
/** The same on Windows 2000, whose metabase is no text: by the script that IIS brings along. */
const smartHostOf2000 = {
  id: 'windows-smtp-smart-host',
  kind: 'command',
  line: `if exist "${administration}" if not exist "${metabaseFile}" %SystemRoot%\\System32\\cscript.exe //nologo "${administration}" GET SmtpSvc/1/SmartHost`,
} as const satisfies CommandQuestion;

const queueFolder = '%SystemDrive%\\Inetpub\\mailroot\\Queue';
/** How many messages wait in the queue of the SMTP service, where its folder is the usual one. */
const queue = {
  id: 'windows-smtp-queue',
  kind: 'command',
  line: `if exist "${queueFolder}\\" (dir /b /a-d "${queueFolder}" 2>nul | %SystemRoot%\\System32\\find.exe /c /v "")`,
} as const satisfies CommandQuestion;

const questions = { ...serviceQuestions, metabase, smartHostOf2000, queue } as const;

/** Mail server software by its services; smart host, domains and queue of the SMTP service as far as its settings are text. */
export const mailOnWindows = reader<Mail, typeof questions>({
  questions,
  parse(answers) {
    const services = windowsServices(answers);
    if (!services) return couldNotRead(serviceQuestions.keys.key, answers.keys);
    const names = [...services.values()].filter(service => !service.driver);
    const software = [
      ...(names.some(({ name }) => /^msexchange(is|sa|transport|imc)$/i.test(name)) ? ['exchange'] : []),
      ...(services.has('smtpsvc') ? ['iis-smtp'] : []),
      // Small Business Server's connector: its program's name, since the name of the service is not documented
      ...(names.some(({ name, program }) => /pop3connector|imbservice/i.test(`${name} ${program?.path ?? ''}`))
        ? ['pop3-connector']
        : []),
    ];
    const settings = textOf(answers.metabase) ?? '';
    const waiting = /^\s*(\d{1,9})\s*$/.exec(textOf(answers.queue) ?? '')?.[1];
    return known({
      software,
      domains: smtpDomains(settings),
      smartHost: smartHostIn(settings) ?? scriptValue(textOf(answers.smartHostOf2000) ?? ''),
      queued: waiting === undefined ? undefined : Number(waiting),
    });
  },
});

/** `SmartHost="relay.isp.example"` */
function smartHostIn(text: string): string | undefined {
  return unescapeXml(/\bSmartHost\s*=\s*"([^"]+)"/i.exec(text)?.[1]);
}

/** `Location ="/LM/SmtpSvc/1/Domain/empresa.example"` */
function smtpDomains(text: string): readonly string[] {
  const found = [...text.matchAll(/"\/LM\/SmtpSvc\/\d+\/Domain\/([^"/]+)"/gi)].flatMap(
    match => unescapeXml(match[1]) ?? [],
  );
  return [...new Set(found)];
}

/** `SmartHost : (STRING) "relay.isp.example"`, not localised. */
function scriptValue(text: string): string | undefined {
  return /\(STRING\)\s+"([^"]+)"/.exec(text)?.[1];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string | undefined): string | undefined {
  return text?.replace(/&(amp|lt|gt|quot|apos);/g, (entity, name: string) => entities[name] ?? entity);
}
