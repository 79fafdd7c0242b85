import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/answer.js';
import { absent, context, denied, text, valueOfReading } from '../testing/windows-answers.js';
import { sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import { mailOnWindows } from './mail.windows.js';
import type { ServiceAnswers } from './reading/windows-services.js';

type Told = Partial<Record<'metabase' | 'smartHostOf2000' | 'queue', Answer>>;
const none = { metabase: text(''), smartHostOf2000: text(''), queue: text('') };
const read = (services: ServiceAnswers, told: Told = {}) =>
  valueOfReading(mailOnWindows.parse({ ...services, ...none, ...told }, context));

describe('mail on Windows', () => {
  it('is Exchange and the SMTP service on a Small Business Server 2000, its smart host by the script of IIS', () => {
    const smartHostOf2000 = text('SmartHost                       : (STRING) "smtp.terra.example"\r\n');
    expect(read(sbs2000, { smartHostOf2000, queue: text('17\r\n') })).toEqual({
      software: ['exchange', 'iis-smtp'],
      domains: [],
      smartHost: 'smtp.terra.example',
      queued: 17,
    });
  });

  it('has smart host and domains of the metabase on Windows Server 2003', () => {
    const metabase = text(
      [
        '<IIsSmtpServer\tLocation ="/LM/SmtpSvc/1"',
        '\t\tSmartHost="relay&amp;co.example"',
        '<IIsSmtpDomain\tLocation ="/LM/SmtpSvc/1/Domain/empresa.example"',
        '<IIsSmtpDomain\tLocation ="/LM/SmtpSvc/1/Domain/EMPRESA.local"',
        '<IIsSmtpDomain\tLocation ="/LM/SmtpSvc/1/Domain"',
      ].join('\r\n'),
    );
    expect(read(sbs2000, { metabase })).toMatchObject({
      domains: ['empresa.example', 'EMPRESA.local'],
      smartHost: 'relay&co.example',
    });
  });

  it('knows the POP3 connector by its program', () => {
    const services = serviceAnswers('C:\\WINDOWS', 'C:\\P', [
      { name: 'POP3', image: '"C:\\P\\Small Business Server\\Networking\\POP3\\IMBService.exe"' },
    ]);
    expect(read(services).software).toEqual(['pop3-connector']);
  });

  it('says nothing of a queue it did not see', () => {
    expect(read(ws2019)).toEqual({ software: [], domains: [], smartHost: undefined, queued: undefined });
    expect(read(ws2019, { queue: absent, metabase: denied }).queued).toBeUndefined();
    expect(read(ws2019, { queue: text('0') }).queued).toBe(0);
  });

  it('is missing when the services could not be read', () => {
    expect(mailOnWindows.parse({ ...ws2019, ...none, keys: denied }, context).state).toBe('missing');
  });

  it('is read whatever the settings hold', () => {
    fc.assert(
      fc.property(fc.string(), other => {
        read(ws2019, { metabase: text(`SmartHost="${other}"`), smartHostOf2000: text(other), queue: text(other) });
      }),
    );
  });
});
