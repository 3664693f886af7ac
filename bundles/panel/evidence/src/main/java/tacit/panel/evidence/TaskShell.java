package tacit.panel.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.access.Principal;
import tacit.api.execute.Shells;
import tacit.api.execute.Shells.ShellSession;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.View;

/**
 * The shell session in which commands of a task run: where it stands, and a way to let it begin anew. It belongs to the workspace, so
 * it is for operators of all of it, as {@code /v1/shells} is. Immutable.
 */
final class TaskShell {

    private final @Nullable Shells shells;

    TaskShell(@Nullable Shells shells) {
        this.shells = shells;
    }

    /** What the page of a task shows of it; nothing to who may not see it. */
    Map<String, Object> values(View view, String task) {
        if (shells == null || !maySee(view.principal())) {
            return Map.of("shown", false);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("shown", true);
        session(shells, view, task).ifPresent(session -> {
            values.put(
                    "facts",
                    List.of(
                            Map.of("name", "Folder", "value", session.folder().toString(), "kind", "code"),
                            Map.of("name", "Commands", "value", session.commands(), "kind", "number"),
                            Map.of("name", "Last used", "value", session.lastUsedAt(), "kind", "time")));
            values.put("environment", rows(session.environment()));
            values.put("aliases", rows(session.aliases()));
        });
        return values;
    }

    /** Forgets it. */
    Done reset(View view, String task, AuditLog audit) {
        if (shells == null) {
            throw new HttpProblem(503, "The part of the host that keeps shell sessions is not there now");
        }
        if (!maySee(view.principal())) {
            throw new HttpProblem(403, "This concerns a whole workspace: it needs an operator without a user");
        }
        String workspace = view.principal().scope().workspaceId();
        audit.write(view.principal().name(), "shell.reset", task, Map.of("workspace", workspace));
        if (!shells.reset(workspace, task)) {
            throw new HttpProblem(404, "There is no shell session of task '" + task + "'");
        }
        return Done.here("The next command of this task begins in a fresh shell");
    }

    private static Optional<ShellSession> session(Shells shells, View view, String task) {
        return shells.sessions(view.principal().scope().workspaceId()).stream()
                .filter(session -> session.key().equals(task))
                .findFirst();
    }

    private static boolean maySee(Principal principal) {
        return principal.role() == AccessRole.OPERATOR && principal.scope().userId() == null;
    }

    private static List<Map<String, String>> rows(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
                        .toList();
    }
}
