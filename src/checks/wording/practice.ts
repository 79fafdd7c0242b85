import type { Source } from '../../model/path.js';

/** The paper of 2005 that the rows come from, and statements several checks rest on. */
export const bestPractices: Source = {
  title: 'Microsoft: SBS 2003 Upgrade Best Practices (2005)',
  url: 'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-essentials-sbs/cc719950(v=ws.10)',
  proof: 'vendor',
};

export const beforeUpgradingSbs2000: Source = {
  title: 'Microsoft TechNet: Before Upgrading Small Business Server 2000',
  url: 'https://technet.microsoft.com/library/cc719797(v=ws.10)',
  proof: 'vendor',
};

export const inPlaceUpgrade: Source = {
  title: 'Microsoft: Perform an in-place upgrade of Windows Server',
  url: 'https://learn.microsoft.com/windows-server/get-started/perform-in-place-upgrade',
  proof: 'vendor',
};

export const stopServices: Source = {
  title:
    'Microsoft KB Q245822: stop and disable antivirus, third-party services, monitors and backup before an upgrade',
  proof: 'vendor',
};

export const practice: Source = { title: 'Common practice of administrators', proof: 'unverified' };
