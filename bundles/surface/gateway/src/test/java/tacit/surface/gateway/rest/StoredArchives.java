package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.TrustLane;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.archive.StoredArchive;
import tacit.memory.archive.StoredObservations;
import tacit.memory.archive.StoredUpkeep;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FakeGate;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.openapi.Conformance;

/** The resources of the archive over a real one, whose index finds nothing. */
final class StoredArchives {

    final ListAuditLog audit = new ListAuditLog();
    final SqlMemoryStore store;
    final StoredArchive archive;
    final StoredUpkeep upkeep;
    final StoredObservations observations;
    final Map<String, HttpResource> resources = new TreeMap<>();

    StoredArchives(Database database) {
        MovingClock clock = new MovingClock();
        store = new SqlMemoryStore(database, clock);
        SearchIndex none = (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(), new Class<?>[] {SearchIndex.class}, (self, method, arguments) -> {
                    throw new IllegalStateException("Nothing is looked for by words here");
                });
        Map<String, Object> usual = Map.of("structured_observations", false);
        FakeGate gate = new FakeGate();
        archive = new StoredArchive(store, none, gate, clock, Configurations.of(StoredArchive.Config.class, usual));
        upkeep = new StoredUpkeep(store, gate, clock, Configurations.of(StoredUpkeep.Config.class, Map.of()));
        observations = new StoredObservations(store, none);
        serve();
    }

    private void serve() {
        List.of(
                        new ImportsResource(upkeep),
                        new ImportResource(upkeep),
                        new ImportTakeResource(archive, upkeep, audit),
                        new ImportDeleteResource(upkeep, audit),
                        new ImportIgnoreResource(upkeep, store, audit),
                        new ArchiveSettingsResource(archive),
                        new ArchiveSettingsChangeResource(archive, audit),
                        new ArchiveResource(archive),
                        new ObservationsResource(observations),
                        new ObservationResource(observations),
                        new ObservationActResource(observations, store, audit),
                        new BackfillResource(observations),
                        new BackfillRunResource(observations, audit))
                .forEach(resource -> resources.put(resource.method() + " " + resource.path(), resource));
    }

    JsonNode answer(String resource, Call call) {
        return Conformance.answer(Objects.requireNonNull(resources.get(resource)), call);
    }

    /** What an agent kept while it worked on a run. */
    String keep(String taskId, String text) {
        CaptureResult kept = archive.capture(new CaptureRequest(
                Scope.DEFAULT_WORKSPACE,
                null,
                taskId,
                ArchiveType.DECISION,
                text,
                false,
                TrustLane.INFERENCE,
                List.of(Evidence.of(Evidence.Kind.TRACE, taskId)),
                ArchiveOrigin.TOOL,
                CaptureRequest.Batching.USUAL,
                CaptureRequest.Place.USUAL));
        return Objects.requireNonNull(kept.record(), kept.words()).id();
    }

    List<MemoryRecord> all() {
        return store.list(Scope.ofDefaultWorkspace(), MemoryFilter.of("archive"), PageRequest.first(100))
                .rows();
    }
}
