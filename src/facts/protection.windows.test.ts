import { describe, expect, it } from 'vitest';
import { absent, context, denied, rows, valueOfReading } from '../testing/windows-answers.js';
import { sbs2000, serviceAnswers, ws2019 } from '../testing/windows-services.js';
import { protectionOnWindows } from './protection.windows.js';
import type { ServiceAnswers } from './reading/windows-services.js';

const read = (services: ServiceAnswers, defender = absent, tamper = absent) =>
  valueOfReading(protectionOnWindows.parse({ ...services, defender, tamper }, context));

describe('protection on Windows', () => {
  it('finds antivirus and backup agents of Small Business Server 2000', () => {
    expect(read(sbs2000)).toEqual([
      {
        product: 'symantec-antivirus',
        name: 'Symantec AntiVirus / Norton AntiVirus Server',
        vendor: 'Symantec',
        kind: 'antivirus',
        seen: ['Norton AntiVirus Server', 'DefWatch', 'NAVAP'],
        running: true,
        realTime: true,
        tamperProtected: undefined,
        signaturesAt: undefined,
      },
      expect.objectContaining({
        product: 'backup-exec',
        kind: 'backup',
        seen: ['BackupExecDeviceMediaService'],
        running: true,
      }),
    ]);
  });

  it('reads what Microsoft Defender says of itself on Windows Server 2019, and no backup engine at rest', () => {
    const defender = rows({
      AntivirusEnabled: true,
      RealTimeProtectionEnabled: true,
      AntivirusSignatureLastUpdated: '20260313070000.000000+000',
    });
    expect(read(ws2019, defender, rows({ IsTamperProtected: false }))).toEqual([
      expect.objectContaining({
        product: 'microsoft-defender',
        seen: ['WinDefend', 'WdFilter'],
        running: true,
        realTime: true,
        tamperProtected: false,
        signaturesAt: '2026-03-13T07:00:00.000Z',
      }),
    ]);
  });

  it('does not say that Defender scans when nobody told', () => {
    expect(read(ws2019, denied)[0]).toMatchObject({ running: true, realTime: undefined, tamperProtected: undefined });
  });

  it('says that a scanner is off when its service is stopped (Windows Server 2012 R2)', () => {
    const answers = serviceAnswers('C:\\Windows', 'C:\\Program Files', [
      { name: 'McShield', state: 'Stopped', start: 4 },
      { name: 'mfehidk', type: 1, start: 0, state: 'Running' },
    ]);
    expect(read(answers)).toMatchObject([{ product: 'mcafee-trellix', running: true, realTime: false }]);
  });

  it('is an empty list, not missing, on a server without any', () => {
    expect(read(serviceAnswers('C:\\WINDOWS', 'C:\\P', [{ name: 'Spooler', state: 'Running' }]))).toEqual([]);
  });

  it('is missing when services could not be read', () => {
    const reading = protectionOnWindows.parse({ ...sbs2000, keys: denied, defender: absent, tamper: absent }, context);
    expect(reading.state).toBe('missing');
  });
});
