package tacit.panel.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Harness;
import tacit.api.harness.RoleStatus;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceStore;

/** What is well and what is not, each with what mends it; what cannot be asked is never well. Pure functions over services. */
final class Findings {

    /** So many traces that wait are told apart at most, for each workspace. */
    static final int MOST = 1_000;

    private static final String OK = "ok";
    private static final String FAILED = "failed";

    private Findings() {}

    static List<Map<String, Object>> of(
            @Nullable List<String> problems, @Nullable Harness harness, @Nullable Database database) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(
                database == null
                        ? row("Store", FAILED, "No database is open", "See the log of the host")
                        : row("Store", OK, database.description(), ""));
        if (problems == null) {
            rows.add(row("Start", "unknown", "Nobody can say whether all parts started", "Say ./tacit doctor"));
        } else if (problems.isEmpty()) {
            rows.add(row("Start", OK, "All parts of the host started", ""));
        } else {
            problems.forEach(problem -> rows.add(row("Start", FAILED, problem, "Mend or remove that bundle")));
        }
        harness(harness, rows);
        return rows;
    }

    private static void harness(@Nullable Harness harness, List<Map<String, Object>> rows) {
        if (harness == null) {
            rows.add(row("Harness", FAILED, "No generation decides", "See the log of the host"));
            return;
        }
        List<RoleStatus> roles = harness.roles();
        long empty = roles.stream().filter(role -> role.symbolicName() == null).count();
        harness.alarms().forEach(alarm -> rows.add(row("Harness", FAILED, alarm, "Look at Generations")));
        rows.add(
                empty == 0
                        ? row("Roles", OK, "All " + roles.size() + " roles are filled", "")
                        : row(
                                "Roles",
                                "partial",
                                empty + " of " + roles.size() + " roles have no provider",
                                "Look at Bundles; a role that nobody fills does nothing"));
    }

    /** What each workspace holds, and what waits there to be learned from. */
    static List<Map<String, Object>> workspaces(TraceStore traces) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String workspace : traces.workspaces()) {
            Scope scope = Scope.ofWorkspace(workspace);
            TraceCounts counts = traces.counts(scope);
            int waiting = traces.pending(scope, MOST).size();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("workspace", workspace);
            row.put("traces", counts.traces());
            row.put("spans", counts.spans());
            row.put("waiting", waiting);
            row.put("more", waiting < MOST ? "" : "at least");
            rows.add(row);
        }
        return rows;
    }

    /** When each agent was last seen, the latest first. */
    static List<Map<String, Object>> agents(TraceStore traces) {
        Map<String, Instant> latest = new TreeMap<>();
        for (String workspace : traces.workspaces()) {
            traces.counts(Scope.ofWorkspace(workspace))
                    .lastStartByAgent()
                    .forEach((agent, at) -> latest.merge(agent, at, (one, two) -> one.isAfter(two) ? one : two));
        }
        return latest.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
                .map(agent -> Map.<String, Object>of("agent", agent.getKey(), "at", agent.getValue()))
                .toList();
    }

    /** What the store refused, as a finding. */
    static Map<String, Object> refused(StoreException problem) {
        return row("Traces", FAILED, String.valueOf(problem.getMessage()), "See the log of the host");
    }

    private static Map<String, Object> row(String name, String state, String detail, String mend) {
        return Map.of("name", name, "state", state, "detail", detail, "mend", mend);
    }
}
