import { useState } from 'preact/hooks';
import type { Candidate } from '../../termwork/candidates.ts';
import { occurrenceCoverage } from '../../termwork/occurrence-coverage.ts';
import type { PanelPorts, PanelTerm } from './panel-page.ts';

type Stage = 'idle' | 'looking' | 'failed' | readonly Candidate[];

const keyOf = ({ zh, en }: Candidate): string => `${zh}\n${en}`;

function CandidateRow(props: {
  candidate: Candidate;
  isTaken: boolean;
  onTake: () => void;
  t: PanelPorts['t'];
}) {
  const { candidate, isTaken, onTake, t } = props;
  const { zh, en, count } = candidate;
  return (
    <li class="candidate">
      <span>
        {zh && <span lang="zh-Hant">{zh}</span>} {en && <span lang="en">{en}</span>}{' '}
        <span class="quiet">{t('panel.times', { count })}</span>
      </span>
      {/* What was pressed keeps the focus: a button that goes would throw keyboards back to the top of the panel. */}
      <button
        type="button"
        class="button quiet small"
        aria-label={isTaken ? undefined : t('panel.takeCandidate', { term: zh || en })}
        aria-disabled={isTaken}
        onClick={isTaken ? undefined : onTake}
      >
        {t(isTaken ? 'panel.candidateTaken' : 'panel.take')}
      </button>
    </li>
  );
}

/** How much of the terminology of the page is known, by occurrences. */
function Share({
  terms,
  candidates,
  t,
}: {
  terms: readonly PanelTerm[];
  candidates: readonly Candidate[];
  t: PanelPorts['t'];
}) {
  const { known, official, unknown } = occurrenceCoverage(terms, candidates);
  const total = known + unknown;
  if (total === 0) return null;
  const percent = (part: number) => Math.round((part / total) * 100);
  return <p>{t('panel.share', { total, known: percent(known), official: percent(official) })}</p>;
}

/** Unknown wordings of the page that may be terms, looked for when asked; each can be put into the reader's glossary. */
export function CandidatesSection({ terms, ports }: { terms: readonly PanelTerm[]; ports: PanelPorts }) {
  const { t } = ports;
  const [stage, setStage] = useState<Stage>('idle');
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState('');
  const [isRefused, setRefused] = useState(false);
  const look = () => {
    setStage('looking');
    ports.findCandidates().then(setStage, () => setStage('failed'));
  };
  const take = (candidate: Candidate) =>
    void ports.collectCandidate(candidate).then(
      () => {
        setRefused(false);
        setTaken((before) => new Set([...before, keyOf(candidate)]));
        setTold(`${candidate.zh || candidate.en}: ${t('panel.candidateTaken')}`);
      },
      () => setRefused(true),
    );
  return (
    <section>
      <h2>{t('panel.candidates')}</h2>
      <p class="quiet">{t('panel.candidatesHint')}</p>
      {(stage === 'idle' || stage === 'failed') && (
        <button type="button" class="button quiet" onClick={look}>
          {t('panel.findCandidates')}
        </button>
      )}
      <p role="status">
        {stage === 'looking' && t('check.running')}
        {stage === 'failed' && t('check.tabGone')}
        {typeof stage !== 'string' &&
          (stage.length === 0
            ? t('panel.candidatesNone')
            : t('panel.candidatesFound', { count: stage.length }))}
      </p>
      <p role="status" class="silent">
        {told}
      </p>
      {isRefused && <p role="alert">{t('panel.notTaken')}</p>}
      {typeof stage !== 'string' && (
        <>
          <Share terms={terms} candidates={stage} t={t} />
          <ul class="rows">
            {stage.map((candidate) => (
              <CandidateRow
                key={keyOf(candidate)}
                candidate={candidate}
                isTaken={taken.has(keyOf(candidate))}
                onTake={() => take(candidate)}
                t={t}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
