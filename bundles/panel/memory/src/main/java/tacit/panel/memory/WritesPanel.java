package tacit.panel.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** Writes to a memory that wait for somebody: an operator lets them be done, changes their words, or drops them. */
@Component(service = Panel.class)
public final class WritesPanel implements Panel {

    private static final int SIZE = 50;
    private static final String ALL = "all";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable WriteGate gate;

    @Override
    public String id() {
        return "writes";
    }

    @Override
    public String title() {
        return "Write review";
    }

    @Override
    public Group group() {
        return Group.MEMORY;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<String> live() {
        return Set.of("write.waiting", "write.answered");
    }

    @Override
    public Page show(View view) {
        WriteGate open = gate;
        if (open == null) {
            return Page.of("", WritesPanel.class, "writes.peb", Map.of("known", false));
        }
        return view.path().isEmpty()
                ? list(view, open)
                : one(write(view, view.path().get(0)));
    }

    @Override
    public Done act(View view, String act) {
        PendingWrite waiting = write(view, Fields.required(view, "id"));
        if (waiting.status() != PendingWrite.Status.PENDING && waiting.status() != PendingWrite.Status.APPLYING) {
            throw new HttpProblem(409, "This write does not wait any more");
        }
        WriteGate open = Acts.there(gate, "keeps writes");
        Principal by = view.principal();
        String why = view.parameter("resolution").orElse(null);
        return Acts.done(() -> switch (act) {
            case "approve" -> said(open.approve(by.scope(), waiting.id(), by.name(), why));
            case "edit" ->
                said(open.approveEdited(by.scope(), waiting.id(), Fields.required(view, "text"), by.name(), why));
            case "reject" -> said(open.reject(by.scope(), waiting.id(), by.name(), why));
            default -> throw Acts.unknown(act);
        });
    }

    private static Done said(PendingWrite write) {
        return Done.here(
                switch (write.status()) {
                    case APPLIED -> "The write is done";
                    case REJECTED -> "The write is dropped";
                    case FAILED -> "The write could not be done: " + write.resolution();
                    case PENDING, APPLYING -> "The write is being done";
                });
    }

    private Page list(View view, WriteGate open) {
        PendingWrite.Status status = view.parameter("status").orElse("").equals(ALL)
                ? null
                : view.parameter("status").isEmpty()
                        ? PendingWrite.Status.PENDING
                        : Fields.choice(PendingWrite.Status.class, view, "status");
        var page = open.list(view.principal().scope(), status, new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put("rows", page.rows().stream().map(WritesPanel::row).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("status", status);
        return Page.of("", WritesPanel.class, "writes.peb", values);
    }

    private static Page one(PendingWrite pending) {
        MemoryWrite write = pending.write();
        Map<String, Object> values = new LinkedHashMap<>(row(pending));
        String content = write.payload().getOrDefault(MemoryWrite.CONTENT, "");
        values.put("content", content);
        values.put("old", write.oldValue() == null ? "" : write.oldValue());
        values.put("reason", write.reason() == null ? "" : write.reason());
        values.put("task", write.taskId());
        values.put("payload", Provenance.parts(write.payload()));
        values.put("evidence", Provenance.rows(write.evidence()));
        values.put("reviewedAt", pending.reviewedAt());
        values.put("reviewedBy", pending.reviewedBy());
        values.put("resolution", pending.resolution());
        values.put(
                "waits",
                pending.status() == PendingWrite.Status.PENDING || pending.status() == PendingWrite.Status.APPLYING);
        return Page.of(pending.summary(), WritesPanel.class, "write.peb", values);
    }

    private static Map<String, Object> row(PendingWrite pending) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", pending.id());
        row.put("summary", pending.summary());
        row.put("target", pending.write().target());
        row.put("action", pending.write().action());
        row.put("origin", pending.write().origin());
        row.put("risk", pending.risk());
        row.put("status", pending.status());
        row.put("createdAt", pending.createdAt());
        return row;
    }

    private PendingWrite write(View view, String id) {
        return Acts.there(gate, "keeps writes")
                .find(view.principal().scope(), id)
                .orElseThrow(() -> new HttpProblem(404, "There is no write '" + id + "' in this workspace"));
    }
}
