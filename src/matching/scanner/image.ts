import {
  CLASS_NONE,
  CLASS_SEPARATOR,
  CLASS_SOFT,
  CLASS_TABLE,
  CLASS_TERMINAL,
  FLAG_SINGLES,
  HEADER_FLAGS,
  HEADER_LATIN_END,
  HEADER_SECTIONS,
  HEADER_TERM_COUNT,
  IMAGE,
  KIND_TABLE,
  SECTION_BASE,
  SECTION_CHECK,
  SECTION_FIRST,
  SECTION_FLAG_BITS,
  SECTION_FLAG_STARTS,
  SECTION_GROUP_STARTS,
  SECTION_GROUP_TEXT_STARTS,
  SECTION_GROUP_TEXTS,
  SECTION_GROUPS,
  SECTION_JURISDICTIONS,
  SECTION_LATIN_RANGES,
  SECTION_NAME_TAILS,
  SECTION_SOFT_UNITS,
  SECTION_TAILS,
  SECTION_TERM_FLAGS,
  SECTION_UNIT_CLASSES,
  SECTION_UNIT_MARKS,
  SECTION_WORD_BASE,
  SECTION_WORD_CHECK,
  SECTION_WORD_IDS,
} from './layout';

/** Addresses of the sections; see `SECTIONS` in `image-layout.ts`. */
export let base: usize = 0;
export let check: usize = 0;
export let tails: usize = 0;
export let first: usize = 0;
export let nameTails: usize = 0;
export let nameTailsEnd: usize = 0;
export let wordBase: usize = 0;
export let wordIds: usize = 0;
export let wordCheck: usize = 0;
export let unitMarks: usize = 0;
export let groups: usize = 0;
export let groupStarts: usize = 0;
export let groupTexts: usize = 0;
export let groupTextStarts: usize = 0;
export let flagBits: usize = 0;
export let flagStarts: usize = 0;
export let termFlags: usize = 0;

/** Header fields. */
export let singles: bool = false;
export let termCount: i32 = 0;
export let latinEnd: i32 = 0;
export let soft: i32 = 0;
export let separator: i32 = 0;
export let terminal: i32 = 0;
/** Whether any term has flags, and whether any belongs to a country. */
export let hasFlags: bool = false;
export let hasCountries: bool = false;
/** Classes of the letters of plural endings, and of those that take -es. */
export let letterS: i32 = 0;
export let letterE: i32 = 0;
export let letterX: i32 = 0;
export let letterZ: i32 = 0;
export let letterH: i32 = 0;

function header(field: i32): i32 {
  return load<i32>(IMAGE + ((<usize>field) << 2));
}

function section(index: i32): usize {
  return IMAGE + <usize>header(HEADER_SECTIONS + index * 2);
}

function sectionLength(index: i32): i32 {
  return header(HEADER_SECTIONS + index * 2 + 1);
}

function setClass(unit: i32, value: i32): void {
  store<u16>(CLASS_TABLE + ((<usize>unit) << 1), <u16>value);
}

/** Fills the table of classes: that of units in no key, then Latin ones, then those of keys, then units to step over. */
function makeTables(): void {
  for (let unit = 0; unit < 65536; unit++) setClass(unit, latinEnd + CLASS_NONE);
  const ranges = section(SECTION_LATIN_RANGES);
  for (let at = 0, end = sectionLength(SECTION_LATIN_RANGES); at < end; at += 2) {
    const last = <i32>load<u16>(ranges + ((<usize>(at + 1)) << 1));
    for (let unit = <i32>load<u16>(ranges + ((<usize>at) << 1)); unit <= last; unit++) setClass(unit, 0);
  }
  const pairs = section(SECTION_UNIT_CLASSES);
  for (let at = 0, end = sectionLength(SECTION_UNIT_CLASSES); at < end; at += 2)
    setClass(<i32>load<u16>(pairs + ((<usize>at) << 1)), <i32>load<u16>(pairs + ((<usize>(at + 1)) << 1)));
  const softUnits = section(SECTION_SOFT_UNITS);
  for (let at = 0, end = sectionLength(SECTION_SOFT_UNITS); at < end; at += 2) {
    const unit = <i32>load<u16>(softUnits + ((<usize>at) << 1));
    setClass(unit, soft);
    store<u8>(KIND_TABLE + <usize>unit, <u8>load<u16>(softUnits + ((<usize>(at + 1)) << 1)));
  }
}

/** Class of a unit. */
export function classOf(unit: i32): i32 {
  return <i32>load<u16>(CLASS_TABLE + ((<usize>unit) << 1));
}

/** Reads the header of the image that was put at `IMAGE`, and makes the tables. To be called once, before all else. */
export function open(): void {
  singles = (header(HEADER_FLAGS) & FLAG_SINGLES) !== 0;
  termCount = header(HEADER_TERM_COUNT);
  latinEnd = header(HEADER_LATIN_END);
  soft = latinEnd + CLASS_SOFT;
  separator = latinEnd + CLASS_SEPARATOR;
  terminal = latinEnd + CLASS_TERMINAL;
  base = section(SECTION_BASE);
  check = section(SECTION_CHECK);
  tails = section(SECTION_TAILS);
  first = section(SECTION_FIRST);
  nameTails = section(SECTION_NAME_TAILS);
  nameTailsEnd = nameTails + ((<usize>sectionLength(SECTION_NAME_TAILS)) << 1);
  wordBase = section(SECTION_WORD_BASE);
  wordIds = section(SECTION_WORD_IDS);
  wordCheck = section(SECTION_WORD_CHECK);
  unitMarks = section(SECTION_UNIT_MARKS);
  groups = section(SECTION_GROUPS);
  groupStarts = section(SECTION_GROUP_STARTS);
  groupTexts = section(SECTION_GROUP_TEXTS);
  groupTextStarts = section(SECTION_GROUP_TEXT_STARTS);
  flagBits = section(SECTION_FLAG_BITS);
  flagStarts = section(SECTION_FLAG_STARTS);
  termFlags = section(SECTION_TERM_FLAGS);
  hasFlags = sectionLength(SECTION_TERM_FLAGS) > 0;
  hasCountries = sectionLength(SECTION_JURISDICTIONS) > 0;
  makeTables();
  letterS = classOf(0x73);
  letterE = classOf(0x65);
  letterX = classOf(0x78);
  letterZ = classOf(0x7a);
  letterH = classOf(0x68);
}
