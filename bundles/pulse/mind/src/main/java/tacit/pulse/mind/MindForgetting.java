package tacit.pulse.mind;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTaking;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;
import tacit.pulse.mind.files.Shelf;
import tacit.pulse.mind.store.EvidenceRows;
import tacit.pulse.mind.store.MindTexts;

/** Takes words back from what was reflected about, and from the files that show it. Thread-safe. */
@Component
public final class MindForgetting implements EvidenceTexts {

    private final Database database;
    private final Shelf shelf;
    private final TraceStore traces;

    /** The shelf is asked for with the tables that it needs. */
    @Activate
    public MindForgetting(@Reference Database database, @Reference Shelf shelf, @Reference TraceStore traces) {
        this.database = database;
        this.shelf = shelf;
        this.traces = traces;
    }

    /** Before files are looked through, so that those here are known as written here. */
    @Override
    public String name() {
        return "core reflections";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        return taking.isEmpty()
                ? 0
                : MindTexts.take(database, taking, scope.workspaceId()) + shelf.take(scope.workspaceId(), taking);
    }

    /** What was seen of the user's runs goes from wherever it was quoted, too. */
    @Override
    public int forgetUser(Scope scope) {
        Set<String> runs = UserTraces.of(traces, scope);
        List<String> quotes = database.read(session -> new EvidenceRows(session).words("trace:", runs::contains));
        return take(scope, TextTaking.of(quotes));
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }
}
