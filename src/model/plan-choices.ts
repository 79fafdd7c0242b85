/** What the person who plans decides. Everything has a default that is safe; kept in the case log. */
export interface PlanChoices {
  /** The maintenance window (ISO, UTC), and the zone in which people read it. */
  readonly window?: { readonly starts: string; readonly ends: string; readonly timeZone: string };
  /** Steps (`step-id`) and items (`step-id/resource`) left out, each with a reason. */
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
  readonly own: readonly OwnStep[];
  readonly notify: {
    /** `smtp://host:port`, `smtps://…`; the password comes from the environment, never from here. */
    readonly smtp?: string;
    readonly from?: string;
    readonly to: readonly MailRecipient[];
    /** Where recipients are read from a directory. */
    readonly ldap?: { readonly url: string; readonly base: string; readonly bindDn?: string };
    /** A sentence of one's own added to every notice. */
    readonly note?: string;
    readonly onScreen: boolean;
  };
  readonly logOff: { readonly countdownMinutes: number; readonly force: boolean };
  readonly disconnect: {
    /** The host brings the network back when nobody confirms in this time. */
    readonly deadManMinutes: number;
    /** Our own connection goes down with it: agreed that from then on only the kit works. */
    readonly cutOwnConnection: boolean;
    /** Linux: the packages of the new release are here already (downloaded, or on a medium), so that no mirror is needed. */
    readonly packagesAtHand?: boolean;
  };
  /** What the connection sheet could not find out, by field. Passwords have no place here. */
  readonly connection: Readonly<Record<string, string>>;
}

export interface MailRecipient {
  readonly address: string;
  readonly name?: string;
  readonly language: 'en' | 'es';
  readonly timeZone?: string;
}

/** A step that a person adds: a command with its undo and how to see the state, or declared irreversible. */
export type OwnStep =
  | {
      readonly kind: 'reversible';
      readonly id: string;
      readonly title: string;
      readonly look: string;
      readonly from: { readonly value: string; readonly line: string };
      readonly to: { readonly value: string; readonly line: string };
    }
  | {
      readonly kind: 'irreversible';
      readonly id: string;
      readonly title: string;
      readonly line: string;
      readonly reason: string;
    };

export const defaultChoices: PlanChoices = {
  leftOut: [],
  own: [],
  notify: { to: [], onScreen: true },
  logOff: { countdownMinutes: 15, force: false },
  disconnect: { deadManMinutes: 10, cutOwnConnection: false },
  connection: {},
};
