package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionRun;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** What profiles think about: their targets, the runs with evidence, hypotheses and critiques, and what they left to be done. */
@Component(service = Panel.class)
public final class ReflectionPanel implements Panel {

    /** Where runs stand. */
    static final String RUNS = "runs";

    private static final int SIZE = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ReflectionDesk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AutomationProfiles profiles;

    @Override
    public String id() {
        return "reflection";
    }

    @Override
    public String title() {
        return "Reflection";
    }

    @Override
    public Group group() {
        return Group.CORE;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Page show(View view) {
        Own.workspace(view);
        ReflectionDesk open = desk;
        if (open == null || profiles == null) {
            return Page.of("", ReflectionPanel.class, "reflection.peb", Map.of("known", false));
        }
        List<String> path = view.path();
        if (path.isEmpty()) {
            return list(view, open);
        }
        if (path.get(0).equals(RUNS)) {
            return ReflectionRows.run(run(view, path.size() == 1 ? "" : path.get(1)), profiles);
        }
        AutomationProfile profile = Own.profile(view, profiles, path.get(0));
        return switch (path.size() == 1 ? "" : path.get(1)) {
            case "" -> thoughts(view, open, profile);
            case "backlog" -> backlog(view, open, profile);
            case "notices" -> notices(view, open, profile);
            default -> throw new HttpProblem(404, "There is no such part of reflection");
        };
    }

    @Override
    public Done act(View view, String act) {
        ReflectionDesk open = Acts.there(desk, "reflects");
        return switch (act) {
            case "reflect", "look", "leave", "reset" ->
                ReflectionActs.about(view, act, open, Own.profile(view, profiles, Fields.required(view, "profile")));
            case "retry", "dismiss" ->
                ReflectionActs.ofRun(
                        view, act, open, run(view, Fields.required(view, "id")).run());
            case "reject" -> {
                String id = Fields.required(view, "id");
                own(view, open.findBacklog(id).map(ReflectionBacklog::profileId).orElse(null));
                yield ReflectionActs.reject(view, open, id);
            }
            case "seen" -> {
                String id = Fields.required(view, "id");
                own(view, open.findNotice(id).map(ReflectionNotice::profileId).orElse(null));
                yield ReflectionActs.seen(view, open, id);
            }
            default -> throw Acts.unknown(act);
        };
    }

    private Page list(View view, ReflectionDesk open) {
        List<AutomationProfile> all = Own.profiles(view, profiles);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put(
                "rows",
                all.stream()
                        .skip(view.offset())
                        .limit(SIZE)
                        .map(profile -> ReflectionRows.brain(profile, open.brain(profile.id())))
                        .toList());
        values.put("offset", view.offset());
        values.put("total", all.size());
        return Page.of("", ReflectionPanel.class, "reflection.peb", values);
    }

    private static Page thoughts(View view, ReflectionDesk open, AutomationProfile profile) {
        ReflectionDesk.Brain brain = open.brain(profile.id());
        var page = open.runs(profile.id(), null, null, new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>(ReflectionRows.brain(profile, brain));
        values.put("brain", brain);
        values.put(
                "targets",
                open.targets(profile.id()).stream()
                        .map(target -> ReflectionRows.target(target, profile))
                        .toList());
        values.put("rows", page.rows().stream().map(ReflectionRows::row).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        return Page.of("Thoughts of " + profile.agentRoleId(), ReflectionPanel.class, "thoughts.peb", values);
    }

    private static Page backlog(View view, ReflectionDesk open, AutomationProfile profile) {
        var page = open.backlog(
                profile.id(),
                Fields.choice(ReflectionBacklog.State.class, view, "state"),
                new PageRequest(view.offset(), SIZE));
        List<Map<String, Object>> rows =
                page.rows().stream().map(ReflectionRows::point).toList();
        return part(profile, "backlog.peb", "Left to be done by " + profile.agentRoleId(), rows, page);
    }

    private static Page notices(View view, ReflectionDesk open, AutomationProfile profile) {
        var page = open.notices(
                profile.id(),
                Fields.choice(ReflectionNotice.State.class, view, "state"),
                new PageRequest(view.offset(), SIZE));
        List<Map<String, Object>> rows =
                page.rows().stream().map(ReflectionRows::notice).toList();
        return part(profile, "notices.peb", "Notices of " + profile.agentRoleId(), rows, page);
    }

    private static Page part(
            AutomationProfile profile,
            String template,
            String title,
            List<Map<String, Object>> rows,
            tacit.api.store.Page<?> page) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", profile.id());
        values.put("role", profile.agentRoleId());
        values.put("rows", rows);
        values.put("offset", page.offset());
        values.put("total", page.total());
        return Page.of(title, ReflectionPanel.class, template, values);
    }

    private ReflectionRun.Whole run(View view, String id) {
        ReflectionRun.Whole whole = Acts.there(desk, "reflects").run(id).orElseThrow(ReflectionPanel::nothing);
        own(view, whole.run().profileId());
        return whole;
    }

    /** Refuses what is nobody's, or of a profile of another workspace, in the same words. */
    private void own(View view, @Nullable String profile) {
        String workspace = Own.workspace(view);
        boolean mine = profile != null
                && Acts.there(profiles, "keeps profiles")
                        .find(profile)
                        .filter(one -> one.workspaceId().equals(workspace))
                        .isPresent();
        if (!mine) {
            throw nothing();
        }
    }

    private static HttpProblem nothing() {
        return new HttpProblem(404, "There is nothing of this id in this workspace");
    }
}
