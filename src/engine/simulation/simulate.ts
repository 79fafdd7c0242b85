import { type SimulatedHost, simulatedHost } from '../../hosts/simulated/host.js';
import type { SimulatedOptions } from '../../hosts/simulated/options.js';
import type { Recording } from '../../model/recording.js';
import { logOffLines, sessionsInAnswers } from './sessions.js';
import { systemdUnitsInAnswers } from './systemd-units.js';
import { windowsServicesInAnswers } from './windows-services.js';

/** The simulated server of a recording, with its services, units and sessions where facts read them. */
export function simulate(
  recording: Recording,
  options: Omit<SimulatedOptions, 'services' | 'units' | 'sessions'> = {},
): SimulatedHost {
  const where =
    recording.platform === 'windows' ? { services: windowsServicesInAnswers } : { units: systemdUnitsInAnswers };
  const lines = [...(options.lines ?? []), ...logOffLines];
  return simulatedHost(recording, { ...options, ...where, sessions: sessionsInAnswers, lines });
}
