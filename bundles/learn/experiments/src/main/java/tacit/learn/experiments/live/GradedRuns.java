package tacit.learn.experiments.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Evaluator;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceTally;

/**
 * Reads the runs of agents that were graded, by their start and a bounded number of them. Where there are more, what is left out
 * lies at the far end for both labels alike, so that neither successes nor failures are seen alone. Thread-safe.
 */
final class GradedRuns {

    private final TraceStore traces;

    GradedRuns(TraceStore traces) {
        this.traces = traces;
    }

    /** Changes whenever a run was added or graded; cheap. */
    List<TraceTally> tallies(Scope scope, Instant from) {
        return traces.tallies(scope, from);
    }

    private static Instant start(Trace run) {
        Instant started = run.startedAt();
        return started == null ? Instant.EPOCH : started;
    }

    /**
     * Those that started first.
     *
     * @param most of each label
     */
    List<Trace> oldest(Scope scope, Instant from, Instant until, int most) {
        List<Trace> found = new ArrayList<>();
        @Nullable Instant end = null;
        for (OutcomeLabel label : List.of(OutcomeLabel.SUCCESS, OutcomeLabel.FAILURE)) {
            TraceFilter filter = filter(label, from, until);
            long total = traces.list(scope, filter, PageRequest.first(1)).total();
            List<Trace> part = read(scope, filter, Math.max(0, total - most), most);
            if (total > most && !part.isEmpty()) {
                Instant newest = start(part.get(0));
                end = end == null || newest.isBefore(end) ? newest : end;
            }
            found.addAll(part);
        }
        @Nullable Instant before = end;
        return found.stream()
                .filter(run -> before == null || start(run).isBefore(before))
                .filter(GradedRuns::ofAnAgent)
                .sorted(Comparator.comparing(GradedRuns::start).thenComparing(Trace::id))
                .toList();
    }

    /**
     * Those that started last, the last of them first.
     *
     * @param most of each label
     */
    List<Trace> newest(Scope scope, Instant from, Instant until, int most) {
        List<Trace> found = new ArrayList<>();
        @Nullable Instant begin = null;
        for (OutcomeLabel label : List.of(OutcomeLabel.SUCCESS, OutcomeLabel.FAILURE)) {
            List<Trace> part = read(scope, filter(label, from, until), 0, most);
            if (part.size() >= most) {
                Instant oldest = start(part.get(part.size() - 1));
                begin = begin == null || oldest.isAfter(begin) ? oldest : begin;
            }
            found.addAll(part);
        }
        @Nullable Instant after = begin;
        return found.stream()
                .filter(run -> after == null || start(run).isAfter(after))
                .filter(GradedRuns::ofAnAgent)
                .sorted(Collections.reverseOrder(
                        Comparator.comparing(GradedRuns::start).thenComparing(Trace::id)))
                .toList();
    }

    private static TraceFilter filter(OutcomeLabel label, Instant from, Instant until) {
        return new TraceFilter(null, null, null, label, null, from, until);
    }

    private List<Trace> read(Scope scope, TraceFilter filter, long offset, int most) {
        List<Trace> all = new ArrayList<>();
        Page<Trace> page;
        do {
            int limit = Math.min(PageRequest.MAX_LIMIT, most - all.size());
            page = traces.list(scope, filter, new PageRequest(offset + all.size(), limit));
            all.addAll(page.rows());
        } while (all.size() < most && page.hasMore() && !page.rows().isEmpty());
        return all;
    }

    /** Neither Tacit's own nor done for an experiment, whose arms are judged otherwise. */
    private static boolean ofAnAgent(Trace run) {
        return !Boolean.TRUE.equals(run.attributes().get(Attribute.OWN_RUN))
                && run.text(Attribute.BATCH)
                        .filter(batch -> batch.startsWith(Evaluator.BATCH))
                        .isEmpty();
    }
}
