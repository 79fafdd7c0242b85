import { type Entries, type LossRules, type Weight, from, gone, goneWith } from './rule.js';
import * as texts from './texts.js';

/** A service that starts by itself, or that somebody else made, is there for somebody; Windows' and Debian's own others come and go. */
const ofService = (path: string, was: Entries): Weight =>
  was.get(`${path}/startMode`) === 'auto' || was.get(`${path}/maker/kind`) === 'other' ? 'high' : 'low';

/** What is installed on the server, and runs there. */
export const installedLost: LossRules = {
  services: [
    {
      like: /^([^/]+)\/state$/,
      text: texts.stopped,
      weight: ({ before, after }, path, was) =>
        before === 'running' && after !== 'running' ? ofService(path, was) : undefined,
    },
    {
      like: /^([^/]+)$/,
      text: texts.serviceGone,
      weight(change, path, was) {
        if (!gone(change)) return undefined;
        if (was.get(`${path}/state`) === 'running') return ofService(path, was);
        return was.get(`${path}/maker/kind`) === 'other' ? 'medium' : undefined;
      },
    },
    { like: /^([^/]+)\/startMode$/, text: texts.startsNoMore, weight: from('auto', 'medium') },
  ],
  volumes: [
    {
      like: /^([^/]+)$/,
      text: texts.volumeGone,
      weight: (change, path, was) =>
        gone(change) ? (was.get(`${path}/kind`) === 'fixed' ? 'high' : 'low') : undefined,
    },
  ],
  'sql-server': [
    { like: /^instances\/([^/]+)$/, text: texts.databaseGone, weight: goneWith('high') },
    { like: /^instances\/([^/]+)\/running$/, text: texts.stopped, weight: from('true', 'high') },
  ],
  databases: [
    { like: /^(?:postgresql\/clusters\/)?([^/]+)\/running$/, text: texts.stopped, weight: from('true', 'high') },
  ],
  'hyper-v': [
    { like: /^machines\/([^/]+)$/, text: texts.machineGone, weight: goneWith('high') },
    { like: /^machines\/([^/]+)\/state$/, text: texts.stopped, weight: from('running', 'high') },
  ],
  'scheduled-tasks': [
    {
      like: /^tasks\/([^/]+)$/,
      text: texts.taskGone,
      // Windows keeps its own in this folder, and every release has others
      weight: change => (gone(change) && !change.entry.startsWith('tasks/\\Microsoft\\') ? 'medium' : undefined),
    },
    { like: /^tasks\/([^/]+)\/enabled$/, text: texts.taskOff, weight: from('true', 'medium', 'false') },
  ],
  certificates: [
    { like: /^certificates\/([^/]+)$/, text: texts.certificateGone, weight: goneWith('medium'), named: 'subject' },
  ],
  drivers: [
    {
      like: /^([^/]+)$/,
      text: texts.driverGone,
      weight: (change, path, was) =>
        gone(change) && was.get(`${path}/thirdParty`) === 'true'
          ? was.get(`${path}/running`) === 'true'
            ? 'medium'
            : 'low'
          : undefined,
    },
    {
      like: /^([^/]+)\/running$/,
      text: texts.driverStopped,
      weight: (change, path, was) =>
        was.get(`${path}/thirdParty`) === 'true' ? from('true', 'medium', 'false')(change, path, was, was) : undefined,
    },
  ],
  applications: [{ like: /^([^/]+)$/, text: texts.applicationGone, weight: goneWith('low') }],
  roles: [{ like: /^installed\/([^/]+)$/, text: texts.roleGone, weight: goneWith('medium') }],
};
