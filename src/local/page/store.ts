import type { PageState } from './model/page-state.ts';

/** The holder of the current state. */
export interface Store {
  readonly state: PageState;
  /** Replaces some of the state; those who subscribed are told once the current turn is over. */
  change(patch: Partial<PageState>): void;
}

/** Holds the page's state and calls `onChange` at most once a turn after it changed. */
export function createStore(initial: PageState, onChange: () => void): Store {
  let state = initial;
  let isDue = false;
  return {
    get state() {
      return state;
    },
    change(patch) {
      state = { ...state, ...patch };
      if (isDue) return;
      isDue = true;
      queueMicrotask(() => {
        isDue = false;
        onChange();
      });
    },
  };
}
