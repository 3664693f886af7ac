package tacit.memory.durable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Visibility;
import tacit.api.recall.ContextCompaction;
import tacit.api.recall.ContextDetails;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ContextQuery;
import tacit.api.recall.ContextReceipt;
import tacit.api.recall.ContextRecording;
import tacit.api.recall.DurableContext;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.index.LuceneIndex;
import tacit.memory.record.MemoryDocuments;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FreshIndex;
import tacit.runtime.testkit.MovingClock;

/** A durable context on a real store and a real index, and short ways to talk to it. */
final class Conversations implements AutoCloseable {

    static final Scope SCOPE = Scope.ofWorkspace("w");
    static final Audience ALONE = Audience.ofUser(null);

    final MovingClock clock = new MovingClock();
    final SqlMemoryStore sql;
    final CountingStore store;
    final LuceneIndex lucene;
    final FreshIndex index;
    private StoredContext context;

    Conversations(Database database, Path folder) {
        sql = new SqlMemoryStore(database, clock);
        store = new CountingStore(sql);
        lucene = new LuceneIndex(folder.resolve("index"), List.of(), Clock.systemUTC());
        index = new FreshIndex(lucene, new MemoryDocuments(database, sql));
        context = with(Map.of("enabled", true));
    }

    StoredContext with(Map<String, ?> settings) {
        context = new StoredContext(store, index, clock, Configurations.of(StoredContext.Config.class, settings));
        return context;
    }

    DurableContext context() {
        return context;
    }

    static ContextRecording recording(Scope scope, String task, boolean appended, List<SessionMessage> messages) {
        return new ContextRecording(
                scope, Visibility.PRIVATE, task, messages, appended, List.of(Evidence.of(Evidence.Kind.TRACE, task)));
    }

    ContextReceipt hand(String task, SessionMessage... messages) {
        return context.record(recording(SCOPE, task, false, List.of(messages)));
    }

    ContextReceipt append(String task, SessionMessage... messages) {
        return context.record(recording(SCOPE, task, true, List.of(messages)));
    }

    String compact(String task, String summary, SessionMessage... messages) {
        ContextReceipt receipt = context.compact(
                new ContextCompaction(recording(SCOPE, task, false, List.of(messages)), summary, "week 9", true));
        return Objects.requireNonNull(receipt.summaryId());
    }

    List<ContextHit> search(String task, String words) {
        return context.search(new ContextQuery(SCOPE, ALONE, task, words, 10));
    }

    Optional<ContextDetails> describe(String task, String id) {
        return context.describe(SCOPE, ALONE, task, id, 8);
    }

    List<MemoryRecord> stored(String kind) {
        return sql.list(SCOPE, MemoryFilter.active("context").withKinds(List.of(kind)), PageRequest.first(1000))
                .rows();
    }

    static SessionMessage user(String text) {
        return SessionMessage.of("user", text);
    }

    static SessionMessage agent(String text) {
        return SessionMessage.of("assistant", text);
    }

    static SessionMessage result(String tool, String text) {
        return new SessionMessage("tool", List.of(new Block(BlockKind.TOOL_RESULT, "", tool, text)), null);
    }

    /** A conversation of so many messages. */
    static List<SessionMessage> talk(int messages) {
        List<SessionMessage> talk = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            talk.add(i % 2 == 0 ? user("question number " + i) : agent("answer number " + i));
        }
        return talk;
    }

    @Override
    public void close() {
        lucene.close();
    }
}
