import type { ReleaseId } from './sketch.js';

export interface Release {
  readonly build: number;
  /** Version of files that came with the system. */
  readonly files: string;
  readonly version: string;
  readonly productName: string;
  readonly caption: string;
  readonly lab: string;
  readonly servicePack: number;
  readonly updateRevision: number;
  readonly root: string;
  readonly wide: boolean;
}

const release = (
  more: Partial<Release> & Omit<Release, 'version' | 'servicePack' | 'root' | 'wide' | 'updateRevision'>,
) => ({
  version: '6.3',
  servicePack: 0,
  updateRevision: 0,
  root: 'C:\\Windows',
  wide: true,
  ...more,
});

/** What tells the releases apart: build numbers and names as Microsoft documents them. */
export const releases: Readonly<Record<ReleaseId, Release>> = {
  ws2000: release({
    build: 2195,
    files: '5.0.2195.6717',
    version: '5.0',
    productName: 'Microsoft Windows 2000',
    caption: 'Microsoft Windows 2000 Server',
    lab: '',
    servicePack: 4,
    root: 'C:\\WINNT',
    wide: false,
  }),
  ws2003: release({
    build: 3790,
    files: '5.2.3790.1830',
    version: '5.2',
    productName: 'Microsoft Windows Server 2003',
    caption: 'Microsoft(R) Windows(R) Server 2003, Standard Edition',
    lab: '3790.srv03_sp1_rtm.050324-1447',
    servicePack: 1,
    root: 'C:\\WINDOWS',
    wide: false,
  }),
  ws2008r2: release({
    build: 7601,
    files: '6.1.7601.17514',
    version: '6.1',
    productName: 'Windows Server 2008 R2 Standard',
    caption: 'Microsoft Windows Server 2008 R2 Standard ',
    lab: '7601.24545.amd64fre.win7sp1_ldr_escrow.200102-1707',
    servicePack: 1,
  }),
  ws2012: release({
    build: 9200,
    files: '6.2.9200.16384',
    version: '6.2',
    productName: 'Windows Server 2012 Standard',
    caption: 'Microsoft Windows Server 2012 Standard',
    lab: '9200.24518.amd64fre.win8_ldr.230909-1700',
  }),
  ws2012r2: release({
    build: 9600,
    files: '6.3.9600.17415',
    productName: 'Windows Server 2012 R2 Standard',
    caption: 'Microsoft Windows Server 2012 R2 Standard',
    lab: '9600.21620.amd64fre.winblue_ltsb_escrow.230908-1723',
    updateRevision: 21620,
  }),
  ws2016: release({
    build: 14393,
    files: '10.0.14393.0',
    productName: 'Windows Server 2016 Standard',
    caption: 'Microsoft Windows Server 2016 Standard',
    lab: '14393.8330.amd64fre.rs1_release.250804-1706',
    updateRevision: 8330,
  }),
  ws2019: release({
    build: 17763,
    files: '10.0.17763.1',
    productName: 'Windows Server 2019 Standard',
    caption: 'Microsoft Windows Server 2019 Standard',
    lab: '17763.1.amd64fre.rs5_release.180914-1434',
    updateRevision: 7678,
  }),
  ws2022: release({
    build: 20348,
    files: '10.0.20348.1',
    productName: 'Windows Server 2022 Standard',
    caption: 'Microsoft Windows Server 2022 Standard',
    lab: '20348.1.amd64fre.fe_release.210507-1500',
    updateRevision: 4171,
  }),
};
