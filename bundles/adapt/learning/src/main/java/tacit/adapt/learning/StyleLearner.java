package tacit.adapt.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AuditLog;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.CompletedTask;
import tacit.api.adapt.Personality;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleMessage;
import tacit.api.learn.TraceLearner;
import tacit.api.memory.CoreMemoryDistiller;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.UserMessage;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;

/**
 * Tells the style of what users wrote in new runs, all of a user and channel at once, and the personality of the tasks that were
 * completed. Only a host that is up is configured with it, and it does nothing unless what runs show may be learnt. Thread-safe.
 */
@Component(service = TraceLearner.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class StyleLearner implements TraceLearner {

    private static final Logger log = LoggerFactory.getLogger(StyleLearner.class);
    private static final String ACTOR = "style";

    private final TraceStore traces;
    private final MemoryLearning learning;
    private final CoreMemoryDistiller distiller;
    private final AdaptiveStyleEngine style;
    private final Personality personality;
    private final AuditLog audit;
    private final Clock clock;

    /** Whose messages are told together. */
    private record Place(String userId, @Nullable String channel) {}

    @Activate
    public StyleLearner(
            @Reference TraceStore traces,
            @Reference MemoryLearning learning,
            @Reference CoreMemoryDistiller distiller,
            @Reference AdaptiveStyleEngine style,
            @Reference Personality personality,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.traces = traces;
        this.learning = learning;
        this.distiller = distiller;
        this.style = style;
        this.personality = personality;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void learn(Scope scope, List<String> traceIds) {
        LearningSwitches switches = learning.switches();
        if (!switches.enabled() || !switches.implicit()) {
            return;
        }
        List<Trace> runs = traceIds.stream()
                .map(id -> traces.find(scope, id).map(RecordedTrace::trace))
                .flatMap(Optional::stream)
                .filter(run -> run.userId() != null && mayLearn(run, switches))
                .toList();
        countTasks(scope, runs);
        if (!runs.isEmpty() && style.getObservationStats(scope, null).enabled()) {
            observe(scope, runs);
        }
    }

    private static boolean mayLearn(Trace run, LearningSwitches switches) {
        String audience = run.text(Attribute.AUDIENCE).orElse("private");
        return (audience.equalsIgnoreCase("private") || switches.shared())
                && !Boolean.TRUE.equals(run.attributes().get(Attribute.OWN_RUN))
                && !Boolean.TRUE.equals(run.attributes().get(Attribute.INJECTED));
    }

    private void countTasks(Scope scope, List<Trace> runs) {
        runs.stream()
                .filter(run ->
                        run.status() == TraceStatus.COMPLETED && run.outcome().label() != OutcomeLabel.FAILURE)
                .collect(Collectors.groupingBy(
                        StyleLearner::user, LinkedHashMap::new, Collectors.mapping(this::task, Collectors.toList())))
                .forEach((user, tasks) -> personality.recordTasks(new Scope(scope.workspaceId(), user), tasks));
    }

    private static String user(Trace run) {
        return Objects.requireNonNull(run.userId());
    }

    private CompletedTask task(Trace run) {
        Instant ended = run.endedAt() == null ? run.startedAt() : run.endedAt();
        String project = run.text(Attribute.TARGET).orElse(run.profileId());
        return new CompletedTask(
                run.id(), project == null ? run.workspaceId() : project, ended == null ? clock.instant() : ended);
    }

    private void observe(Scope scope, List<Trace> runs) {
        Map<Place, List<StyleMessage>> said = new LinkedHashMap<>();
        for (Trace run : runs) {
            said.computeIfAbsent(new Place(user(run), run.channel()), place -> new ArrayList<>())
                    .addAll(messages(scope, run));
        }
        said.forEach((place, messages) -> observe(scope.workspaceId(), place, messages));
    }

    private List<StyleMessage> messages(Scope scope, Trace run) {
        try {
            return distiller.runHotPath(scope, run.id(), clock.instant()).effects().messages().stream()
                    .map(message -> message(run, message))
                    .toList();
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Cannot read what the user said in trace '{}': its style is passed over", run.id(), e);
            return List.of();
        }
    }

    /** Runs of one conversation repeat what was said in it, so that the words of a conversation count once. */
    private static StyleMessage message(Trace run, UserMessage message) {
        String words = message.source().text();
        return new StyleMessage(
                run.sessionId() + "/" + Digest.of(words),
                message.at(),
                words,
                message.source().id());
    }

    /** What is shifted is in the audit log before. */
    private void observe(String workspace, Place place, List<StyleMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Scope owner = new Scope(workspace, place.userId());
        for (StyleChange change : style.foresee(owner, place.channel(), messages)) {
            audit.write(
                    ACTOR,
                    "style.adapt",
                    place.userId(),
                    Map.of(
                            "workspace",
                            workspace,
                            "channel",
                            Objects.requireNonNullElse(change.channel(), ""),
                            "change",
                            change.dimension().title() + " " + change.from() + " -> " + change.to(),
                            "reason",
                            change.reason()));
        }
        style.observe(owner, place.channel(), messages);
    }
}
