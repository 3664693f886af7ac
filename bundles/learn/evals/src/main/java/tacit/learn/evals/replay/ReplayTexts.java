package tacit.learn.evals.replay;

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
import tacit.api.store.TextTombstones;
import tacit.api.trace.Span;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/**
 * Takes texts back from questions that are asked again. A case whose question or checks hold one goes with all its runs: without
 * the text it would be another question. Titles and reasons get tombstones. Questions are copies of decisions, which name no
 * workspace and no user, so they and what was answered to them are looked through in all workspaces. Thread-safe.
 */
@Component
public final class ReplayTexts implements EvidenceTexts {

    private static final int AT_ONCE = 50;

    private final Database database;
    private final TraceStore traces;

    @Activate
    public ReplayTexts(@Reference Database database, @Reference TraceStore traces) {
        this.database = database;
        this.traces = traces;
        database.migrate(SqlReplayCases.OWNER, ReplayTexts.class);
    }

    /** After the decisions, so that no case is made of one that still holds the text. */
    @Override
    public String name() {
        return "replay cases";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextRemoval.of(texts));
    }

    @Override
    public int forgetUser(Scope scope) {
        String user = Objects.requireNonNull(scope.userId(), "userId");
        Set<String> names = new HashSet<>(Set.of(user));
        List<String> said = new ArrayList<>();
        int made = 0;
        for (String trace : UserTraces.of(traces, scope)) {
            names.add(trace);
            said.addAll(errors(scope, trace));
            made += madeOf(scope, trace);
        }
        int owned = database.write(session -> session.update(
                "UPDATE replay_cases SET owner = ? WHERE workspace_id = ? AND owner = ?",
                TextTombstones.instead(user),
                scope.workspaceId(),
                user));
        return owned + made + take(scope, TextRemoval.of(names, said));
    }

    /** What was put together from a run holds what was said in it. */
    private int madeOf(Scope scope, String trace) {
        String workspace = scope.workspaceId();
        return database.write(session -> session
                .select(
                        "SELECT DISTINCT c.sequence, c.workspace_id, c.id, c.title FROM replay_cases c JOIN made_cases m"
                                + " ON m.workspace_id = c.workspace_id AND m.case_id = c.id"
                                + " WHERE c.workspace_id = ? AND m.run = ?",
                        Named::of,
                        workspace,
                        RunName.of(trace))
                .stream()
                .mapToInt(named -> delete(session, named))
                .sum());
    }

    /** What reaches a role without its run: the message of an error. */
    private List<String> errors(Scope scope, String trace) {
        return traces.find(scope, trace).stream()
                .flatMap(found -> found.spans().stream())
                .map(Span::statusMessage)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextRemoval.ofPieces(said));
    }

    private int take(Scope scope, TextRemoval removal) {
        if (removal.isEmpty()) {
            return 0;
        }
        ReasonTexts reasons = new ReasonTexts(database, removal);
        return cases(scope, removal) + reasons.take("replay_runs") + reasons.take("replay_reviews");
    }

    /** What a case is called. */
    private record Named(long sequence, String workspace, String id, String title) {

        static Named of(Row row) {
            return new Named(row.number("sequence"), row.text("workspace_id"), row.text("id"), row.text("title"));
        }
    }

    /** Whether a question holds a text; what is JSON within JSON is looked at by itself, too. */
    private static boolean asks(Row row, TextRemoval removal) {
        String inner = row.text("inner_calls");
        String checks = row.text("checks");
        Stream<String> asked = Stream.of(row.text("inputs"), inner, checks);
        Stream<String> calls = Json.calls(inner).stream().flatMap(call -> Stream.of(call.inputs(), call.output()));
        Stream<String> expected = Json.checks(checks).stream().flatMap(check -> check.expected().stream());
        return Stream.of(asked, calls, expected).flatMap(texts -> texts).anyMatch(removal::isIn);
    }

    private int cases(Scope scope, TextRemoval removal) {
        int changed = 0;
        List<Named> some = after(-1);
        while (!some.isEmpty()) {
            for (Named named : some) {
                changed += forget(scope, named, removal);
            }
            some = after(some.get(some.size() - 1).sequence());
        }
        return changed;
    }

    private List<Named> after(long sequence) {
        return database.read(session -> session.select(
                "SELECT sequence, workspace_id, id, title FROM replay_cases WHERE sequence > ? ORDER BY sequence LIMIT ?",
                Named::of,
                sequence,
                AT_ONCE));
    }

    private int forget(Scope scope, Named named, TextRemoval removal) {
        boolean asks = database.read(session -> session.selectOne(
                        "SELECT inputs, inner_calls, checks FROM replay_questions WHERE workspace_id = ? AND case_id = ?",
                        row -> asks(row, removal),
                        named.workspace(),
                        named.id()))
                .orElse(false);
        if (asks) {
            return database.write(session -> delete(session, named));
        }
        String title = ReasonTexts.left(named.title(), removal);
        if (title.equals(named.title()) || !named.workspace().equals(scope.workspaceId())) {
            return 0;
        }
        return database.write(session ->
                session.update("UPDATE replay_cases SET title = ? WHERE sequence = ?", title, named.sequence()));
    }

    private static int delete(Session session, Named named) {
        for (String table : List.of("replay_runs", "replay_reviews", "replay_questions")) {
            session.update(
                    "DELETE FROM " + table + " WHERE workspace_id = ? AND case_id = ?", named.workspace(), named.id());
        }
        return session.update("DELETE FROM replay_cases WHERE sequence = ?", named.sequence());
    }
}
