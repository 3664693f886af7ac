package tacit.surface.mission;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.page.Page;
import tacit.surface.mission.session.Session;
import tacit.surface.mission.view.Assets;
import tacit.surface.mission.view.Templates;

/** Puts what panels show into the frame: navigation, sentences on what happened, who looks. Thread-safe. */
@Component(service = Screen.class)
public final class Screen {

    private final Templates templates = new Templates();
    private final Assets assets = new Assets();
    private final Panels panels;
    private final Clock clock;

    @Activate
    public Screen(@Reference Panels panels, @Reference Clock clock) {
        this.panels = panels;
        this.clock = clock;
    }

    /**
     * What is said above the content.
     *
     * @param status of the answer
     * @param notice what came of the last form; null for nothing
     * @param problem why something is not to be; null for nothing
     * @param refused the form to which that was said
     */
    record Said(
            int status, @Nullable String notice, @Nullable String problem, Templates.Refused refused) {

        Said(int status, @Nullable String notice, @Nullable String problem) {
            this(status, notice, problem, Templates.Refused.NONE);
        }

        static Said of(HttpProblem problem) {
            return new Said(problem.status(), null, problem.getMessage());
        }

        static Said of(HttpProblem problem, Templates.Refused refused) {
            return new Said(problem.status(), null, problem.getMessage(), refused);
        }
    }

    /** A panel's page. */
    Reply page(Session session, PanelEntry panel, String here, Page page, Said said) {
        Templates.Setting setting = new Templates.Setting(
                panel.id(), here, session.formToken(), operates(session.principal()), clock.instant(), said.refused());
        String content = templates.content(page, setting);
        return framed(session, panel, page.title(), content, setting, said);
    }

    /** Why there is no page. */
    Reply problem(Session session, @Nullable PanelEntry panel, Said said) {
        Templates.Setting setting = new Templates.Setting(
                panel == null ? "" : panel.id(),
                "",
                session.formToken(),
                false,
                clock.instant(),
                Templates.Refused.NONE);
        return framed(session, panel, "Not possible", "", setting, said);
    }

    /** The page to log in. */
    Reply login(String next, Said said) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("assets", assets.paths());
        values.put("next", next);
        values.put("problem", said.problem());
        Templates.Setting setting = new Templates.Setting("", "", "", false, clock.instant(), Templates.Refused.NONE);
        return Replies.html(said.status(), templates.frame("login", values, "", setting));
    }

    Assets assets() {
        return assets;
    }

    private Reply framed(
            Session session,
            @Nullable PanelEntry panel,
            String title,
            String content,
            Templates.Setting setting,
            Said said) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("assets", assets.paths());
        values.put("groups", groups(session.principal().role(), panel));
        values.put("title", title);
        values.put("panelTitle", panel == null ? "Mission Control" : panel.title());
        values.put("panel", panel == null ? "" : panel.id());
        values.put("live", panel != null && !panel.live().isEmpty());
        values.put("notice", said.notice());
        values.put("problem", said.problem());
        values.put("who", who(session.principal()));
        values.put("token", session.formToken());
        return Replies.html(said.status(), templates.frame("layout", values, content, setting));
    }

    private List<Map<String, Object>> groups(AccessRole role, @Nullable PanelEntry current) {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        for (PanelEntry entry : panels.of(role)) {
            String group = entry.group().name();
            String title = group.charAt(0) + group.substring(1).toLowerCase(Locale.ROOT);
            groups.computeIfAbsent(title, key -> new ArrayList<>())
                    .add(Map.of(
                            "id", entry.id(),
                            "title", entry.title(),
                            "current", current != null && current.id().equals(entry.id())));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        groups.forEach((title, entries) -> all.add(Map.of("title", title, "panels", entries)));
        return all;
    }

    private static Map<String, Object> who(Principal principal) {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("name", principal.name());
        who.put("role", principal.role());
        who.put("workspace", principal.scope().workspaceId());
        principal.scope().user().ifPresent(user -> who.put("user", user));
        return who;
    }

    private static boolean operates(Principal principal) {
        return principal.role().includes(AccessRole.OPERATOR);
    }
}
