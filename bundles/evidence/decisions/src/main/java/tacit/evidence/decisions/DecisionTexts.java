package tacit.evidence.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Row;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.store.TextRemoval;
import tacit.api.trace.Span;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/**
 * Takes texts back from decisions, those that still wait to be written too. A decision names no workspace and no user, so words
 * go from the decisions of all; those that hold a piece of a text, name a user or one of their runs go as a whole. Thread-safe.
 */
@Component
public final class DecisionTexts implements EvidenceTexts {

    private static final int AT_ONCE = 100;

    private final Database database;
    private final SqlDecisionLog log;
    private final TraceStore traces;

    @Activate
    public DecisionTexts(@Reference Database database, @Reference SqlDecisionLog log, @Reference TraceStore traces) {
        this.database = database;
        this.log = log;
        this.traces = traces;
    }

    /** The texts of one decision. */
    private record Texts(long number, String inputs, String inner, String output) {

        static Texts of(Row row) {
            return new Texts(
                    row.number("decision_no"), row.text("inputs"), row.text("inner_calls"), row.text("output"));
        }

        Texts without(TextRemoval removal) {
            return new Texts(number, removal.in(inputs), removal.in(inner), removal.in(output));
        }

        boolean isSpoilt(TextRemoval removal) {
            return Stream.of(inputs, inner, output).anyMatch(removal::spoils);
        }
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return forget(TextRemoval.of(texts));
    }

    @Override
    public int forgetUser(Scope scope) {
        String user = Objects.requireNonNull(scope.userId(), "userId");
        Set<String> names = new HashSet<>(Set.of(user));
        List<String> said = new ArrayList<>();
        for (String trace : UserTraces.of(traces, scope)) {
            names.add(trace);
            said.addAll(errors(scope, trace));
        }
        return forget(TextRemoval.of(names, said));
    }

    /** What reaches a role without its run: the template of an error. */
    private List<String> errors(Scope scope, String trace) {
        return traces.find(scope, trace).stream()
                .flatMap(found -> found.spans().stream())
                .map(Span::statusMessage)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private int forget(TextRemoval removal) {
        if (removal.isEmpty()) {
            return 0;
        }
        log.forget(removal);
        int changed = 0;
        List<Texts> some = after(-1);
        while (!some.isEmpty()) {
            List<Texts> rows = some;
            changed += database.write(session ->
                    rows.stream().mapToInt(row -> forget(session, row, removal)).sum());
            some = after(rows.get(rows.size() - 1).number());
        }
        return changed;
    }

    private List<Texts> after(long number) {
        return database.read(session -> session.select(
                "SELECT decision_no, inputs, inner_calls, output FROM decision_texts WHERE decision_no > ?"
                        + " ORDER BY decision_no LIMIT ?",
                Texts::of,
                number,
                AT_ONCE));
    }

    private static int forget(Session session, Texts before, TextRemoval removal) {
        Texts after = before.without(removal);
        if (after.isSpoilt(removal)) {
            session.update("DELETE FROM decision_texts WHERE decision_no = ?", before.number());
            return session.update("DELETE FROM decisions WHERE decision_no = ?", before.number());
        }
        return before.equals(after)
                ? 0
                : session.update(
                        "UPDATE decision_texts SET inputs = ?, inner_calls = ?, output = ? WHERE decision_no = ?",
                        after.inputs(),
                        after.inner(),
                        after.output(),
                        after.number());
    }
}
