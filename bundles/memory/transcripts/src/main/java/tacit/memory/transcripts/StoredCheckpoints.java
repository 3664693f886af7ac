package tacit.memory.transcripts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.Checkpoint;
import tacit.api.recall.Checkpoint.Kind;
import tacit.api.recall.CheckpointDraft;
import tacit.api.recall.CheckpointReceipt;
import tacit.api.recall.CheckpointReceipt.Status;
import tacit.api.recall.Checkpoints;
import tacit.api.recall.SessionMessage;
import tacit.api.store.Scope;

/**
 * Keeps the last state of each run as memories; reads those of an existing workspace where there is none. Thread-safe; keeps
 * nothing but its locks.
 */
@Component(property = Role.PROPERTY + "=checkpoints")
@Designate(ocd = StoredCheckpoints.Config.class)
public final class StoredCheckpoints implements Checkpoints {

    /** What is kept. */
    @ObjectClassDefinition(name = "Tacit checkpoints")
    public @interface Config {

        @AttributeDefinition(name = "Enabled", description = "Whether states of runs are kept")
        boolean enabled() default true;

        @AttributeDefinition(
                name = "Exchanges",
                description = "After how many messages of user and agent a state is kept, in [1, 1000]",
                min = "1",
                max = "1000")
        int periodic_exchanges() default 12;

        @AttributeDefinition(
                name = "Slack",
                description = "With so few tokens left it is time to sum up, in [0, 100000]",
                min = "0",
                max = "100000")
        int flush_slack() default 1_200;
    }

    private static final int FEWEST_MESSAGES = 4;
    private static final int FEWEST_NEW_TOKENS = 250;
    private static final Duration BETWEEN_FLUSHES = Duration.ofMinutes(2);
    private static final String PERIODIC = "periodic_hash";
    private static final String FLUSHED_AT = "flushed_at";
    private static final String FLUSHED_TOKENS = "flushed_tokens";

    private final Turns turns = new Turns();
    private final MemoryStore store;
    private final WorkspaceCheckpoints files;
    private final boolean enabled;
    private final int periodic;
    private final int slack;

    @Activate
    public StoredCheckpoints(@Reference MemoryStore store, @Reference WorkspaceFiles files, Config config) {
        this.store = store;
        this.files = new WorkspaceCheckpoints(files);
        this.enabled = config.enabled();
        this.periodic = bounded("periodic.exchanges", config.periodic_exchanges(), 1, 1_000);
        this.slack = bounded("flush.slack", config.flush_slack(), 0, 100_000);
    }

    private static int bounded(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
        return value;
    }

    @Override
    public boolean knows(Scope scope, String taskId) {
        return new CheckpointShelf(store, scope, taskId).state().isPresent();
    }

    @Override
    public CheckpointReceipt save(CheckpointDraft draft) {
        return enabled
                ? turns.take(draft.scope() + draft.taskId(), () -> saveNow(draft))
                : new CheckpointReceipt(Status.OFF, null, false);
    }

    private CheckpointReceipt saveNow(CheckpointDraft draft) {
        CheckpointShelf shelf = new CheckpointShelf(store, draft.scope(), draft.taskId());
        Optional<MemoryRecord> before = shelf.state();
        Map<String, String> last = before.map(MemoryRecord::attributes).orElseGet(TreeMap::new);
        Exchanges exchanges = Exchanges.of(draft.state().history());
        String hash = exchanges.packet(draft.now()).hash();
        boolean flush = flushDue(draft, last);
        if (!due(draft, exchanges)) {
            return new CheckpointReceipt(Status.NOT_DUE, null, flush);
        }
        Kind kind = kind(draft);
        String digest = CheckpointText.digest(draft.state(), kind);
        boolean again = kind == Kind.PERIODIC && hash.equals(last.get(PERIODIC));
        if (again || digest.equals(last.get(CheckpointText.DIGEST))) {
            return new CheckpointReceipt(Status.UNCHANGED, null, flush);
        }
        SortedMap<String, String> said = CheckpointText.of(draft, kind, digest);
        if (kind == Kind.PERIODIC) {
            said.put(PERIODIC, hash);
        } else if (kind == Kind.PRE_COMPACTION) {
            said.put(FLUSHED_AT, draft.now().toString());
            said.put(FLUSHED_TOKENS, String.valueOf(draft.usedTokens()));
        }
        List<String> pieces = HistoryText.pieces(draft.state().history());
        MemoryRecord state = before.orElseGet(() -> shelf.begin(draft.visibility(), draft.evidence()));
        MemoryRecord after = shelf.put(state, draft.visibility(), pieces, said);
        return new CheckpointReceipt(Status.SAVED, read(draft.scope(), after), flush && kind != Kind.PRE_COMPACTION);
    }

    private boolean due(CheckpointDraft draft, Exchanges exchanges) {
        return switch (draft.trigger()) {
            case SNAPSHOT -> true;
            case EXCHANGE -> exchanges.count() > 0 && exchanges.count() % periodic == 0;
            case COMPLETED -> !draft.state().result().isBlank();
        };
    }

    private static Kind kind(CheckpointDraft draft) {
        return switch (draft.trigger()) {
            case SNAPSHOT -> draft.state().summary().isBlank() ? Kind.SNAPSHOT : Kind.PRE_COMPACTION;
            case EXCHANGE -> Kind.PERIODIC;
            case COMPLETED -> Kind.COMPLETION;
        };
    }

    private boolean flushDue(CheckpointDraft draft, Map<String, String> last) {
        if (draft.availableTokens() == 0
                || draft.availableTokens() - draft.usedTokens() > slack
                || draft.state().history().size() < FEWEST_MESSAGES) {
            return false;
        }
        Instant flushed = CheckpointText.time(last.get(FLUSHED_AT));
        return flushed == null
                || (!draft.now().isBefore(flushed.plus(BETWEEN_FLUSHES))
                        && draft.usedTokens() - Long.parseLong(last.getOrDefault(FLUSHED_TOKENS, "0"))
                                >= FEWEST_NEW_TOKENS);
    }

    private Checkpoint read(Scope scope, MemoryRecord state) {
        return CheckpointText.read(state, history(scope, state));
    }

    private List<SessionMessage> history(Scope scope, MemoryRecord state) {
        return HistoryText.read(
                CheckpointShelf.pieces(store, scope, state, state.attributes().getOrDefault(CheckpointShelf.SLOT, ""))
                        .stream()
                        .map(piece -> piece.attributes().getOrDefault(CheckpointShelf.JSON, "[]"))
                        .toList());
    }

    @Override
    public Optional<Checkpoint> restore(Scope scope, Audience audience, String taskId) {
        return CheckpointShelf.list(
                        store,
                        scope,
                        CheckpointShelf.filter(CheckpointShelf.STATE, Map.of(CheckpointShelf.TASK, taskId)),
                        10)
                .stream()
                .filter(memory -> memory.attributes().containsKey(CheckpointText.AT))
                .filter(memory -> CheckpointShelf.seen(memory, audience))
                .findFirst()
                .map(memory -> read(scope, memory))
                .or(() -> audience.maySee(Visibility.PRIVATE)
                        ? files.checkpoint(scope.workspaceId(), taskId)
                        : Optional.empty());
    }

    @Override
    public int forget(Scope scope, List<String> texts) {
        return new ForgottenCheckpoints(store, scope, texts).forget();
    }
}
