package tacit.memory.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.access.AuditLog;
import tacit.api.memory.Forgetting;
import tacit.api.memory.ForgettingReport;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;

/** Forgets through the store, and purges the index and the database. Thread-safe. */
@Component
public final class StoredForgetting implements Forgetting {

    private final SqlMemoryStore memories;
    private final Database database;
    private final AuditLog audit;

    /** Replaced as a whole when one comes or goes. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<EvidenceTexts> evidence = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable SearchIndex index;

    @Activate
    public StoredForgetting(
            @Reference SqlMemoryStore memories, @Reference Database database, @Reference AuditLog audit) {
        this.memories = memories;
        this.database = database;
        this.audit = audit;
    }

    /** With what holds evidence, and an index, where nothing else binds them. */
    StoredForgetting(
            SqlMemoryStore memories,
            Database database,
            AuditLog audit,
            List<EvidenceTexts> evidence,
            @Nullable SearchIndex index) {
        this(memories, database, audit);
        this.evidence = List.copyOf(evidence);
        this.index = index;
    }

    @Override
    public ForgettingReport preview(Scope scope) {
        user(scope);
        SortedMap<String, Long> places = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        memories.toForget(scope).forEach((layer, count) -> places.put("memories/" + layer, count));
        for (EvidenceTexts texts : evidence) {
            OptionalLong held = texts.heldOf(scope);
            if (held.isPresent()) {
                places.put("evidence/" + texts.name(), held.getAsLong());
            } else {
                remarks.add("'" + texts.name() + "' is looked through only then");
            }
        }
        places.values().removeIf(count -> count == 0);
        remarks.sort(null);
        return new ForgettingReport(false, places, remarks);
    }

    @Override
    public ForgettingReport forget(Scope scope, String by) {
        audit.write(by, "memory.clear", user(scope), Map.of("workspace", scope.workspaceId()));
        SqlMemoryStore.Cleared cleared = memories.forget(scope);
        SortedMap<String, Long> places = new TreeMap<>(cleared.copies());
        places.values().removeIf(count -> count == 0);
        places.put("memories", (long) cleared.memories());
        List<String> remarks = new ArrayList<>();
        evidence.forEach(texts -> remarks.addAll(texts.leftOf(scope)));
        remarks.sort(null);
        ForgettingReport purged = purge(by);
        places.putAll(purged.places());
        remarks.addAll(purged.remarks());
        return new ForgettingReport(true, places, remarks);
    }

    private static String user(Scope scope) {
        if (scope.userId() == null) {
            throw new IllegalArgumentException("scope must name a user, got workspace '" + scope.workspaceId() + "'");
        }
        return scope.userId();
    }

    @Override
    public ForgettingReport purge(String by) {
        audit.write(by, "memory.purge", "files", Map.of());
        SortedMap<String, Long> places = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        SearchIndex searched = index;
        if (searched == null) {
            remarks.add("There is no index to purge");
        } else {
            searched.purge();
            IndexStatus status = searched.status();
            places.put("index bytes", status.bytes());
            places.put("index documents", status.documents());
        }
        database.compact();
        remarks.add("The database was rewritten: " + database.description());
        return new ForgettingReport(true, places, remarks);
    }
}
