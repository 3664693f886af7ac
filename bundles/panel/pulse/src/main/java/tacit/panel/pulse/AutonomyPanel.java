package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.autonomy.Approvals;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.pulse.AutomationProfiles;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** What may be done without asking: autonomy that was earned by measured success, and rules that somebody keeps. */
@Component(service = Panel.class)
public final class AutonomyPanel implements Panel {

    private static final int SIZE = 50;
    private static final int LONGEST = 500;
    private static final int LONGEST_PATTERN = 1_000;
    private static final int LONGEST_TOOL = 200;
    private static final String RULES = "rules";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Approvals inbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AutomationProfiles profiles;

    @Override
    public String id() {
        return "autonomy";
    }

    @Override
    public String title() {
        return "Autonomy";
    }

    @Override
    public Group group() {
        return Group.CORE;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Page show(View view) {
        Own.workspace(view);
        Approvals open = inbox;
        if (open == null || profiles == null) {
            return Page.of("", AutonomyPanel.class, "autonomy.peb", Map.of("known", false));
        }
        if (view.path().isEmpty()) {
            return earned(view, open);
        }
        if (!view.path().get(0).equals(RULES)) {
            throw new HttpProblem(404, "There is nothing of this name about autonomy");
        }
        return rules(view, open);
    }

    @Override
    public Done act(View view, String act) {
        Own.workspace(view);
        Approvals open = Acts.there(inbox, "keeps approvals");
        return switch (act) {
            case "demote" -> demote(view, open);
            case "rule" -> keep(view, open);
            case "forget" -> forget(view, open);
            default -> throw Acts.unknown(act);
        };
    }

    private Done demote(View view, Approvals open) {
        Own.needHost(view);
        String profile =
                Own.profile(view, profiles, Fields.required(view, "profile")).id();
        String target = Fields.required(view, "target", LONGEST);
        String action = Fields.required(view, "action", LONGEST);
        String reason = view.parameter("reason").orElse("taken back in Mission Control");
        return Acts.done(() -> {
            open.demote(profile, target, action, view.principal().name(), reason);
            return Done.here("It asks again before each " + action);
        });
    }

    private static Done keep(View view, Approvals open) {
        String workspace = Own.workspace(view);
        return Acts.done(() -> {
            PermissionRule rule = new PermissionRule(
                    "new",
                    Fields.chosen(PermissionEffect.class, view, "effect"),
                    Fields.chosen(PermissionRule.Scope.class, view, "scope"),
                    Fields.required(view, "pattern", LONGEST_PATTERN),
                    Fields.optional(view, "tool", LONGEST_TOOL),
                    PermissionRule.Source.WORKSPACE_DB);
            open.rule(workspace, null, rule, view.principal().name());
            return Done.here("The rule counts from now on");
        });
    }

    private Done forget(View view, Approvals open) {
        String id = Fields.required(view, "id");
        boolean own = all(view, open).stream().anyMatch(row -> id.equals(row.get("id")));
        if (!own || !Acts.done(() -> open.removeRule(id, view.principal().name()))) {
            throw new HttpProblem(404, "There is no rule '" + id + "' in this workspace");
        }
        return Done.here("The rule is forgotten");
    }

    private Page earned(View view, Approvals open) {
        List<Map<String, Object>> rows = Own.profiles(view, profiles).stream()
                .flatMap(profile ->
                        open.earned(profile.id()).stream().map(one -> row(one, profile.agentRoleId(), Own.host(view))))
                .toList();
        Page page = page(view, rows, "autonomy.peb", "");
        Map<String, Object> values = new LinkedHashMap<>(page.values());
        Rehearsal.add(view, open, values);
        return new Page(page.title(), page.template(), values);
    }

    private Page rules(View view, Approvals open) {
        return page(view, all(view, open), "rules.peb", "Rules");
    }

    /** Those of the workspace, then those of its profiles. */
    private List<Map<String, Object>> all(View view, Approvals open) {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (PermissionRule rule : open.rules(Own.workspace(view), null)) {
            rows.putIfAbsent(rule.id(), row(rule, "The workspace"));
        }
        Own.profiles(view, profiles).forEach(profile -> open.rules(null, profile.id())
                .forEach(rule -> rows.putIfAbsent(rule.id(), row(rule, profile.agentRoleId()))));
        return List.copyOf(rows.values());
    }

    private static Page page(View view, List<Map<String, Object>> rows, String template, String title) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put("rows", rows.stream().skip(view.offset()).limit(SIZE).toList());
        values.put("offset", view.offset());
        values.put("total", rows.size());
        return Page.of(title, AutonomyPanel.class, template, values);
    }

    private static Map<String, Object> row(EarnedAutonomy one, String role, boolean mayDemote) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("role", role);
        row.put("profile", one.profileId());
        row.put("target", one.targetKey());
        row.put("action", one.action());
        row.put("level", one.level());
        row.put("successes", one.successes());
        row.put("failures", one.failures());
        row.put("lowerBound", one.lowerBound());
        row.put("changedAt", one.changedAt());
        row.put("reason", one.reason());
        row.put("change", "");
        if (mayDemote && one.level() != EarnedAutonomy.Level.ASKED) {
            row.put(
                    "demote",
                    Acts.button(
                            "demote",
                            "Ask again",
                            "Take back what was earned here, so that each time is asked again?",
                            Map.of("profile", one.profileId(), "target", one.targetKey(), "action", one.action())));
        }
        return row;
    }

    private static Map<String, Object> row(PermissionRule rule, String of) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", rule.id());
        row.put("of", of);
        row.put("effect", rule.effect());
        row.put("scope", rule.scope());
        row.put("pattern", rule.pattern());
        row.put("tool", rule.tool());
        row.put("source", rule.source());
        row.put("change", "");
        // Those of a workspace's own file change in that file
        if (rule.source() != PermissionRule.Source.WORKSPACE_MANIFEST) {
            row.put(
                    "forget",
                    Acts.button(
                            "forget",
                            "Forget",
                            "Forget this rule? What it spoke about is judged without it from now on.",
                            Map.of("id", rule.id())));
        }
        return row;
    }
}
