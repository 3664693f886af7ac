package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.ALONE;
import static tacit.runtime.itest.contract.Scenes.EVIDENCE;

import java.util.List;
import java.util.Objects;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveQuery;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationChange;
import tacit.api.memory.ObservationQuery;
import tacit.api.memory.RetentionPlan;
import tacit.api.memory.TrustLane;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The archive, its observations and its upkeep. */
final class ArchiveScenes {

    private ArchiveScenes() {}

    static void archive(ArchiveMemory archive, String workspace) {
        Scope scope = new Scope(workspace, "ada");
        MemoryRecord first = Objects.requireNonNull(
                archive.capture(capture(workspace, ArchiveType.DECISION, "We keep the open orders in PostgreSQL."))
                        .record());
        archive.capture(capture(workspace, ArchiveType.INSIGHT, "Open orders are counted once a day, at nine."));
        archive.capture(capture(workspace, ArchiveType.OBSERVATION, "The password is password=hunter2hunter2."));
        archive.search(scope, new ArchiveQuery(ALONE, "open orders", List.of(), true, 10));
        archive.timeline(scope, ALONE, first.id(), 3);
        archive.details(scope, ALONE, List.of(first.id()));
        archive.byTask(scope, ALONE, Seed.GOOD, 5);
        archive.changeSettings(workspace, new ArchiveSettingsChange(null, null, null, 400, null, null, null, EVIDENCE));
        archive.settings(workspace);
        archive.stats(scope);
    }

    static CaptureRequest capture(String workspace, ArchiveType type, String content) {
        return new CaptureRequest(
                workspace,
                "ada",
                Seed.GOOD,
                type,
                content,
                false,
                TrustLane.INFERENCE,
                EVIDENCE,
                ArchiveOrigin.TOOL,
                CaptureRequest.Batching.USUAL,
                CaptureRequest.Place.USUAL);
    }

    static void observations(ArchiveObservations observations, String workspace) {
        Scope scope = new Scope(workspace, "ada");
        observations.backfill(scope, true);
        List<Observation> found = observations.search(scope, all());
        for (Observation one : found) {
            observations.timeline(scope, ALONE, one.memoryId(), 2);
            observations.details(scope, ALONE, List.of(one.memoryId()));
        }
        if (!found.isEmpty()) {
            String id = found.get(0).memoryId();
            observations.update(
                    scope, id, new ObservationChange("Orders", null, "Kept in a table.", null, null, null, null, null));
            observations.redact(scope, id, "Kept somewhere.");
            observations.suppress(scope, found.get(found.size() - 1).memoryId());
        }
        observations.backfillStatus(scope);
    }

    private static ObservationQuery all() {
        return new ObservationQuery(ALONE, "", List.of(), List.of(), List.of(), null, null, 0, 10);
    }

    static void upkeep(ArchiveUpkeep upkeep, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        String pasted = "- The north pier closes at ten\n- Invoices go to Mara\n";
        String imported = upkeep.importText(
                        new ArchiveImport(workspace, "ada", "Some AI", pasted, false, false, EVIDENCE))
                .importId();
        upkeep.tiers(scope);
        upkeep.digest(scope);
        RetentionPlan plan = upkeep.previewRetention(scope);
        upkeep.applyRetention(scope);
        upkeep.undoRetention(
                scope, plan.putAside().stream().map(RetentionPlan.Due::memoryId).toList());
        // The same text is imported once only
        if (imported != null) {
            upkeep.imports(scope, PageRequest.first(10));
            upkeep.imported(scope, imported, PageRequest.first(10))
                    .rows()
                    .forEach(entry -> upkeep.ignoreImported(scope, entry.id(), true));
            upkeep.findImport(scope, imported);
            upkeep.deleteImport(scope, imported, true);
        }
    }
}
