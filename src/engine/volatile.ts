/**
 * Entries of facts (see entries.ts) that change by themselves from hour to hour. They are shown in reports, but no evidence and no answer
 * becomes void because of them. `true`: the whole fact.
 */
const byThemselves: Readonly<Record<string, true | RegExp>> = {
  clock: true,
  sessions: true,
  backups: true,
  // what listens follows what runs, which is left out in the same way below
  'listening-ports': true,
  shares: /^administrative(?:\/|$)|\/offered$/,
  volumes: /\/(?:freeBytes|freeInodes)$/,
  boot: /(?:^|\/)freeBytes$/,
  mail: /^queued$/,
  updates: /^(?:pending|lastChecked)(?:\/|$)/,
  apt: /^(?:cacheBytes|lock)$/,
  // who depends on a service is said by those others themselves
  services: /\/state$|\/dependents\//,
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
