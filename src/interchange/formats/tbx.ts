import { localDay } from '../../text/local-day.ts';
import { escapeXml } from '../clean-export.ts';
import type { BuildFacts, Format } from '../format.ts';
import { buildTbx, type TbxForm } from './tbx-build.ts';
import { readTbx } from './tbx-reader.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const sourceOf = ({ title, edition, exportedAt }: BuildFacts): string =>
  escapeXml(`${title}, ${edition}; exported on ${localDay(exportedAt)} by Policy Gloss`);

/** ISO 30042:2008. OmegaT, the Translate Toolkit and Weblate read no other. */
const form2008: TbxForm = {
  entry: 'termEntry',
  language: 'langSet',
  term: 'tig',
  simplifiedToo: false,
  wrap: (body, facts) =>
    `${HEAD}<martif type="TBX-Basic" xml:lang="en">\n<martifHeader><fileDesc><titleStmt><title>${escapeXml(facts.title)}</title></titleStmt><sourceDesc><p>${sourceOf(facts)}</p></sourceDesc></fileDesc><encodingDesc><p type="XCSURI">http://www.ttt.org/oscarstandards/tbx/TBXXCS.xcs</p></encodingDesc></martifHeader>\n<text><body>\n${body}\n</body></text>\n</martif>\n`,
};

/** ISO 30042:2019, dialect TBX-Basic, style DCA. */
const form2019: TbxForm = {
  entry: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
  simplifiedToo: true,
  wrap: (body, facts) =>
    `${HEAD}<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n<tbxHeader><fileDesc><titleStmt><title>${escapeXml(facts.title)}</title></titleStmt><sourceDesc><p>${sourceOf(facts)}</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n${body}\n</body></text>\n</tbx>\n`,
};

const tbxFormat = (name: 'tbx-2008' | 'tbx-2019', form: TbxForm): Format => ({
  name,
  mediaType: 'application/x-tbx',
  endings: ['tbx'],
  kinds: ['glossary'],
  read: readTbx,
  build: ({ entries }, facts) => [{ name: 'glossary.tbx', content: buildTbx(entries, form, facts) }],
});

/** TBX as the standard of 2008 has it, which most tools read, and as that of 2019 has it. */
export const tbx2008: Format = tbxFormat('tbx-2008', form2008);
export const tbx2019: Format = tbxFormat('tbx-2019', form2019);
