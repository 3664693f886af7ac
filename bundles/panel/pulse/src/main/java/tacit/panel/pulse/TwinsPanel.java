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
import tacit.api.pulse.Twin;
import tacit.api.pulse.Twins;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** Presets of personas, and the roles that were made of them; they own no heartbeat and no memory. */
@Component(service = Panel.class)
public final class TwinsPanel implements Panel {

    private static final int SIZE = 50;
    private static final int LONGEST = 100;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Twins twins;

    @Override
    public String id() {
        return "twins";
    }

    @Override
    public String title() {
        return "Twins";
    }

    @Override
    public Group group() {
        return Group.CORE;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Page show(View view) {
        String workspace = Own.workspace(view);
        Twins open = twins;
        if (open == null) {
            return Page.of("", TwinsPanel.class, "twins.peb", Map.of("known", false));
        }
        return view.path().isEmpty()
                ? list(view, workspace, open)
                : one(workspace, open, view.path().get(0));
    }

    @Override
    public Done act(View view, String act) {
        String workspace = Own.workspace(view);
        Twins open = Acts.there(twins, "keeps twins");
        String by = view.principal().name();
        return Acts.done(() -> switch (act) {
            case "activate" ->
                Done.here("The role "
                        + open.activate(workspace, Fields.required(view, "template", LONGEST), by)
                                .roleId() + " speaks as this preset now");
            case "end" -> ended(open.deactivate(workspace, Fields.required(view, "role", LONGEST), by));
            default -> throw Acts.unknown(act);
        });
    }

    private static Done ended(boolean done) {
        if (!done) {
            throw new HttpProblem(404, "There is no such twin in this workspace");
        }
        return Done.here("The twin is ended");
    }

    private static Page list(View view, String workspace, Twins open) {
        List<Twin> presets = open.templates();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put(
                "active", open.active(workspace).stream().map(TwinsPanel::row).toList());
        values.put(
                "rows",
                presets.stream()
                        .skip(view.offset())
                        .limit(SIZE)
                        .map(TwinsPanel::row)
                        .toList());
        values.put("offset", view.offset());
        values.put("total", presets.size());
        return Page.of("", TwinsPanel.class, "twins.peb", values);
    }

    private static Page one(String workspace, Twins open, String id) {
        Twin twin = open.templates().stream()
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "There is no preset '" + id + "'"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("twin", twin);
        values.put(
                "active",
                open.active(workspace).stream()
                        .filter(active -> active.twin().id().equals(id))
                        .map(TwinsPanel::row)
                        .toList());
        return Page.of(twin.name(), TwinsPanel.class, "twin.peb", values);
    }

    private static Map<String, Object> row(Twin twin) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", twin.id());
        row.put("name", twin.name());
        row.put("category", twin.category());
        row.put("description", twin.description());
        row.put("capabilities", twin.capabilities());
        return row;
    }

    private static Map<String, Object> row(Twins.Active active) {
        Map<String, Object> row = row(active.twin());
        row.put("role", active.roleId());
        row.put("version", active.twin().version());
        row.put("change", "");
        row.put(
                "end",
                Acts.button(
                        "end",
                        "End",
                        "End this twin? The role does not speak as it any more.",
                        Map.of("role", active.roleId())));
        return row;
    }
}
