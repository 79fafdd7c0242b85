import { describe, expect, it } from 'vitest';
import { survivesAnything } from '../testing/any-answers.js';
import { reasonWith, valueWith } from '../testing/read-with.js';
import { denied, text } from '../testing/windows-answers.js';
import { protectionOnLinux } from './protection.linux.js';

const packages = text('amd64\nbash 5.2\nclamav-daemon 1.0.7 *\nclamav-freshclam 1.0.7\n');
const unit = (id: string, active: string) => `${id}\t${active}\tenabled\t/lib/systemd/system/${id}\t\t\t\t\t\tx\t/x\n`;

describe('antivirus and backup agents of a Linux server', () => {
  it('by packages and units, with the age of the signatures', () => {
    const units = text(
      `systemd\n${unit('clamav-daemon.service', 'active')}${unit('clamav-clamonacc.service', 'inactive')}`,
    );
    const signatures = text('1795400000 /var/lib/clamav/daily.cld\n1690000000 /var/lib/clamav/main.cvd\n');
    expect(valueWith(protectionOnLinux, { packages, units, signatures })).toMatchObject([
      {
        product: 'clamav',
        kind: 'antivirus',
        running: true,
        realTime: false,
        signaturesAt: '2026-11-23T02:13:20.000Z',
      },
    ]);
  });

  it('a product put in without a package is known by its unit', () => {
    const units = text(`systemd\n${unit('falcon-sensor.service', 'active')}`);
    expect(valueWith(protectionOnLinux, { packages: text('amd64\nbash 5\n'), units })).toMatchObject([
      { kind: 'edr', running: true },
    ]);
  });

  it('without systemd nobody knows whether it runs', () => {
    const units = text(`files\n${unit('clamav-daemon.service', 'unknown')}`);
    expect(valueWith(protectionOnLinux, { packages, units })).toMatchObject([
      { running: undefined, signaturesAt: undefined },
    ]);
  });

  it('is missing when neither could be read', () => {
    expect(reasonWith(protectionOnLinux, { packages: denied, units: denied }).en).toContain('root');
  });

  it('survives anything', () => {
    expect(() => survivesAnything(protectionOnLinux, ['clamav-daemon 1.0.7 *'])).not.toThrow();
  });
});
