/**
 * Entries of facts (see entries.ts) that change by themselves from hour to hour. They are shown in reports, but no evidence and no answer
 * becomes void because of them. `true`: the whole fact.
 */
const byThemselves: Readonly<Record<string, true | RegExp>> = {
  clock: true,
  sessions: true,
  backups: true,
  volumes: /\/(?:freeBytes|freeInodes)$/,
  boot: /(?:^|\/)freeBytes$/,
  mail: /^queued$/,
  updates: /^(?:pending|lastChecked)(?:\/|$)/,
  apt: /^(?:cacheBytes|lock)$/,
  services: /\/state$/,
  drivers: /\/running$/,
  protection: /\/(?:signaturesAt|running)$/,
  databases: /(?:^|\/)(?:running|cleanShutdown)$/,
  'sql-server': /\/running$/,
  'hyper-v': /\/(?:state|checkpoints)$/,
  'containers-and-virtual-machines': /\/running$/,
  'ssh-server': /^session\//,
  hardware: /^processor\/megahertz$/,
  'release-upgrader': /^lastUpgrade$/,
};

export function changesByItself(fact: string, entry: string): boolean {
  const rule = byThemselves[fact];
  return rule === true || (rule !== undefined && rule.test(entry));
}
