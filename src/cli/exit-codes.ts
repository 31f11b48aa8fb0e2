/** How a command ends. */
export const EXIT = {
  fine: 0,
  /** Findings that the flags make fatal, or a build that failed. */
  findings: 1,
  /** Bad usage or config. */
  usage: 2,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;
