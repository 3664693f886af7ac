package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
import tacit.api.pulse.PulseRun;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** The work that pulses, reflections and suggestions started: how it stands, its steps, and the hand that stops it. */
@Component(service = Panel.class)
public final class DispatchesPanel implements Panel {

    private static final int SIZE = 50;
    private static final int LONGEST = 1_000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable PulseDesk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AutomationProfiles profiles;

    @Override
    public String id() {
        return "dispatches";
    }

    @Override
    public String title() {
        return "Dispatches";
    }

    @Override
    public Group group() {
        return Group.CORE;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> live() {
        return Set.of("dispatch.changed", "execution.ended");
    }

    @Override
    public Page show(View view) {
        String workspace = Own.workspace(view);
        PulseDesk open = desk;
        if (open == null) {
            return Page.of("", DispatchesPanel.class, "dispatches.peb", Map.of("known", false));
        }
        return view.path().isEmpty()
                ? list(view, workspace, open)
                : Runs.page(open, found(view, view.path().get(0)), profiles);
    }

    @Override
    public Done act(View view, String act) {
        if (!act.equals("cancel")) {
            throw Acts.unknown(act);
        }
        PulseDesk open = Acts.there(desk, "runs pulses");
        PulseRun run = found(view, Fields.required(view, "id"));
        String reason = Fields.optional(view, "reason", LONGEST);
        if (!Acts.done(() -> open.cancel(run.id(), view.principal().name(), reason == null ? "" : reason))) {
            throw new HttpProblem(409, "It has ended, or is no dispatch");
        }
        return Done.here("It is stopped");
    }

    private Page list(View view, String workspace, PulseDesk open) {
        PulseRun.State state = Fields.choice(PulseRun.State.class, view, "state");
        String profile = view.parameter("profile").orElse("");
        var page = open.runs(
                new PulseDesk.Filter(profile.isEmpty() ? null : profile, workspace, PulseRun.Type.DISPATCH, state),
                new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put("rows", Runs.rows(page.rows(), profiles));
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("state", state == null ? "" : state);
        values.put("profile", profile);
        values.put("profiles", Own.choices(view, profiles));
        return Page.of("", DispatchesPanel.class, "dispatches.peb", values);
    }

    private PulseRun found(View view, String id) {
        PulseRun run = Runs.found(view, desk, id);
        if (run.type() == PulseRun.Type.PULSE) {
            throw new HttpProblem(404, "This run is a pulse: it stands under Heartbeat");
        }
        return run;
    }
}
