/** Peers named on the command line; the runner makes this module. */
declare module 'bench-peers' {
  export const peers: Record<string, import('./contenders.ts').PeerModule>;
}
