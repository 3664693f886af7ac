package tacit.pulse.traces;

import java.util.Collection;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.ProfileReferences;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;

/** Takes words back from the cycles of the core and from what they taught, and says what refers to a profile. Thread-safe. */
@Component(service = {EvidenceTexts.class, ProfileReferences.class})
public final class CoreForgetting implements EvidenceTexts, ProfileReferences {

    /** What belongs to no workspace may be about any. */
    private static final String HERE = "(workspace_id = ? OR workspace_id IS NULL)";

    private static final TextTable TRACES = TextTable.of("core_traces", "id", "summary", "error", "result", "response");
    private static final TextTable EVENTS = TextTable.of("core_trace_events", "trace_id", "summary")
            .orderedBy("trace_id, event_key")
            .withJson(Set.of(), "details");
    private static final TextTable LEARNINGS = TextTable.of("core_learnings", "id", "summary");

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
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        String workspace = scope.workspaceId();
        return taking.isEmpty()
                ? 0
                : TRACES.take(database, taking, HERE, workspace)
                        + EVENTS.take(
                                database,
                                taking,
                                "trace_id IN (SELECT id FROM core_traces WHERE " + HERE + ")",
                                workspace)
                        + LEARNINGS.take(database, taking, HERE, workspace);
    }

    /** A cycle belongs to a profile, never to a user; what it quotes of one goes with what they said. */
    @Override
    public int forgetUser(Scope scope) {
        return 0;
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }

    @Override
    public boolean refersTo(Session session, String profileId) {
        return refers(session, "core_traces", profileId) || refers(session, "core_learnings", profileId);
    }

    private static boolean refers(Session session, String table, String profileId) {
        return !session.select(
                        "SELECT id FROM " + table + " WHERE profile_id = ? LIMIT 1", row -> row.text("id"), profileId)
                .isEmpty();
    }
}
