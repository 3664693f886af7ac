package tacit.panel.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.http.HttpProblem;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Words;

/** All that is remembered, each with where it comes from and what it said before; an operator has it forgotten. */
@Component(service = Panel.class)
public final class MemoryPanel implements Panel {

    private static final int SIZE = 50;
    private static final MemoryFilter ANY =
            new MemoryFilter(null, List.of(), null, null, List.of(), null, null, null, new TreeMap<>());
    private static final String FORGOTTEN = "forgotten";

    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public MemoryPanel(@Reference MemoryStore memories, @Reference AuditLog audit) {
        this.memories = memories;
        this.audit = audit;
    }

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory hub";
    }

    @Override
    public Group group() {
        return Group.MEMORY;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Page show(View view) {
        if (view.path().isEmpty()) {
            return list(view);
        }
        String id = view.path().get(0);
        return id.equals(FORGOTTEN)
                ? Page.of("Forgotten", MemoryPanel.class, "forgotten.peb", Map.of())
                : one(view.principal().scope(), memory(view.principal().scope(), id));
    }

    @Override
    public Done act(View view, String act) {
        if (!act.equals("forget")) {
            throw Acts.unknown(act);
        }
        Scope scope = view.principal().scope();
        MemoryRecord memory = memory(scope, Fields.required(view, "id"));
        // One that holds everywhere is found from each workspace, and belongs to one
        if (!memory.workspaceId().equals(scope.workspaceId())) {
            throw new HttpProblem(409, "This memory belongs to another workspace, which alone can forget it");
        }
        boolean withEvidence = view.parameter("evidence").isPresent();
        audit.write(
                view.principal().name(),
                "memory.forget",
                memory.id(),
                Map.of("workspace", scope.workspaceId(), "with.evidence", String.valueOf(withEvidence)));
        int gone = Acts.done(() -> memories.delete(scope, List.of(memory.id()), withEvidence));
        return new Done(gone + (gone == 1 ? " memory is" : " memories are") + " forgotten with all copies", FORGOTTEN);
    }

    private Page list(View view) {
        String kind = view.parameter("kind").orElse("");
        MemoryState state = Fields.choice(MemoryState.class, view, "state");
        MemoryFilter filter = new MemoryFilter(
                view.parameter("layer").orElse(null),
                kind.isEmpty() ? List.of() : List.of(kind),
                null,
                state,
                List.of(),
                view.parameter("q").orElse(null),
                null,
                null,
                new TreeMap<>());
        var page = memories.list(view.principal().scope(), filter, new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", page.rows());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("layer", view.parameter("layer"));
        values.put("kind", kind);
        values.put("state", state);
        values.put("states", Words.choicesOrAny(MemoryState.class));
        values.put("q", view.parameter("q"));
        values.put("filtered", !filter.equals(ANY));
        return Page.of("", MemoryPanel.class, "memories.peb", values);
    }

    private Page one(Scope scope, MemoryRecord memory) {
        List<MemoryRecord> history = memories.history(scope, memory.id());
        List<Map<String, Object>> changes = new ArrayList<>();
        for (int i = 1; i < history.size(); i++) {
            if (!history.get(i).text().equals(history.get(i - 1).text())) {
                changes.add(Map.of(
                        "at", history.get(i).updatedAt(),
                        "before", history.get(i - 1).text(),
                        "after", history.get(i).text()));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("memory", memory);
        values.put("evidence", Provenance.rows(memory.evidence()));
        values.put("attributes", Provenance.parts(memory.attributes()));
        values.put("history", history);
        values.put("changes", changes);
        values.put("own", memory.workspaceId().equals(scope.workspaceId()));
        return Page.of(memory.subject(), MemoryPanel.class, "memory.peb", values);
    }

    private MemoryRecord memory(Scope scope, String id) {
        return memories.find(scope, id)
                .orElseThrow(() -> new HttpProblem(404, "There is no memory '" + id + "' in this workspace"));
    }
}
