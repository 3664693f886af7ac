package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Words;

/** Which stages of the core run and what came of them, with the switches; what pulses decided last, and why. */
@Component(service = Panel.class)
public final class HeartbeatPanel implements Panel {

    private static final int SIZE = 50;
    private static final int LONGEST_REASON = 1_000;
    private static final String ALL = "all";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CoreSwitches switches;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable PulseDesk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AutomationProfiles profiles;

    @Override
    public String id() {
        return "heartbeat";
    }

    @Override
    public String title() {
        return "Heartbeat";
    }

    @Override
    public Group group() {
        return Group.CORE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<String> live() {
        return Set.of("dispatch.changed");
    }

    @Override
    public Page show(View view) {
        String workspace = Own.workspace(view);
        PulseDesk open = desk;
        if (!view.path().isEmpty()) {
            return Runs.page(
                    Acts.there(open, "runs pulses"), pulse(view, view.path().get(0)), profiles);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("host", Own.host(view));
        stages(Own.host(view), values);
        values.put("pulses", open != null);
        values.put("profiles", Own.choices(view, profiles));
        values.put("profile", view.parameter("profile").orElse(""));
        if (open != null) {
            decisions(view, workspace, open, values);
        }
        return Page.of("", HeartbeatPanel.class, "heartbeat.peb", values);
    }

    @Override
    public Done act(View view, String act) {
        if (!act.equals("on") && !act.equals("off")) {
            throw Acts.unknown(act);
        }
        Own.needHost(view);
        CoreSwitches all = Acts.there(switches, "keeps the switches");
        String word = Fields.required(view, "stage");
        CoreStage stage = word.equals(ALL) ? null : Fields.chosen(CoreStage.class, view, "stage");
        String reason = Fields.optional(view, "reason", LONGEST_REASON);
        return Acts.done(() -> {
            all.turn(
                    stage,
                    act.equals("on"),
                    view.principal().name(),
                    reason == null ? "turned in Mission Control" : reason);
            return Done.here(
                    (stage == null ? "The switch over all stages" : "The switch of " + Words.of(stage)) + " is " + act);
        });
    }

    private PulseRun pulse(View view, String id) {
        PulseRun run = Runs.found(view, desk, id);
        if (run.type() != PulseRun.Type.PULSE) {
            throw new HttpProblem(404, "This run is no pulse");
        }
        return run;
    }

    private void stages(boolean host, Map<String, Object> values) {
        CoreSwitches all = switches;
        values.put("known", all != null);
        if (all == null) {
            return;
        }
        List<CoreSwitches.Status> stages = all.status();
        values.put("stages", stages.stream().map(stage -> row(stage, host)).toList());
        values.put("running", stages.stream().filter(CoreSwitches.Status::on).count());
        // What was looked at in all workspaces is for who answers for all of them
        values.put(
                "untaken",
                stages.stream()
                        .filter(stage -> host && !stage.whyNot().isEmpty())
                        .map(stage ->
                                Map.of("stage", Words.of(stage.stage()), "text", String.join("\n", stage.whyNot())))
                        .toList());
    }

    private static Map<String, Object> row(CoreSwitches.Status status, boolean host) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stage", status.stage());
        row.put("state", status.on() ? "on" : "off");
        row.put(
                "remark",
                status.warning() ? "Produced nothing in " + status.dryRuns() + " runs: look at why" : status.why());
        row.put("runs", status.runs());
        row.put("products", status.products());
        row.put("lastRunAt", status.lastRunAt());
        row.put("change", "");
        if (host) {
            row.put("turn", turn(status));
        }
        return row;
    }

    private static Map<String, Object> turn(CoreSwitches.Status status) {
        return Acts.button(
                status.on() ? "off" : "on",
                status.on() ? "Turn off" : "Turn on",
                (status.on() ? "Turn off " : "Turn on ") + Words.of(status.stage()) + " for the whole host?",
                Map.of("stage", status.stage().name().toLowerCase(Locale.ROOT)));
    }

    private void decisions(View view, String workspace, PulseDesk open, Map<String, Object> values) {
        PulseDesk.Filter filter =
                new PulseDesk.Filter(view.parameter("profile").orElse(null), workspace, PulseRun.Type.PULSE, null);
        var page = open.runs(filter, new PageRequest(view.offset(), SIZE));
        values.put("rows", Runs.rows(page.rows(), profiles));
        values.put("offset", page.offset());
        values.put("total", page.total());
    }
}
