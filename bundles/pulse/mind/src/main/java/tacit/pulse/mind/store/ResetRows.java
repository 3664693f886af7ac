package tacit.pulse.mind.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.store.Session;

/** Forgets what a profile reflected about. Confined to one transaction. */
public final class ResetRows {

    private static final List<String> OF_RUNS = List.of("mind_evidence", "mind_hypotheses", "mind_critiques");
    private static final Map<String, String> OF_PROFILES = names();

    private final Session session;

    public ResetRows(Session session) {
        this.session = session;
    }

    /** What there was, by name. */
    public Map<String, Integer> all(String profile) {
        for (String table : OF_RUNS) {
            session.update(
                    "DELETE FROM " + table + " WHERE run_id IN (SELECT id FROM mind_runs WHERE profile_id = ?)",
                    profile);
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        OF_PROFILES.forEach((name, table) ->
                counts.put(name, session.update("DELETE FROM " + table + " WHERE profile_id = ?", profile)));
        return counts;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("runs", "mind_runs");
        names.put("targets", "mind_targets");
        names.put("backlog", "mind_backlog");
        names.put("notices", "mind_notices");
        names.put("journal", "mind_journal");
        names.put("dreams", "mind_dreams");
        names.put("memories", "mind_memories");
        names.put("past", "mind_past");
        return names;
    }
}
