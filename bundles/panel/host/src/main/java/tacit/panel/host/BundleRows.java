package tacit.panel.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.Artifact;
import tacit.api.generation.Candidate;
import tacit.api.generation.GenerationDiff;
import tacit.api.harness.RoleStatus;
import tacit.api.trust.BundleFacts;

/** Bundles, roles and plans as tables show them. Pure functions. */
final class BundleRows {

    private static final int SHORT = 12;

    private BundleRows() {}

    static Map<String, Object> of(Candidate candidate) {
        BundleFacts facts = candidate.facts();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", candidate.sha256());
        row.put("name", facts == null ? candidate.fileName() : facts.symbolicName());
        row.put("version", facts == null ? "" : facts.version());
        row.put("hash", brief(candidate.sha256()));
        row.put("state", candidate.state());
        row.put("stagedAt", candidate.stagedAt());
        row.put("by", candidate.stagedBy());
        row.put("problems", candidate.problems());
        return row;
    }

    static Map<String, Object> of(RoleStatus role) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("role", role.role());
        row.put("bundle", role.symbolicName() == null ? "nobody" : role.symbolicName());
        row.put("version", role.version());
        row.put("hash", brief(role.sha256()));
        row.put("slot", role.slot());
        row.put("leases", role.leases());
        row.put("calls", role.calls());
        row.put("errors", role.errors());
        row.put("p99", role.p99());
        return row;
    }

    /** What is in a bundle, as its jar says. */
    static Map<String, Object> facts(BundleFacts facts) {
        List<String> settings = new ArrayList<>();
        facts.settings().forEach((pid, keys) -> keys.keySet().forEach(key -> settings.add(pid + ":" + key)));
        return Map.of(
                "roles",
                List.copyOf(facts.roles().keySet()),
                "imports",
                facts.imports().entrySet().stream()
                        .map(each -> (each.getKey() + " " + each.getValue()).strip())
                        .toList(),
                "settings",
                settings);
    }

    /** What an activation would do. */
    static Map<String, Object> of(ActivationPlan plan) {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (GenerationDiff.RoleChange change : plan.diff().roles()) {
            changes.add(row(change.role(), text(change.before()), text(change.after())));
        }
        for (GenerationDiff.SettingChange change : plan.diff().settings()) {
            changes.add(row(change.pid() + ":" + change.key(), text(change.before()), text(change.after())));
        }
        return Map.of(
                "from", plan.diff().from(),
                "changes", changes,
                "packages", plan.packages(),
                "services", plan.services(),
                "affected", plan.affected(),
                "problems", plan.problems());
    }

    private static Map<String, Object> row(String what, String before, String after) {
        return Map.of("what", what, "before", before, "after", after);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof Artifact artifact ? artifact.toString() : String.valueOf(value);
    }

    private static String brief(@Nullable String sha256) {
        return sha256 == null || sha256.length() < SHORT ? "" : sha256.substring(0, SHORT);
    }
}
