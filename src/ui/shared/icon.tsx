/** Our icons as single paths on a 24 × 24 grid, drawn in the colour of the text. */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  back: 'M15 5l-7 7 7 7',
  move: 'M12 4v16M4 12h16M9.5 6.5L12 4l2.5 2.5M9.5 17.5L12 20l2.5-2.5M6.5 9.5L4 12l2.5 2.5M17.5 9.5L20 12l-2.5 2.5',
  pin: 'M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v5',
  external: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
  collect: 'M12 5v14M5 12h14',
  highlight: 'M4 20h16M7 16l9-9 3 3-9 9H7z',
  library: 'M4 5h6a2 2 0 0 1 2 2v12a2 2 0 0 0-2-2H4zM20 5h-6a2 2 0 0 0-2 2v12a2 2 0 0 1 2-2h6z',
  remove: 'M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.5 15.5L20 20',
  export: 'M12 15V4M8 8l4-4 4 4M5 14v5h14v-5',
  import: 'M12 4v11M8 11l4 4 4-4M5 14v5h14v-5',
  mute: 'M4 4l16 16M6 15h9M9 9h9',
  chevron: 'M9 6l6 6-6 6',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  up: 'M12 19V6M6 11l6-6 6 6',
  down: 'M12 5v13M6 13l6 6 6-6',
  grip: 'M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon beside a text or in a labelled button: itself silent for screen readers. `size` in CSS px. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
