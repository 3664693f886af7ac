package tacit.pulse.traces;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextTombstones;

/** Takes words back from the cycles of the core and from what they taught. Thread-safe. */
@Component
public final class CoreForgetting implements EvidenceTexts {

    private record Place(String table, String key, String column, String where) {}

    private static final String OF_WORKSPACE = "workspace_id = ?";
    private static final String OF_TRACE = "trace_id IN (SELECT id FROM core_traces WHERE workspace_id = ?)";

    private static final List<Place> PLACES = List.of(
            new Place("core_traces", "id", "summary", OF_WORKSPACE),
            new Place("core_traces", "id", "error", OF_WORKSPACE),
            new Place("core_traces", "id", "result", OF_WORKSPACE),
            new Place("core_traces", "id", "response", OF_WORKSPACE),
            new Place("core_trace_events", "trace_id", "summary", OF_TRACE),
            new Place("core_trace_events", "trace_id", "details", OF_TRACE),
            new Place("core_learnings", "id", "summary", OF_WORKSPACE));

    private final Database database;

    @Activate
    public CoreForgetting(@Reference Database database) {
        this.database = database;
        database.migrate(SqlCoreTraces.OWNER, SqlCoreTraces.class);
    }

    @Override
    public String name() {
        return "core traces";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        TextTombstones tombstones = TextTombstones.of(texts);
        return tombstones.isEmpty()
                ? 0
                : database.write(session -> PLACES.stream()
                        .mapToInt(place -> forget(session, place, scope, tombstones))
                        .sum());
    }

    /** A cycle belongs to a profile, never to a user; what it quotes of one goes with the texts. */
    @Override
    public int forgetUser(Scope scope) {
        return 0;
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.empty();
    }

    private static int forget(Session session, Place place, Scope scope, TextTombstones tombstones) {
        List<String[]> rows = session.select(
                "SELECT DISTINCT %s AS id, %s AS words FROM %s WHERE %s AND %s IS NOT NULL"
                        .formatted(place.key(), place.column(), place.table(), place.where(), place.column()),
                row -> new String[] {row.text("id"), row.text("words")},
                scope.workspaceId());
        int changed = 0;
        for (String[] row : rows) {
            String left = tombstones.in(row[1]);
            if (!left.equals(row[1])) {
                changed += session.update(
                        "UPDATE %s SET %s = ? WHERE %s = ? AND %s = ?"
                                .formatted(place.table(), place.column(), place.key(), place.column()),
                        left,
                        row[0],
                        row[1]);
            }
        }
        return changed;
    }
}
