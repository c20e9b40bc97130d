import type { ComponentChildren } from 'preact';
import { htmlLang, type InterfaceLanguage } from '../../shared/texts.ts';

/** What is written in the pictures: a term as it stands on the page, and its equivalent in the card. */
const WORDS = {
  'zh-TW': { term: '主權AI', equivalent: 'Sovereign AI', page: 'zh-TW', card: 'en', width: 60 },
  en: { term: 'Sovereign AI', equivalent: '主權AI', page: 'en', card: 'zh-TW', width: 90 },
} as const;

type Words = (typeof WORDS)[InterfaceLanguage];

interface PictureProps {
  readonly language: InterfaceLanguage;
}

/** A picture beside a text that says the same: silent for screen readers. Drawn in the colours of the page. */
function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg class="guide-picture" viewBox="0 0 320 180" aria-hidden="true">
      {children}
    </svg>
  );
}

/** Lines of text that are not to be read. */
function Lines({ x, y, widths }: { x: number; y: number; widths: readonly number[] }) {
  return (
    <>
      {widths.map((width, line) => (
        <rect key={line} class="greek" x={x} y={y + line * 16} width={width} height="7" rx="3.5" />
      ))}
    </>
  );
}

/** A line of text with the underlined term in its middle; `y` is the base line. */
function TermLine({ x, y, end, words }: { x: number; y: number; end: number; words: Words }) {
  const from = x + 46;
  return (
    <>
      <rect class="greek" x={x} y={y - 9} width="38" height="7" rx="3.5" />
      <text
        x={from}
        y={y}
        lang={htmlLang(words.page)}
        textLength={words.width}
        lengthAdjust="spacingAndGlyphs"
      >
        {words.term}
      </text>
      <line class="mark" x1={from} x2={from + words.width} y1={y + 5} y2={y + 5} />
      <rect
        class="greek"
        x={from + words.width + 8}
        y={y - 9}
        width={Math.max(0, end - from - words.width - 8)}
        height="7"
        rx="3.5"
      />
    </>
  );
}

function SmallCard({ x, y, width, words }: { x: number; y: number; width: number; words: Words }) {
  return (
    <>
      <rect class="card-box" x={x} y={y} width={width} height="80" rx="8" />
      <text class="strong" x={x + 14} y={y + 26} lang={htmlLang(words.card)}>
        {words.equivalent}
      </text>
      <rect class="pill" x={x + 14} y={y + 36} width="44" height="14" rx="7" />
      <Lines x={x + 14} y={y + 58} widths={[width - 60]} />
    </>
  );
}

function MousePicture({ language }: PictureProps) {
  const words = WORDS[language];
  return (
    <Picture>
      <Lines x={24} y={16} widths={[250]} />
      <TermLine x={24} y={53} end={290} words={words} />
      <SmallCard x={70} y={70} width={190} words={words} />
      <Lines x={24} y={162} widths={[210]} />
      <path class="hand" d={`M${70 + words.width * 0.6} 50v19l5-5 4 9 4-2-4-9h7z`} />
    </Picture>
  );
}

function CardPicture({ language }: PictureProps) {
  const words = WORDS[language];
  const rows = [28, 58, 84, 116, 150] as const;
  return (
    <Picture>
      <rect class="card-box" x="48" y="8" width="236" height="164" rx="8" />
      <text class="strong" x="64" y="34" lang={htmlLang(words.card)}>
        {words.equivalent}
      </text>
      <rect class="pill" x="64" y="50" width="52" height="15" rx="7.5" />
      <Lines x={124} y={54} widths={[90]} />
      <Lines x={64} y={78} widths={[200, 170]} />
      <path class="trail" d="M66 116h40l6 0M120 116h60" />
      <circle class="dot" cx="66" cy="116" r="4" />
      <circle class="dot" cx="116" cy="116" r="4" />
      <circle class="dot" cx="186" cy="116" r="4" />
      <line class="rule" x1="48" x2="284" y1="136" y2="136" />
      <rect class="button-box" x="64" y="144" width="56" height="18" rx="5" />
      <rect class="button-box" x="128" y="144" width="56" height="18" rx="5" />
      {rows.map((y, row) => (
        <g key={y}>
          <circle class="number" cx="24" cy={y} r="10" />
          <text class="figure-text" x="24" y={y + 4.5}>
            {row + 1}
          </text>
        </g>
      ))}
    </Picture>
  );
}

function Key({ x, name }: { x: number; name: string }) {
  const width = 20 + name.length * 9;
  return (
    <>
      <rect class="key" x={x} y="26" width={width} height="34" rx="6" />
      <text x={x + width / 2} y="48" text-anchor="middle">
        {name}
      </text>
    </>
  );
}

