package tacit.pulse.dreams;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.pulse.ProfileReferences;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextRuns;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/** Takes words back from runs and candidates, drops what was made from a user's runs, and says what refers to a profile. Thread-safe. */
@Component(service = {EvidenceTexts.class, MemoryCopies.class, ProfileReferences.class})
public final class DreamForgetting implements EvidenceTexts, MemoryCopies, ProfileReferences {

    private final Database database;
    private final TraceStore traces;

    /** The desk is asked for, so that its tables are there. */
    @Activate
    public DreamForgetting(@Reference Database database, @Reference StoredDreaming desk, @Reference TraceStore traces) {
        this.database = database;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "dreams";
    }

    @Override
    public void changed(List<MemoryRecord> records) {}

    /** A candidate quotes what it rests on and what it would change: it goes with that. */
    @Override
    public void removed(List<MemoryRecord> records) {
        database.write(session -> {
            Removal removal = new Removal(session);
            records.forEach(record -> removal.memory(record.workspaceId(), record.id()));
            return records.size();
        });
    }

    @Override
    public void cleared(Scope scope) {
        database.write(session -> new Removal(session).clear(scope));
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        Set<String> places = new HashSet<>();
        spans.forEach(span -> places.add("span:" + span));
        return database.write(session -> {
            Removal removal = new Removal(session);
            int gone = removal.resting(scope.workspaceId(), places::contains);
            return gone + (texts.isEmpty() ? 0 : removal.words(scope.workspaceId(), texts));
        });
    }

    @Override
    public int forgetUser(Scope scope) {
        Set<String> runs = UserTraces.of(traces, scope);
        return database.write(session -> {
            Removal removal = new Removal(session);
            int gone = removal.clear(scope);
            gone += removal.resting(scope.workspaceId(), id -> runs.contains(String.valueOf(Sources.run(id))));
            return gone + removal.runs(scope.workspaceId(), runs);
        });
    }

    /** What quotes them goes, whatever it rests on. */
    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        TextRuns pieces = TextRuns.of(said);
        return pieces.isEmpty()
                ? 0
                : database.write(session -> new Removal(session).quotes(scope.workspaceId(), pieces::isIn));
    }

    @Override
    public boolean refersTo(Session session, String profileId) {
        return !session.select(
                        "SELECT id FROM dreaming_runs WHERE profile_id = ? LIMIT 1", row -> row.text("id"), profileId)
                .isEmpty();
    }

    /** What rests on a user's runs is known when it is looked for only. */
    @Override
    public OptionalLong heldOf(Scope scope) {
        String user = scope.userId();
        return user == null
                ? OptionalLong.empty()
                : OptionalLong.of(database.read(session -> new Removal(session).owned(scope.workspaceId(), user)));
    }
}
