import type { Service } from '../../facts/services.js';
import type { Resource, ResourceState } from '../../model/resource.js';

/** A service as the resource that executors know, with its state as the facts say. */
export interface ServiceTarget {
  readonly resource: Resource;
  readonly from: ResourceState;
  /** Not started again by anything, and stopped. */
  readonly off: ResourceState;
  /** Stopped, and all else as it is. */
  readonly stopped: ResourceState;
}

export function targetOf(service: Service, platform: 'windows' | 'linux'): ServiceTarget {
  const running = isRunning(service);
  if (platform === 'linux') {
    const from = {
      masked: service.startMode === 'disabled',
      enabled: service.unitFileState === 'enabled',
      active: running,
    };
    return {
      resource: { kind: 'unit', name: service.name },
      from,
      off: { ...from, masked: true, active: false },
      stopped: { ...from, active: false },
    };
  }
  const from = { start: service.startMode, delayed: service.delayedStart ?? false, running };
  return {
    resource: { kind: 'service', name: service.name },
    from,
    off: { ...from, start: 'disabled', running: false },
    stopped: { ...from, running: false },
  };
}

/**
 * Whether it runs, as far as the facts tell: where they do not (no rights, systemd not running), what starts by itself is thought to run.
 * What is found when the plan is carried out counts, not this.
 */
export function isRunning({ state, startMode }: Pick<Service, 'state' | 'startMode'>): boolean {
  if (state === 'unknown' || state === 'pending') return startMode === 'auto';
  return state === 'running' || state === 'paused';
}
