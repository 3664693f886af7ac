package tacit.pulse.executors;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.execute.Execution;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTaking;
import tacit.api.store.TextTombstones;

/** Takes texts back from what is kept of work; that it was done stays. Thread-safe. */
@Component
public final class ExecutionTexts implements EvidenceTexts {

    private static final int AT_ONCE = 200;

    private final Database database;
    private final StoredExecutions executions;

    @Activate
    public ExecutionTexts(@Reference Database database, @Reference StoredExecutions executions) {
        this.database = database;
        this.executions = executions;
    }

    @Override
    public String name() {
        return "executions";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        return taking.isEmpty() ? 0 : rewrite(scope.workspaceId(), null, false, taking::in);
    }

    /** Open work of the user is stopped: it would go on with what is forgotten. */
    @Override
    public int forgetUser(Scope scope) {
        return rewrite(scope.workspaceId(), user(scope), true, TextTombstones::instead);
    }

    /** What is nobody's in particular may quote the user. */
    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }

    private static String user(Scope scope) {
        return Objects.requireNonNull(scope.userId(), "scope must name a user");
    }

    @Override
    public int forgetWorkspace(Scope scope) {
        return rewrite(scope.workspaceId(), null, true, TextTombstones::instead);
    }

    private int rewrite(String workspaceId, @Nullable String userId, boolean stop, UnaryOperator<String> text) {
        int changed = 0;
        List<ExecutionRows.Kept> some = after(workspaceId, userId, -1);
        while (!some.isEmpty()) {
            for (ExecutionRows.Kept kept : some) {
                String id = kept.execution().id();
                if (stop && !kept.execution().state().ended()) {
                    executions.cancel(id, "forgetting", "");
                }
                changed += rewrite(id, text);
            }
            some = after(workspaceId, userId, some.get(some.size() - 1).sequence());
        }
        return changed;
    }

    private List<ExecutionRows.Kept> after(String workspaceId, @Nullable String userId, long sequence) {
        return database.read(session -> new ExecutionRows(session).after(workspaceId, userId, sequence, AT_ONCE));
    }

    /** It is read once more, since somebody may have changed it meanwhile. */
    private int rewrite(String id, UnaryOperator<String> text) {
        return database.write(session -> {
            ExecutionRows rows = new ExecutionRows(session);
            Execution now = rows.find(id).orElseThrow();
            Execution next = new Execution(
                    now.id(),
                    BriefTexts.of(now.brief(), text),
                    now.state(),
                    now.approvalId(),
                    now.executor(),
                    now.device(),
                    BriefTexts.of(now.routing(), text),
                    now.attempts(),
                    BriefTexts.of(now.result(), text),
                    now.createdAt(),
                    now.startedAt(),
                    now.endedAt());
            return next.equals(now) ? 0 : rows.rewrite(id, next.brief(), next.result(), next.routing());
        });
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.of(
                database.read(session -> new ExecutionRows(session).count(scope.workspaceId(), user(scope))));
    }
}
