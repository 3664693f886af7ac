package tacit.pulse.approvals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of rules that somebody keeps. Confined to one transaction. */
final class RuleRows {

    private static final List<String> COLUMNS =
            List.of("id", "workspace_id", "profile_id", "effect", "looks_at", "pattern", "tool", "kept_by", "kept_at");

    private final Session session;

    RuleRows(Session session) {
        this.session = session;
    }

    /** Whose a rule is: a workspace or a profile. */
    record Owner(@Nullable String workspaceId, @Nullable String profileId) {

        Owner {
            if ((workspaceId == null) == (profileId == null)) {
                throw new IllegalArgumentException("A rule is kept for a workspace or for a profile");
            }
        }

        private String idOf(PermissionRule rule) {
            return Digest.of(
                    "rule-",
                    Objects.requireNonNullElse(workspaceId, ""),
                    Objects.requireNonNullElse(profileId, ""),
                    rule.scope().name(),
                    rule.pattern(),
                    Objects.requireNonNullElse(rule.tool(), ""));
        }
    }

    /** Puts a rule in the place of the one that looks at the same; answers its id. */
    String put(Owner owner, PermissionRule rule, String by, Instant now) {
        String id = owner.idOf(rule);
        @Nullable
        Object[] row = {
            id,
            owner.workspaceId(),
            owner.profileId(),
            rule.effect().name(),
            rule.scope().name(),
            rule.pattern(),
            rule.tool(),
            by,
            now
        };
        if (!session.insertAbsent("permission_rules", COLUMNS, Collections.singletonList(row))[0]) {
            session.update(
                    "UPDATE permission_rules SET effect = ?, kept_by = ?, kept_at = ? WHERE id = ?",
                    rule.effect().name(),
                    by,
                    now,
                    id);
        }
        changed(owner);
        return id;
    }

    Optional<Owner> owner(String id) {
        return session.selectOne(
                "SELECT workspace_id, profile_id FROM permission_rules WHERE id = ?",
                row -> new Owner(
                        row.optionalText("workspace_id").orElse(null),
                        row.optionalText("profile_id").orElse(null)),
                id);
    }

    boolean remove(String id) {
        Optional<Owner> owner = owner(id);
        owner.ifPresent(this::changed);
        return session.update("DELETE FROM permission_rules WHERE id = ?", id) == 1;
    }

    /** Those of a workspace and those of a profile, in the order of their ids. */
    List<PermissionRule> of(@Nullable String workspaceId, @Nullable String profileId) {
        List<PermissionRule> rules = new ArrayList<>();
        if (workspaceId != null) {
            rules.addAll(select("workspace_id", workspaceId, Source.WORKSPACE_DB));
        }
        if (profileId != null) {
            rules.addAll(select("profile_id", profileId, Source.PROFILE));
        }
        return rules;
    }

    private List<PermissionRule> select(String column, String owner, Source source) {
        return session
                .select("SELECT * FROM permission_rules WHERE " + column + " = ?", row -> rule(row, source), owner)
                .stream()
                .sorted(Comparator.comparing(PermissionRule::id))
                .toList();
    }

    private static PermissionRule rule(Row row, Source source) {
        return new PermissionRule(
                row.text("id"),
                PermissionEffect.valueOf(row.text("effect")),
                Scope.valueOf(row.text("looks_at")),
                row.text("pattern"),
                row.optionalText("tool").orElse(null),
                source);
    }

    private void changed(Owner owner) {
        if (owner.workspaceId() != null) {
            session.insertAbsent(
                    "permission_mirrors",
                    List.of("workspace_id", "wanted", "written"),
                    Collections.singletonList(new @Nullable Object[] {owner.workspaceId(), 0L, 0L}));
            session.update(
                    "UPDATE permission_mirrors SET wanted = wanted + 1 WHERE workspace_id = ?", owner.workspaceId());
        }
    }

    /** A workspace whose file is behind, with the change that it should show. */
    record Behind(String workspaceId, long wanted) {}

    List<Behind> behind() {
        return session.select(
                "SELECT workspace_id, wanted FROM permission_mirrors WHERE written < wanted",
                row -> new Behind(row.text("workspace_id"), row.number("wanted")));
    }

    void written(Behind change) {
        session.update(
                "UPDATE permission_mirrors SET written = ? WHERE workspace_id = ? AND written < ?",
                change.wanted(),
                change.workspaceId(),
                change.wanted());
    }
}
