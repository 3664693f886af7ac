package tacit.pulse.executors.shells;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.TextTaking;

/** Resets shell sessions that keep what is to be forgotten: those of a user's tasks, and those in which a text stands. Thread-safe. */
@Component
public final class ShellTexts implements EvidenceTexts {

    private final ShellFiles files;
    private final FileShells shells;
    private final Executions executions;

    @Activate
    public ShellTexts(@Reference ShellFiles files, @Reference FileShells shells, @Reference Executions executions) {
        this.files = files;
        this.shells = shells;
        this.executions = executions;
    }

    @Override
    public String name() {
        return "shells";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        return taking.isEmpty()
                ? 0
                : reset(scope, state -> !taking.in(state.json()).equals(state.json()));
    }

    @Override
    public int forgetUser(Scope scope) {
        Set<String> tasks = tasks(scope);
        return reset(scope, state -> tasks.contains(state.key()));
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }

    @Override
    public int forgetWorkspace(Scope scope) {
        return reset(scope, state -> true);
    }

    private int reset(Scope scope, Predicate<ShellState> which) {
        try {
            int count = 0;
            for (ShellState state : files.all(scope.workspaceId())) {
                count += which.test(state) && shells.reset(scope.workspaceId(), state.key()) ? 1 : 0;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shell sessions", e);
        }
    }

    /** The ids by which sessions of the user's tasks are known. */
    private Set<String> tasks(Scope scope) {
        Set<String> ids = new HashSet<>();
        Page<Execution> page = executions.list(null, scope.workspaceId(), null, new PageRequest(0, 500));
        while (!page.rows().isEmpty()) {
            for (Execution one : page.rows()) {
                if (Objects.equals(one.brief().userId(), scope.userId())) {
                    ids.add(one.id());
                    ids.add(one.brief().id());
                }
            }
            long next = page.offset() + page.rows().size();
            page = executions.list(null, scope.workspaceId(), null, new PageRequest(next, 500));
        }
        return ids;
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        Set<String> tasks = tasks(scope);
        try {
            return OptionalLong.of(files.all(scope.workspaceId()).stream()
                    .filter(state -> tasks.contains(state.key()))
                    .count());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shell sessions", e);
        }
    }
}
