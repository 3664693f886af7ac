package tacit.memory.distill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.adapt.Governed;
import tacit.api.harness.Role;
import tacit.api.memory.CoreMemoryDistiller;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Mode;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryStore;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Distils recorded runs by a grammar of sentences and by what the runs show; no model takes part. Immutable. */
@Component(
        property = {
            Role.PROPERTY + "=core-distiller",
            Governed.PROPERTY + "=learningEnabled|enabled||",
            Governed.PROPERTY + "=explicitLearningEnabled|explicit.learning||",
            Governed.PROPERTY + "=implicitLearningEnabled|implicit.learning||",
            Governed.PROPERTY + "=autoPromoteToCuratedMemoryEnabled|auto.promote||"
        })
@Designate(ocd = TraceDistiller.Config.class)
public final class TraceDistiller implements CoreMemoryDistiller {

    /** What is learnt. */
    @ObjectClassDefinition(name = "Tacit distilling")
    public @interface Config {

        @AttributeDefinition(name = "Enabled", description = "Whether anything is learnt from runs at all")
        boolean enabled() default true;

        @AttributeDefinition(
                name = "Explicit learning",
                description = "What users ask to remember, and their judgement")
        boolean explicit_learning() default true;

        @AttributeDefinition(name = "Implicit learning", description = "What users say besides, and what runs show")
        boolean implicit_learning() default true;

        @AttributeDefinition(
                name = "Shared channels",
                description = "Whether runs are learnt from that a group or the public saw")
        boolean shared_channels() default false;

        @AttributeDefinition(
                name = "Automatic promotion",
                description = "Whether the curated memory gets what is accepted; its gate is asked first")
        boolean auto_promote() default false;

        @AttributeDefinition(
                name = "Least confidence",
                description = "How sure a candidate must be that nobody asked to remember, in [0, 1]",
                min = "0",
                max = "1")
        double least_confidence() default 0.75;

        @AttributeDefinition(
                name = "Least stability",
                description = "How likely such a candidate must be to hold for long, in [0, 1]",
                min = "0",
                max = "1")
        double least_stability() default 0.55;
    }

    private final TraceStore traces;
    private final MemoryStore memories;
    private final boolean enabled;
    private final HotPath hotPath;

    @Activate
    public TraceDistiller(@Reference TraceStore traces, @Reference MemoryStore memories, Config config) {
        this.traces = traces;
        this.memories = memories;
        this.enabled = config.enabled();
        this.hotPath = new HotPath(
                new Switches(config.explicit_learning(), config.implicit_learning(), config.shared_channels()),
                new Weighing(config.least_confidence(), config.least_stability()),
                config.auto_promote(),
                new Statements());
    }

    @Override
    public Distillation runHotPath(Scope scope, String traceId, Instant now) {
        if (!enabled) {
            return Distillation.empty(Mode.HOT_PATH, Status.OFF);
        }
        Optional<Run> run = run(scope, traceId, now);
        return run.map(one -> hotPath.distill(one, () -> Known.of(memories, scope)))
                .orElse(Distillation.empty(Mode.HOT_PATH, Status.SKIPPED));
    }

    @Override
    public Distillation runOffline(Scope scope, Instant now) {
        if (!enabled) {
            return Distillation.empty(Mode.OFFLINE, Status.OFF);
        }
        List<Run> runs =
                traces.list(scope, TraceFilter.ALL, PageRequest.first(OfflineRound.MOST_TRACES)).rows().stream()
                        .flatMap(trace -> run(scope, trace.id(), now).stream())
                        .toList();
        return new OfflineRound(hotPath).distill(scope, runs, Known.of(memories, scope));
    }

    @Override
    public LearningSwitches switches() {
        Switches some = hotPath.switches();
        return new LearningSwitches(enabled, some.explicit(), some.implicit(), some.shared());
    }

    private Optional<Run> run(Scope scope, String traceId, Instant now) {
        RunReader reader = new RunReader(hotPath.switches());
        return traces.find(scope, traceId)
                .filter(recorded -> mayLearn(recorded.trace()))
                .map((RecordedTrace recorded) -> reader.read(recorded, traces.outcomes(scope, traceId), now));
    }

    private boolean mayLearn(Trace trace) {
        boolean alone = trace.text(Attribute.AUDIENCE)
                .filter(audience -> !audience.equalsIgnoreCase("private"))
                .isEmpty();
        return (alone || hotPath.switches().shared())
                && !Boolean.TRUE.equals(trace.attributes().get(Attribute.OWN_RUN))
                && !Boolean.TRUE.equals(trace.attributes().get(Attribute.INJECTED));
    }
}