function KeyboardPicture({ language }: PictureProps) {
  const words = WORDS[language];
  return (
    <Picture>
      <Key x={36} name="Alt" />
      <Key x={92} name="Shift" />
      <Key x={166} name="J" />
      <path class="trail" d="M214 43h40m-8-7l8 7-8 7" />
      <Lines x={36} y={88} widths={[220]} />
      <TermLine x={36} y={125} end={280} words={words} />
      <rect class="ring" x="77" y="108" width={words.width + 10} height="28" rx="5" />
      <Lines x={36} y={148} widths={[180]} />
    </Picture>
  );
}

function TouchPicture({ language }: PictureProps) {
  const words = WORDS[language];
  return (
    <Picture>
      <rect class="frame" x="72" y="6" width="176" height="168" rx="18" />
      <Lines x={88} y={24} widths={[140]} />
      <TermLine x={88} y={61} end={236} words={words} />
      <SmallCard x={86} y={82} width={148} words={words} />
      <circle class="tap" cx={134 + words.width * 0.8} cy="66" r="15" />
      <circle class="tap" cx={134 + words.width * 0.8} cy="66" r="8" />
    </Picture>
  );
}

function HighlightPicture() {
  return (
    <Picture>
      <Lines x={36} y={22} widths={[240]} />
      <rect class="keep" x="32" y="36" width="226" height="17" rx="3" />
      <rect class="keep" x="32" y="52" width="126" height="17" rx="3" />
      <g class="kept-text">
        <Lines x={36} y={41} widths={[218, 116]} />
      </g>
      <Lines x={166} y={57} widths={[90]} />
      <rect class="card-box" x="112" y="78" width="150" height="36" rx="8" />
      {['yellow', 'green', 'blue', 'pink', 'orange'].map((colour, at) => (
        <circle key={colour} class={`colour ${colour}`} cx={135 + at * 26} cy="96" r="9" />
      ))}
      <Lines x={36} y={128} widths={[230, 244, 150]} />
    </Picture>
  );
}

function PanelPicture({ language }: PictureProps) {
  const words = WORDS[language];
  return (
    <Picture>
      <rect class="frame" x="16" y="10" width="288" height="160" rx="8" />
      <line class="rule" x1="16" x2="304" y1="34" y2="34" />
      <rect class="dot-box" x="276" y="16" width="14" height="12" rx="3" />
      <line class="rule" x1="190" x2="190" y1="34" y2="170" />
      <Lines x={30} y={48} widths={[140, 120, 140, 90, 130, 140, 70]} />
      <text class="small" x="202" y="58" lang={htmlLang(words.page)}>
        {words.term}
      </text>
      <Lines x={202} y={66} widths={[60]} />
      <line class="rule" x1="202" x2="292" y1="86" y2="86" />
      <Lines x={202} y={96} widths={[80, 56]} />
      <line class="rule" x1="202" x2="292" y1="132" y2="132" />
      <Lines x={202} y={142} widths={[70]} />
    </Picture>
  );
}

function ExportPicture() {
  return (
    <Picture>
      <rect class="frame" x="24" y="26" width="96" height="128" rx="8" />
      <Lines x={38} y={44} widths={[66, 66, 50, 66, 60, 40]} />
      <path class="trail" d="M134 90h48m-9-8l9 8-9 8" />
      {['DOCX', 'XLSX', 'TBX', 'CSV'].map((name, at) => (
        <g key={name} transform={`translate(${200 + (at % 2) * 54} ${26 + Math.floor(at / 2) * 68})`}>
          <path class="frame" d="M0 4a4 4 0 0 1 4-4h26l14 14v42a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4zM30 0v14h14" />
          <text class="small" x="22" y="40" text-anchor="middle">
            {name}
          </text>
        </g>
      ))}
    </Picture>
  );
}

function PrivacyPicture() {
  return (
    <Picture>
      <rect class="frame" x="48" y="44" width="128" height="84" rx="6" />
      <path class="frame" d="M34 138h156l-8 12H42z" />
      <path class="shield" d="M112 56l24 9v18c0 16-10 26-24 32-14-6-24-16-24-32V65z" />
      <path class="trail" d="M102 84l8 8 14-16" />
      <path class="far" d="M232 92a18 18 0 0 1 4-35 24 24 0 0 1 45 6 15 15 0 0 1-1 29z" />
      <path class="far" d="M196 74h22" />
      <path class="stop" d="M201 66l12 16m0-16l-12 16" />
    </Picture>
  );
}

/** The pictures of the guide by the step that they belong to. */
export const PICTURES = {
  mouse: MousePicture,
  card: CardPicture,
  keyboard: KeyboardPicture,
  touch: TouchPicture,
  highlight: HighlightPicture,
  panel: PanelPicture,
  export: ExportPicture,
  privacy: PrivacyPicture,
} as const;

export type GuideStep = keyof typeof PICTURES;
