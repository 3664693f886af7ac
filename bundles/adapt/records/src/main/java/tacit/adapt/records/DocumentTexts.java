package tacit.adapt.records;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateStore;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTombstones;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/** Takes texts back from documents, and drops those that were made from a user's runs. Thread-safe. */
@Component
public final class DocumentTexts implements EvidenceTexts {

    private static final int AT_ONCE = 200;

    private final Database database;
    private final TraceStore traces;

    /** The store is asked for, so that its tables are there. */
    @Activate
    public DocumentTexts(@Reference Database database, @Reference StateStore store, @Reference TraceStore traces) {
        this.database = database;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "adaptation";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        TextTombstones words = TextTombstones.of(texts);
        int changed = 0;
        long last = -1;
        List<StateDocument> some = after(scope, last);
        while (!words.isEmpty() && !some.isEmpty()) {
            changed += some.stream().mapToInt(one -> without(one, words)).sum();
            last = some.get(some.size() - 1).sequence();
            some = after(scope, last);
        }
        return changed;
    }

    private List<StateDocument> after(Scope scope, long sequence) {
        return database.read(session -> new Documents(session).after(scope.workspaceId(), sequence, AT_ONCE));
    }

    /** It is read once more, since somebody may have changed it meanwhile. */
    private int without(StateDocument document, TextTombstones words) {
        if (words.in(document.content()).equals(document.content())) {
            return 0;
        }
        return database.write(session -> {
            Documents documents = new Documents(session);
            documents.after(document.workspaceId(), document.sequence() - 1, 1).stream()
                    .filter(now -> now.sequence() == document.sequence())
                    .forEach(now -> documents.rewrite(now, words.in(now.content())));
            return 1;
        });
    }

    @Override
    public int forgetUser(Scope scope) {
        Set<String> runs = UserTraces.of(traces, scope);
        return database.write(session -> {
            Documents documents = new Documents(session);
            List<StateDocument> own = documents.of(scope, runs);
            own.forEach(documents::remove);
            return own.size();
        });
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        Set<String> runs = UserTraces.of(traces, scope);
        return OptionalLong.of(
                database.read(session -> new Documents(session).of(scope, runs).size()));
    }
}
