package tacit.runtime.testkit.swap;

import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import tacit.api.adapt.BriefingRequest;
import tacit.api.adapt.DailyBriefing;
import tacit.api.adapt.EvolutionMetricsService;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.StyleHistory;
import tacit.api.store.Scope;

/** Snapshots that are kept, of a workspace and of a user. */
final class MetricsPart implements Part {

    private static final StyleHistory STYLE = new StyleHistory(3, 1, 2);

    private final EvolutionMetricsService metrics;
    private final DailyBriefing briefing;

    MetricsPart(Facades facades) {
        metrics = facades.role(EvolutionMetricsService.class, "evolution-metrics");
        briefing = facades.role(DailyBriefing.class, "briefing");
    }

    @Override
    public String bundle() {
        return "tacit.adapt.metrics";
    }

    @Override
    public void make() {
        metrics.keepSnapshot(Kept.ALL, STYLE);
        metrics.keepSnapshot(Kept.ADA, STYLE);
    }

    @Override
    public List<Ask> asks(int thread) {
        String day = Kept.NOW.atZone(ZoneOffset.UTC).toLocalDate().toString();
        EvolutionSnapshot kept = metrics.history(Kept.ALL, 1).get(0);
        BriefingRequest request = new BriefingRequest(Kept.ALL, day, kept, new TreeMap<>());
        return List.of(
                Ask.same(() -> timeless(metrics.computeSnapshot(Kept.ADA, STYLE))),
                Ask.same(() -> metrics.history(Kept.ALL, 9)),
                Ask.same(() -> metrics.history(Kept.ADA, 9)),
                Ask.same(() -> briefing.brief(request)),
                kept(Kept.load(thread)));
    }

    /** What was measured, without the time of it. */
    private static List<Object> timeless(EvolutionSnapshot snapshot) {
        return List.of(snapshot.tasksCompleted(), snapshot.metrics(), snapshot.overallScore(), snapshot.generations());
    }

    /** Keeps the snapshot of the day anew, which must then stand there. */
    private Ask kept(Scope scope) {
        AtomicLong times = new AtomicLong();
        return () -> {
            StyleHistory style = new StyleHistory(times.incrementAndGet(), 0, 1);
            EvolutionSnapshot now = metrics.keepSnapshot(scope, style);
            return metrics.history(scope, 1).contains(now);
        };
    }
}
