package tacit.bench.memory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemorySource;
import tacit.api.model.Embedder;
import tacit.api.recall.RecallHit;
import tacit.api.recall.RecallRequest;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.archive.ArchiveFragments;
import tacit.memory.context.AskedContexts;
import tacit.memory.curated.CuratedSource;
import tacit.memory.graph.GraphFragments;
import tacit.memory.index.LuceneIndex;
import tacit.memory.journal.SummarySource;
import tacit.memory.kit.FolderKit;
import tacit.memory.layers.WakeUpLayers;
import tacit.memory.playbook.PlaybookFragments;
import tacit.memory.profile.ProfileSource;
import tacit.memory.rank.FeatureRanker;
import tacit.memory.rank.Weights;
import tacit.memory.recall.UnifiedRecall;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.record.ThreadCourier;
import tacit.memory.relationship.RelationshipSource;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;

/** The memory as a host has it, without the host: its store, its index, its sources and its layers. Thread-safe. */
final class TacitMemory implements AutoCloseable {

    private static final int CURATED = 40;
    private static final int WRITERS = 16;
    private static final int BATCH = 500;

    private final Clock clock = Clock.fixed(MemoryWorld.NOW, ZoneOffset.UTC);
    private final SqlMemoryStore store;
    private final ThreadCourier courier;
    private final LuceneIndex index;
    private final UnifiedRecall recall;
    private final AskedContexts contexts;

    TacitMemory(Database database, Path folder, List<Embedder> embedders) {
        store = new SqlMemoryStore(database, clock);
        index = new LuceneIndex(folder, embedders, clock);
        courier = new ThreadCourier(database, store, Configurations.of(ThreadCourier.Config.class, Map.of()));
        courier.addIndex(index);
        recall = new UnifiedRecall(
                new FeatureRanker(Weights.shipped(), FeatureRanker.REPEATED, FeatureRanker.REASONS), clock);
        recall.addIndex(index);
        FolderFiles files = new FolderFiles(id -> Optional.empty(), FolderFiles.LARGEST);
        contexts = new AskedContexts(
                new WakeUpLayers(Configurations.of(WakeUpLayers.Config.class, Map.of())),
                new FolderKit(files, "UTC"),
                store,
                Configurations.of(AskedContexts.Config.class, Map.of("patience_millis", 60_000)));
        add(new CuratedSource(store));
        add(new PlaybookFragments(store, Configurations.of(PlaybookFragments.Config.class, Map.of())));
        add(new GraphFragments(store, index, clock));
        add(new ArchiveFragments(store, index));
        add(new ProfileSource(store));
        add(new RelationshipSource(store));
        add(new SummarySource(files, 7));
    }

    private void add(MemorySource source) {
        contexts.addSource(source, Map.of(Role.FACADE, "memory-source/" + source.name()));
    }

    /** Stores so many, by several writers that share the commits. */
    void load(int count) throws InterruptedException, ExecutionException {
        for (int number = 0; number < CURATED; number++) {
            store.add(curated(number));
        }
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> done = new ArrayList<>();
        for (int from = 0; from < count; from += BATCH) {
            long first = from;
            long end = Math.min(from + BATCH, count);
            done.add(writers.submit(() -> load(first, end)));
        }
        for (Future<?> batch : done) {
            batch.get();
        }
        writers.shutdown();
        courier.deliverAll();
        index.settle();
    }

    private void load(long first, long end) {
        for (long number = first; number < end; number++) {
            add(number);
        }
    }

    private static MemoryDraft curated(long number) {
        MemoryDraft draft = MemoryWorld.draft("curated", number);
        TreeMap<String, String> attributes = new TreeMap<>(Map.of("target", number % 2 == 0 ? "user" : "workspace"));
        return new MemoryDraft(
                draft.workspaceId(),
                draft.layer(),
                "preference",
                draft.subject(),
                draft.text(),
                draft.scope(),
                draft.visibility(),
                draft.lane(),
                draft.evidence(),
                draft.confidence(),
                null,
                null,
                null,
                attributes);
    }

    /** The index is told soon after. */
    void add(long number) {
        store.add(MemoryWorld.draft("archive", number));
    }

    /** How many fragments a prompt for a task shows. */
    int context(String task) {
        ContextRequest request =
                new ContextRequest(MemoryWorld.WORKSPACE, task, Audience.ofUser(null), MemoryWorld.NOW, 50);
        return contexts.context(request, 2800).fragments().size();
    }

    List<RecallHit> recall(String query, int most) {
        Scope scope = Scope.ofWorkspace(MemoryWorld.WORKSPACE);
        return recall.recall(RecallRequest.of(scope, Audience.ofUser(null), query, most))
                .hits();
    }

    @Override
    public void close() {
        contexts.close();
        courier.close();
        index.close();
    }
}
