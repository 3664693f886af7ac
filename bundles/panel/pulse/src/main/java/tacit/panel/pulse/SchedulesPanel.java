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
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseDesk.Handoff;
import tacit.api.pulse.TriggerStatus;
import tacit.api.pulse.Triggers;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** Tasks at their times, and the triggers that tell signals of what happens outside. */
@Component(service = Panel.class)
public final class SchedulesPanel implements Panel {

    private static final int SIZE = 50;
    private static final String TRIGGERS = "triggers";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable PulseDesk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Triggers triggers;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AutomationProfiles profiles;

    @Override
    public String id() {
        return "schedules";
    }

    @Override
    public String title() {
        return "Schedules and triggers";
    }

    @Override
    public Group group() {
        return Group.CORE;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Page show(View view) {
        Own.workspace(view);
        if (view.path().isEmpty()) {
            return schedules(view);
        }
        if (!view.path().get(0).equals(TRIGGERS)) {
            throw new HttpProblem(404, "There are schedules and triggers here, and nothing else");
        }
        return triggers(view);
    }

    @Override
    public Done act(View view, String act) {
        if (!act.equals("remove")) {
            throw Acts.unknown(act);
        }
        PulseDesk open = Acts.there(desk, "keeps schedules");
        String id = Fields.required(view, "id");
        boolean own = of(view, open).stream().anyMatch(one -> one.id().equals(id));
        if (!own || !Acts.done(() -> open.removeSchedule(id, view.principal().name()))) {
            throw new HttpProblem(404, "There is no schedule '" + id + "' in this workspace");
        }
        return Done.here("It does not start any more");
    }

    private static List<Handoff> of(View view, PulseDesk open) {
        String workspace = Own.workspace(view);
        return open.schedules(null).stream()
                .filter(one -> one.workspaceId().equals(workspace))
                .toList();
    }

    private Page schedules(View view) {
        PulseDesk open = desk;
        return page(
                view,
                "",
                "schedules.peb",
                open == null ? null : of(view, open).stream().map(this::row).toList());
    }

    private Page triggers(View view) {
        Triggers open = triggers;
        String workspace = Own.workspace(view);
        Page page = page(
                view,
                "Triggers",
                "triggers.peb",
                open == null
                        ? null
                        : open.status().stream()
                                .filter(one ->
                                        Own.host(view) || one.workspaceId().equals(workspace))
                                .map(this::row)
                                .toList());
        Map<String, Object> values = new LinkedHashMap<>(page.values());
        values.put("kinds", open == null ? List.of() : open.kinds());
        return new Page(page.title(), page.template(), values);
    }

    private static Page page(View view, String title, String template, @Nullable List<Map<String, Object>> rows) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", rows != null);
        if (rows != null) {
            values.put("rows", rows.stream().skip(view.offset()).limit(SIZE).toList());
            values.put("offset", view.offset());
            values.put("total", rows.size());
        }
        return Page.of(title, SchedulesPanel.class, template, values);
    }

    private Map<String, Object> row(Handoff one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", one.name());
        row.put("prompt", one.prompt());
        row.put("cron", one.cron());
        row.put("nextAt", one.nextAt());
        row.put("lastRunId", one.lastRunId());
        row.put("profile", one.profileId());
        row.put("role", Runs.role(one.profileId(), profiles));
        row.put("change", "");
        row.put(
                "remove",
                Acts.button("remove", "Remove", "End this schedule? It does not start again.", Map.of("id", one.id())));
        return row;
    }

    private Map<String, Object> row(TriggerStatus one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", one.id());
        row.put("kind", one.kind());
        row.put("workspace", one.workspaceId());
        row.put("role", one.profileId() == null ? "everybody" : Runs.role(one.profileId(), profiles));
        row.put("state", one.state());
        row.put("problems", one.problems());
        row.put("lastIngressAt", one.lastIngressAt());
        row.put("nextAt", one.nextAt());
        row.put("signals", one.counts().signals());
        row.put("refused", one.counts().refused());
        row.put("failures", one.counts().failures());
        return row;
    }
}
