package tacit.memory.external;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.Redactor;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Evidence;
import tacit.api.memory.ExternalContext.Fact;
import tacit.api.memory.ExternalMemories;
import tacit.api.memory.ExternalMemory;
import tacit.api.memory.ExternalQuery;
import tacit.api.memory.ExternalTurn;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.memory.external.Copies.State;

/** Asks memories outside, and tells them what a turn leaves. Thread-safe. */
@Component
public final class AskedExternals implements ExternalMemories {

    private static final Logger log = LoggerFactory.getLogger(AskedExternals.class);

    private static final String SOURCE = "external";
    private static final String SECTION = "notes";
    private static final double CONFIDENCE = 0.5;
    /** How old something is taken to be that does not say so. */
    private static final Duration UNKNOWN_AGE = Duration.ofDays(30);

    private final Externals externals;
    private final Sending sending;
    private final Copies copies;
    private final Notes notes;
    private final Redactor redactor;

    @Activate
    public AskedExternals(
            @Reference Externals externals,
            @Reference Sending sending,
            @Reference Copies copies,
            @Reference Notes notes,
            @Reference Redactor redactor) {
        this.externals = externals;
        this.sending = sending;
        this.copies = copies;
        this.notes = notes;
        this.redactor = redactor;
    }

    @Override
    public List<String> enabled() {
        return externals.enabled().stream().map(ExternalMemory::id).toList();
    }

    @Override
    public List<ContextFragment> prefetch(String id, ContextRequest request) {
        if (!request.audience().maySee(Visibility.PRIVATE)) {
            return List.of();
        }
        String workspace = request.workspaceId();
        String task = redactor.redact(request.task()).text();
        ExternalQuery query =
                new ExternalQuery(workspace, externals.name(workspace), task.isBlank() ? null : task.strip());
        return externals.on(id).prefetch(query).facts().stream()
                .map(fact -> fragment(id, fact, request.now()))
                .limit(request.most())
                .toList();
    }

    /** What comes from outside is a quotation whatever it says, and for whoever is alone with the agent. */
    private static ContextFragment fragment(String id, Fact fact, Instant now) {
        String name = fact.id() == null ? Digest.of(fact.text(), 16) : fact.id();
        Instant updated = Objects.requireNonNullElse(fact.updatedAt(), now.minus(UNKNOWN_AGE));
        return new ContextFragment(
                SOURCE + ":" + id + ":" + name,
                SOURCE,
                SECTION,
                "[" + id + "] " + fact.text(),
                TrustLane.FOREIGN,
                Visibility.PRIVATE,
                fact.relevance(),
                CONFIDENCE,
                updated.isAfter(now) ? now : updated,
                List.of());
    }

    @Override
    public int syncTurn(ExternalTurn turn) {
        return remember(turn, "turn_sync");
    }

    @Override
    public int extractSession(ExternalTurn session) {
        return remember(session, "session_extract");
    }

    private int remember(ExternalTurn turn, String source) {
        int sent = 0;
        for (ExternalMemory memory : externals.enabled()) {
            for (String text : turn.memories()) {
                sent += !text.isBlank() && remember(memory.id(), turn, text.strip(), source) ? 1 : 0;
            }
        }
        return sent;
    }

    // An edge: one that does not answer costs nobody else what they are told
    private boolean remember(String provider, ExternalTurn turn, String text, String source) {
        try {
            return sending.send(
                            Outgoing.of(turn.workspaceId(), Outgoing.REMEMBER, MemoryWrite.Origin.BACKGROUND, provider)
                                    .content(text)
                                    .user(turn.userId())
                                    .metadata("taskId", turn.taskId())
                                    .metadata("sessionId", turn.sessionId())
                                    .metadata("source", source)
                                    .run(turn.taskId(), evidence(turn.taskId()))
                                    .write())
                    .done();
        } catch (RuntimeException e) {
            log.warn("Cannot let '{}' remember what a turn left", provider, e);
            return false;
        }
    }

    private static List<Evidence> evidence(@Nullable String taskId) {
        return taskId == null ? List.of() : List.of(Evidence.of(Evidence.Kind.TRACE, taskId));
    }

    @Override
    public List<Status> status() {
        return externals.all().stream().map(this::status).toList();
    }

    private Status status(ExternalMemory memory) {
        Map<State, Long> counts = copies.counts(memory.id());
        return new Status(
                memory.id(),
                memory.state(),
                counts.getOrDefault(State.WAITING, 0L),
                counts.getOrDefault(State.SENT, 0L),
                counts.getOrDefault(State.HELD, 0L),
                counts.getOrDefault(State.FORGETTING, 0L) + notes.forgetting(memory.id()));
    }

    @Override
    public String check(String id) {
        return externals
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("No memory outside has the id '" + id + "'"))
                .check();
    }
}
