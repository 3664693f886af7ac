package tacit.learn.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.TraceIngest;
import tacit.api.learn.CaseMaker;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureMiner;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.LearningPipeline;
import tacit.api.learn.LearningReport;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.TraceLearner;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.Attribute;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** Learns chunk by chunk, each chunk marked as learned only after all its steps are durable. Thread-safe. */
@Component
public final class SequentialPipeline implements LearningPipeline {

    private static final Logger log = LoggerFactory.getLogger(SequentialPipeline.class);
    private static final int CHUNK = 200;

    /** As many ids as one look at the queue takes. */
    private static final int LOOK = 10_000;

    private final TraceStore traces;
    private final FailureMiner miner;
    private final FailureClusters clusters;
    private final EvalCases evals;
    private final CaseMaker maker;
    private final TraceIngest ingest;
    private final Clock clock;
    private final Learners learners = new Learners();
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    @Activate
    public SequentialPipeline(
            @Reference TraceStore traces,
            @Reference FailureMiner miner,
            @Reference FailureClusters clusters,
            @Reference EvalCases evals,
            @Reference CaseMaker maker,
            @Reference TraceIngest ingest,
            @Reference Clock clock) {
        this.traces = traces;
        this.miner = miner;
        this.clusters = clusters;
        this.evals = evals;
        this.maker = maker;
        this.ingest = ingest;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addLearner(TraceLearner learner, Map<String, ?> properties) {
        learners.add(learner, properties);
    }

    public void removeLearner(TraceLearner learner) {
        learners.remove(learner);
    }

    @Override
    public LearningReport run(Scope scope, ProgressListener progress) {
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        ReentrantLock turn = turns.computeIfAbsent(workspace.workspaceId(), name -> new ReentrantLock());
        turn.lock();
        try {
            return runInTurn(workspace, progress);
        } finally {
            turn.unlock();
        }
    }

    private LearningReport runInTurn(Scope scope, ProgressListener progress) {
        Instant startedAt = clock.instant();
        Tally tally = new Tally();
        List<PendingTrace> pending = traces.pending(scope, LOOK);
        while (!pending.isEmpty()) {
            long total = tally.seen() + pending.size();
            for (int from = 0; from < pending.size(); from += CHUNK) {
                learn(scope, pending.subList(from, Math.min(from + CHUNK, pending.size())), tally);
                progress.progress(tally.seen(), total);
            }
            pending = traces.pending(scope, LOOK);
        }
        LearningReport report = tally.report();
        if (report.traces() > 0) {
            keep(scope, OwnRun.of(scope, tally, startedAt, clock.instant()));
        }
        return report;
    }

    /** There is nothing to learn from the run itself, so it does not wait to be learned from. */
    private void keep(Scope scope, TraceUpdate run) {
        ingest.ingest(scope, List.of(run));
        traces.learned(
                scope,
                traces.pending(scope, LOOK).stream()
                        .filter(pending -> pending.traceId().equals(run.trace().id()))
                        .toList());
    }

    private void learn(Scope scope, List<PendingTrace> chunk, Tally tally) {
        List<String> mined = new ArrayList<>();
        List<FailureRecord> failures = new ArrayList<>();
        for (PendingTrace pending : chunk) {
            RecordedTrace trace = traces.find(scope, pending.traceId()).orElse(null);
            if (trace != null && !ownRun(trace)) {
                mined.add(pending.traceId());
                failures.addAll(mine(scope, trace));
            }
        }
        List<FailureCluster> changed = mined.isEmpty() ? List.of() : clusters.assign(scope, mined, failures);
        List<EvalCase> cases = evals.refresh(scope, changed, mined);
        List<ReplayCase> made = mined.isEmpty() ? List.of() : make(scope, changed, mined);
        learners.inOrder().forEach(learner -> pass(learner, scope, mined));
        traces.learned(scope, chunk);
        tally.add(new Tally.Chunk(chunk.size(), mined, failures, changed, cases, made));
    }

    /** Cases that cannot be made must not keep traces from being learned from. */
    private List<ReplayCase> make(Scope scope, List<FailureCluster> changed, List<String> mined) {
        try {
            return maker.make(scope, changed, mined);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Cannot make replay cases of {} families", changed.size(), e);
            return List.of();
        }
    }

    /** A learner that breaks must not keep the others, or the pipeline, from going on. */
    private static void pass(TraceLearner learner, Scope scope, List<String> changed) {
        try {
            learner.learn(scope, List.copyOf(changed));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Cannot pass {} traces on to a learner", changed.size(), e);
        }
    }

    /** One trace that cannot be mined must not keep the others from being learned from. */
    private List<FailureRecord> mine(Scope scope, RecordedTrace trace) {
        try {
            return miner.mine(scope, trace);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error(
                    "Cannot mine trace '{}': it is passed over until it changes",
                    trace.trace().id(),
                    e);
            return List.of();
        }
    }

    private static boolean ownRun(RecordedTrace trace) {
        return Boolean.TRUE.equals(trace.trace().attributes().get(Attribute.OWN_RUN));
    }
}
