package tacit.adapt.learning;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.Governed;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/** Keeps feedback before it leads it on, so that a part that failed, or a crash, costs nothing. Thread-safe. */
@Component(
        service = {FeedbackDesk.class, DurableDesk.class},
        property = {Governed.PROPERTY + "=feedbackRateLimit|per.minute|{per.minute} a minute|feedback.give"})
@Designate(ocd = DurableDesk.Config.class)
public final class DurableDesk implements FeedbackDesk {

    private static final String OFF = "nothing is learnt: " + Route.OFF;
    private static final int MOST = 1_000;

    /** How long a part is told again that fails. */
    private static final Duration TRIED = Duration.ofDays(7);

    /** How much is taken. */
    @ObjectClassDefinition(name = "Tacit feedback")
    public @interface Config {

        @AttributeDefinition(
                name = "Per minute",
                description = "How often feedback of a user is taken from one caller within a minute, in [1, 1000]",
                min = "1",
                max = "1000")
        int per_minute() default 5;
    }

    private final StateStore states;
    private final OpenFeedback open;
    private final TraceStore traces;
    private final AuditLog audit;
    private final MemoryLearning learning;
    private final FeedbackRouter router;
    private final Clock clock;
    private final RateLimit limit;
    private final ReentrantLock turns = new ReentrantLock();

    @Activate
    public DurableDesk(
            @Reference StateStore states,
            @Reference TraceStore traces,
            @Reference AuditLog audit,
            @Reference MemoryLearning learning,
            @Reference FeedbackRouter router,
            @Reference Clock clock,
            Config config) {
        if (config.per_minute() < 1 || config.per_minute() > MOST) {
            throw new IllegalArgumentException("per.minute must be in [1, 1000], got " + config.per_minute());
        }
        this.states = states;
        this.open = new OpenFeedback(states);
        this.traces = traces;
        this.audit = audit;
        this.learning = learning;
        this.router = router;
        this.clock = clock;
        this.limit = new RateLimit(config.per_minute(), clock);
    }

    @Override
    public KeptFeedback give(Scope scope, String by, GivenFeedback feedback) {
        Scope owner = new Scope(scope.workspaceId(), feedback.userId());
        if (traces.find(scope, feedback.taskId()).isEmpty()) {
            throw new FeedbackRefused(
                    FeedbackRefused.Cause.UNKNOWN_TASK, "No such run in the token's scope", Duration.ZERO);
        }
        Optional<StateDocument> known = states.find(owner, KeptFeedback.KIND, feedback.id());
        if (known.isPresent()) {
            return again(owner, feedback, known.get());
        }
        limit.pass(by + "\n" + scope.workspaceId() + "\n" + feedback.userId()).ifPresent(wait -> {
            throw new FeedbackRefused(
                    FeedbackRefused.Cause.TOO_MANY,
                    "More feedback came within a minute than is taken; try again in " + seconds(wait) + " s",
                    Duration.ofSeconds(seconds(wait)));
        });
        audit.write(by, "feedback.give", feedback.taskId(), Map.of("workspace", scope.workspaceId()));
        KeptFeedback kept = new KeptFeedback(feedback, by, 0, planned());
        if (kept.open()) {
            open.note(owner, feedback.id(), feedback.taskId());
        }
        return states.put(owner, KeptFeedback.KIND, feedback.id(), 0, FeedbackText.of(kept), List.of(feedback.taskId()))
                .map(document -> led(owner, document))
                .orElseGet(() -> give(scope, by, feedback));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }

    /** What waits, or why nothing ever will. */
    private Map<String, FeedbackRoute> planned() {
        boolean on = Route.learns(learning.switches());
        Map<String, FeedbackRoute> routes = new LinkedHashMap<>();
        router.names()
                .forEach(name -> routes.put(
                        name, on ? new FeedbackRoute(State.WAITING, "") : new FeedbackRoute(State.SKIPPED, OFF)));
        return routes;
    }

    private KeptFeedback again(Scope owner, GivenFeedback feedback, StateDocument document) {
        if (!same(FeedbackText.read(document).feedback(), feedback)) {
            throw new FeedbackRefused(
                    FeedbackRefused.Cause.OTHER_ID, "Other feedback has the id '" + feedback.id() + "'", Duration.ZERO);
        }
        return led(owner, document);
    }

    /** Texts are not compared: a secret in them is not kept. */
    private static boolean same(GivenFeedback kept, GivenFeedback given) {
        return kept.taskId().equals(given.taskId())
                && Objects.equals(kept.messageId(), given.messageId())
                && kept.decision() == given.decision()
                && kept.kind() == given.kind();
    }

    /** Leads on what is open, one at a time, and keeps what came of it. */
    private KeptFeedback led(Scope owner, StateDocument given) {
        turns.lock();
        try {
            // Whoever had their turn meanwhile may have led it on.
            StateDocument document =
                    states.find(owner, KeptFeedback.KIND, given.key()).orElse(given);
            KeptFeedback kept = FeedbackText.read(document);
            if (!kept.open()) {
                return kept;
            }
            KeptFeedback now = router.lead(owner.workspaceId(), kept);
            if (!now.routed().equals(kept.routed())) {
                keep(owner, document, now);
            }
            return now;
        } finally {
            turns.unlock();
        }
    }

    /** Where somebody was quicker it stays open, and is led on again: every part takes the same feedback once. */
    private void keep(Scope owner, StateDocument document, KeptFeedback now) {
        String key = document.key();
        boolean kept = states.put(owner, KeptFeedback.KIND, key, document.version(), FeedbackText.of(now), List.of())
                .isPresent();
        if (kept && !now.open()) {
            open.done(owner, key);
        }
    }

    @Override
    public List<KeptFeedback> list(Scope scope, @Nullable String taskId, int limit) {
        return DocumentPages.all(states, scope, StateFilter.of(KeptFeedback.KIND))
                .map(FeedbackText::read)
                .filter(kept -> taskId == null || kept.feedback().taskId().equals(taskId))
                .limit(limit)
                .toList();
    }

    /** Leads on the feedback of a workspace that is open and not a week old; answers how much of it there was. */
    int leadOpen(String workspaceId) {
        int led = 0;
        for (StateDocument note : open.since(workspaceId, clock.instant().minus(TRIED))) {
            led += leadNoted(new Scope(workspaceId, note.userId()), note.key()) ? 1 : 0;
        }
        return led;
    }

    /** False where nothing is open: it was led on, or is only about to be kept. */
    private boolean leadNoted(Scope owner, String id) {
        Optional<StateDocument> kept = states.find(owner, KeptFeedback.KIND, id);
        if (kept.isEmpty()) {
            return false;
        }
        if (!FeedbackText.read(kept.get()).open()) {
            open.done(owner, id);
            return false;
        }
        led(owner, kept.get());
        return true;
    }
}
