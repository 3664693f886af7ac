package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.View;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Words;

/** Pulses, dispatches and their steps as panels show them. */
final class Runs {

    private static final int AMONG = 200;

    private Runs() {}

    /** A row; the role of its profile where somebody knows it. */
    static Map<String, Object> row(PulseRun run, @Nullable AutomationProfiles profiles) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", run.id());
        row.put("type", run.type());
        row.put("kind", run.kind() == null ? "no kind" : Words.of(run.kind()));
        row.put("state", run.state());
        row.put("outcome", run.outcome());
        row.put("rule", run.rule());
        row.put("what", run.error() == null ? run.summary() : run.error());
        row.put("profile", run.profileId());
        row.put("role", role(run.profileId(), profiles));
        row.put("createdAt", run.createdAt());
        row.put("open", "Open");
        return row;
    }

    static List<Map<String, Object>> rows(List<PulseRun> runs, @Nullable AutomationProfiles profiles) {
        return runs.stream().map(run -> row(run, profiles)).toList();
    }

    /** The role of a profile; its id where nobody knows. */
    static String role(String profile, @Nullable AutomationProfiles profiles) {
        return profiles == null
                ? profile
                : profiles.find(profile).map(one -> one.agentRoleId()).orElse(profile);
    }

    /** A run of the workspace. */
    static PulseRun found(View view, @Nullable PulseDesk desk, String id) {
        String workspace = Own.workspace(view);
        return Acts.there(desk, "runs pulses")
                .run(id)
                .filter(run -> workspace.equals(run.workspaceId()))
                .orElseThrow(() -> new HttpProblem(404, "There is no run '" + id + "' in this workspace"));
    }

    /** The page of a run with its steps. */
    static Page page(PulseDesk desk, PulseRun run, @Nullable AutomationProfiles profiles) {
        Map<String, Object> values = new LinkedHashMap<>(row(run, profiles));
        values.put("run", run);
        values.put("evidence", References.rows(run.evidence()));
        values.put("steps", run.type() == PulseRun.Type.DISPATCH ? rows(desk.steps(run.id()), profiles) : List.of());
        values.put("made", run.type() == PulseRun.Type.PULSE ? rows(made(desk, run), profiles) : List.of());
        values.put("parentPanel", parent(desk, run));
        values.put("costs", run.cost().micros() / 1e6);
        values.put("ended", run.state().ended());
        String title =
                switch (run.type()) {
                    case PULSE -> "Pulse of ";
                    case DISPATCH -> "Dispatch for ";
                    case STEP -> "Step for ";
                };
        return Page.of(title + values.get("role"), Runs.class, "run.peb", values);
    }

    /** What a pulse started, among the newest dispatches of its profile. */
    private static List<PulseRun> made(PulseDesk desk, PulseRun pulse) {
        PulseDesk.Filter dispatches =
                new PulseDesk.Filter(pulse.profileId(), pulse.workspaceId(), PulseRun.Type.DISPATCH, null);
        return desk.runs(dispatches, PageRequest.first(AMONG)).rows().stream()
                .filter(run -> pulse.id().equals(run.parentId()))
                .toList();
    }

    /** The panel of the run that made it; empty for none. */
    private static String parent(PulseDesk desk, PulseRun run) {
        String parent = run.parentId();
        if (parent == null) {
            return "";
        }
        return desk.run(parent)
                .map(one -> one.type() == PulseRun.Type.PULSE ? "heartbeat" : "dispatches")
                .orElse("");
    }
}
