package tacit.memory.durable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryStore;
import tacit.api.recall.ContextCompaction;
import tacit.api.recall.ContextDetails;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ContextQuery;
import tacit.api.recall.ContextReceipt;
import tacit.api.recall.ContextRecording;
import tacit.api.recall.DurableContext;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Scope;

/** Keeps conversations as memories, each message once, and finds their words. Stateless. */
@Component(property = Role.PROPERTY + "=durable-context")
@Designate(ocd = StoredContext.Config.class)
public final class StoredContext implements DurableContext {

    /** What is kept, and for how long. */
    @ObjectClassDefinition(name = "Tacit durable context")
    public @interface Config {

        @AttributeDefinition(name = "Enabled", description = "Whether conversations of runs are kept and found")
        boolean enabled() default false;

        @AttributeDefinition(
                name = "Payload",
                description = "Messages of more tokens are kept apart, in [10, 25000]",
                min = "10",
                max = "25000")
        int payload_tokens() default 25_000;

        @AttributeDefinition(
                name = "Fresh tail",
                description = "How many of the last memories of a run are looked at in the store itself, in [0, 1000]",
                min = "0",
                max = "1000")
        int fresh_tail() default 64;

        @AttributeDefinition(
                name = "Retention",
                description = "After how many days without a new message a conversation is taken away, in [0, 3650];"
                        + " 0 for never",
                min = "0",
                max = "3650")
        int retention_days() default 90;
    }

    private static final int MOST_SOURCES = 25;

    private final MemoryStore store;
    private final Clock clock;
    private final Finding finding;
    private final boolean enabled;
    private final int payloadTokens;
    private final int tail;
    private final Duration kept;

    @Activate
    public StoredContext(
            @Reference MemoryStore store, @Reference SearchIndex index, @Reference Clock clock, Config config) {
        this.store = store;
        this.clock = clock;
        this.enabled = config.enabled();
        this.payloadTokens = bounded("payload.tokens", config.payload_tokens(), 10, 25_000);
        this.tail = bounded("fresh.tail", config.fresh_tail(), 0, 1_000);
        this.kept = Duration.ofDays(bounded("retention.days", config.retention_days(), 0, 3_650));
        this.finding = new Finding(store, index, tail);
    }

    private static int bounded(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
        return value;
    }

    @Override
    public boolean enabled() {
        return enabled;
    }

    @Override
    public boolean knows(Scope scope, String taskId) {
        return new Run(store, scope, taskId).conversation().isPresent();
    }

    @Override
    public ContextReceipt record(ContextRecording recording) {
        Lines lines = Lines.of(recording.messages());
        if (!enabled || lines.lines().isEmpty()) {
            return new ContextReceipt(0, 0, enabled ? lines.skipped() : 0, null);
        }
        Run run = new Run(store, recording.scope(), recording.taskId());
        Recording kept = record(run, recording, lines);
        return receipt(lines, kept, null);
    }

    private Recording record(Run run, ContextRecording recording, Lines lines) {
        Conversation conversation = run.conversation().orElseGet(() -> begin(run, recording));
        Alignment alignment = new Alignment(run, conversation, tail);
        Recording result = new Recording(run, conversation, recording.visibility(), payloadTokens);
        result.keep(
                lines.lines(),
                recording.appended()
                        ? lines.lines().stream().map(line -> Alignment.NEW).toList()
                        : alignment.places(lines.lines()));
        return result;
    }

    private Conversation begin(Run run, ContextRecording recording) {
        if (!kept.isZero()) {
            new Clearing(store).clearOld(run, clock.instant(), kept);
        }
        return run.begin(recording.visibility(), recording.evidence());
    }

    private static ContextReceipt receipt(Lines lines, Recording kept, @Nullable String summary) {
        return new ContextReceipt(kept.added(), lines.lines().size() - kept.added(), lines.skipped(), summary);
    }

    @Override
    public ContextReceipt compact(ContextCompaction compaction) {
        ContextRecording removed = compaction.removed();
        if (!enabled
                || removed.messages().isEmpty()
                || Wrappers.bare(compaction.summary()).isEmpty()) {
            return ContextReceipt.NONE;
        }
        Lines lines = Lines.of(removed.messages());
        Run run = new Run(store, removed.scope(), removed.taskId());
        Recording kept = record(run, removed, lines);
        Ranges covered =
                Ranges.of(kept.sequences().stream().filter(place -> place >= 0).toList());
        String id = new Compaction(run, kept.conversation(), removed.visibility())
                .keep(compaction, covered, lines.summaries());
        return receipt(lines, kept, id);
    }

    @Override
    public List<ContextHit> search(ContextQuery query) {
        return enabled ? finding.search(query) : List.of();
    }

    @Override
    public Optional<ContextDetails> describe(Scope scope, Audience audience, String taskId, String id, int sources) {
        bounded("sources", sources, 1, MOST_SOURCES);
        return enabled ? new Describing(store, scope, audience, taskId).describe(id, sources) : Optional.empty();
    }

    @Override
    public int clear(Scope scope) {
        return new Clearing(store).clear(scope);
    }

    @Override
    public int forget(Scope scope, List<String> texts) {
        return new Clearing(store).forget(scope, texts);
    }
}
