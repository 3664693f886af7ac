package tacit.panel.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.HttpProblem;
import tacit.api.memory.ExternalMemories;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** Memories outside this host: how they are set, how they do, and a harmless question to each. */
@Component(service = Panel.class)
public final class ExternalPanel implements Panel {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ExternalMemories memories;

    private final AuditLog audit;

    @Activate
    public ExternalPanel(@Reference AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String id() {
        return "external";
    }

    @Override
    public String title() {
        return "External memories";
    }

    @Override
    public Group group() {
        return Group.MEMORY;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public AccessRole role() {
        return AccessRole.OPERATOR;
    }

    @Override
    public Page show(View view) {
        requireHost(view);
        ExternalMemories open = memories;
        List<ExternalMemories.Status> all = open == null ? List.of() : open.status();
        return Page.of(
                "",
                ExternalPanel.class,
                "external.peb",
                Map.of(
                        "known",
                        open != null,
                        "rows",
                        all.stream().map(ExternalPanel::row).toList()));
    }

    @Override
    public Done act(View view, String act) {
        requireHost(view);
        if (!act.equals("check")) {
            throw Acts.unknown(act);
        }
        ExternalMemories open = Acts.there(memories, "knows memories outside");
        String id = Fields.required(view, "id");
        if (open.status().stream().noneMatch(status -> status.id().equals(id))) {
            throw new HttpProblem(404, "No memory outside has the id '" + id + "'");
        }
        audit.write(view.principal().name(), "external.check", id, Map.of());
        return Acts.done(() -> Done.here(id + ": " + open.check(id)));
    }

    private static void requireHost(View view) {
        if (!view.principal().scope().equals(Scope.ofDefaultWorkspace())) {
            throw new HttpProblem(403, "This concerns the whole host: it needs an operator of the default workspace");
        }
    }

    private static Map<String, Object> row(ExternalMemories.Status status) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", status.id());
        row.put("enabled", status.state().enabled() ? "on" : "off");
        row.put("configured", status.state().configured() ? "yes" : "something is missing");
        row.put("pausedUntil", status.state().pausedUntil());
        row.put("waiting", status.waiting());
        row.put("copied", status.copied());
        row.put("held", status.held());
        row.put("forgetting", status.forgetting());
        row.put("settings", Provenance.parts(status.state().settings()));
        return row;
    }
}
