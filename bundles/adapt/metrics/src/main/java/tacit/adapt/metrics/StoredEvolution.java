package tacit.adapt.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionMetricsService;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.StyleHistory;
import tacit.api.harness.Role;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/** Measures by counts that the stores keep: how many runs and memories there are makes no difference. Stateless. */
@Component(property = Role.PROPERTY + "=evolution-metrics")
@Designate(ocd = StoredEvolution.Config.class)
public final class StoredEvolution implements EvolutionMetricsService {

    /** What is compared, and what is enough to compare. */
    @ObjectClassDefinition(name = "Tacit evolution metrics")
    public @interface Config {

        @AttributeDefinition(
                name = "Window",
                description = "Days over which success and change are looked at, from 8 to 365",
                min = "8",
                max = "365")
        int window_days() default 28;

        @AttributeDefinition(
                name = "Least sample",
                description = "A share of fewer runs says nothing of a trend, from 1 to 10000",
                min = "1",
                max = "10000")
        int least_sample() default 20;
    }

    private final TraceStore traces;
    private final MemoryStore memories;
    private final StateStore states;
    private final Clock clock;
    private final KeptSnapshots kept;
    private final int windowDays;
    private final int leastSample;

    @Activate
    public StoredEvolution(
            @Reference TraceStore traces,
            @Reference MemoryStore memories,
            @Reference StateStore states,
            @Reference Clock clock,
            Config config) {
        this.traces = traces;
        this.memories = memories;
        this.states = states;
        this.clock = clock;
        this.kept = new KeptSnapshots(states);
        this.windowDays = within("window.days", config.window_days(), 8, 365);
        this.leastSample = within("least.sample", config.least_sample(), 1, 10_000);
    }

    static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    @Override
    public EvolutionSnapshot computeSnapshot(Scope scope, StyleHistory style) {
        Instant now = clock.instant();
        Duration window = Duration.ofDays(windowDays);
        Past past = Past.of(kept.newest(scope, windowDays), now, window);
        Runs all = new Runs(traces.tallies(scope, null));
        Runs recent = new Runs(traces.tallies(scope, now.minus(window)));
        Runs week = new Runs(traces.tallies(scope, now.minus(CorrectionRate.WEEK)));
        Counting counting = new Counting(memories, states, scope);
        List<EvolutionMetric> metrics = List.of(
                CorrectionRate.of(counting, week.all(), now, leastSample),
                StyleMetrics.velocity(style, past),
                KnowledgeGrowth.of(counting, past),
                TaskSuccess.of(recent, all, past, leastSample),
                StyleMetrics.alignment(style, past));
        return new EvolutionSnapshot(
                now, all.days(now), all.completed(), metrics, Overall.score(metrics), all.byGeneration(leastSample));
    }

    @Override
    public EvolutionSnapshot keepSnapshot(Scope scope, StyleHistory style) {
        EvolutionSnapshot snapshot = computeSnapshot(scope, style);
        kept.keep(scope, snapshot);
        return snapshot;
    }

    @Override
    public List<EvolutionSnapshot> history(Scope scope, int most) {
        return kept.newest(scope, within("most", most, 1, MOST));
    }
}
