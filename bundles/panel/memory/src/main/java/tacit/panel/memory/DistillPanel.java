package tacit.panel.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.http.HttpProblem;
import tacit.api.memory.CoreMemoryDistiller;
import tacit.api.memory.Distillation;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WriteGate;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;

/** Runs that memories were learnt from: what might have been remembered of each, on which evidence, and what became of it. */
@Component(service = Panel.class)
public final class DistillPanel implements Panel {

    private static final int SIZE = 50;
    private static final String TRACE = "trace";

    /** The page of what the last runs would give together. */
    private static final String TOGETHER = "together";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CoreMemoryDistiller distiller;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable MemoryLearning learning;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable WriteGate gate;

    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public DistillPanel(@Reference MemoryStore memories, @Reference AuditLog audit) {
        this.memories = memories;
        this.audit = audit;
    }

    @Override
    public String id() {
        return "distill";
    }

    @Override
    public String title() {
        return "Distill runs";
    }

    @Override
    public Group group() {
        return Group.MEMORY;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Page show(View view) {
        if (view.path().isEmpty()) {
            return list(view);
        }
        String id = view.path().get(0);
        return id.equals(TOGETHER) && view.path().size() == 1 ? together(view) : one(view, id);
    }

    @Override
    public Done act(View view, String act) {
        if (!act.equals("distill")) {
            throw Acts.unknown(act);
        }
        MemoryLearning open = Acts.there(learning, "learns from runs");
        Scope scope = view.principal().scope();
        Optional<String> trace = view.parameter(TRACE);
        audit.write(
                view.principal().name(),
                "memory.distill",
                trace.orElse(scope.workspaceId()),
                Map.of("workspace", scope.workspaceId()));
        return Acts.done(() -> said(trace.map(id -> open.learn(scope, id)).orElseGet(() -> open.learnOffline(scope))));
    }

    private static Done said(LearningReceipt receipt) {
        String found = receipt.accepted() + " of " + receipt.candidates() + " candidates are worth remembering";
        return Done.here(
                switch (receipt.status()) {
                    case OFF -> "Nothing was read: learning is off";
                    case SKIPPED -> "There was nothing to learn from";
                    case DONE ->
                        receipt.failures().isEmpty()
                                ? found + ", " + receipt.known() + " were done before"
                                : found + ", but this failed: " + String.join(", ", receipt.failures());
                });
    }

    private Page list(View view) {
        String kind = view.parameter("kind").orElse("");
        if (!List.of("", "run", "round").contains(kind)) {
            throw new HttpProblem(400, "kind must be one of those offered");
        }
        MemoryFilter runs =
                MemoryFilter.active(MemoryLearning.LAYER).withKinds(kind.isEmpty() ? List.of() : List.of(kind));
        var page = memories.list(view.principal().scope(), runs, new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", page.rows().stream().map(DistillRows::of).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("kind", kind);
        values.put("learns", learning != null);
        values.put("off", learning != null && !on());
        return Page.of("", DistillPanel.class, "distills.peb", values);
    }

    private boolean on() {
        MemoryLearning open = learning;
        try {
            return open != null && open.switches().enabled();
        } catch (IllegalStateException e) {
            // Nobody distills now, so nothing is learnt
            return false;
        }
    }

    private Page one(View view, String id) {
        Scope scope = view.principal().scope();
        MemoryRecord run = run(scope, id)
                .orElseThrow(() -> new HttpProblem(404, "Nothing was learnt from '" + id + "' in this workspace"));
        String trace = run.attribute(TRACE).orElse("");
        Fates fates = new Fates(memories, gate, scope, run);
        Map<String, Object> values = new LinkedHashMap<>(DistillRows.of(run));
        values.put("then", values.getOrDefault("candidates", 0L));
        values.put("trace", trace);
        values.put("evidence", Provenance.rows(run.evidence()));
        values.put("fates", fates.rows());
        values.put("learns", learning != null);
        Distillation again = trace.isEmpty() ? null : again(scope, trace, view);
        values.put("again", again != null);
        values.put(
                "candidates",
                again == null
                        ? List.of()
                        : again.candidates().stream().map(fates::candidate).toList());
        return Page.of(
                trace.isEmpty() ? "Several runs together" : "Learnt from " + trace,
                DistillPanel.class,
                "distill.peb",
                values);
    }

    /** What was learnt from a trace, or the record with this id. */
    private Optional<MemoryRecord> run(Scope scope, String id) {
        MemoryFilter of = MemoryFilter.active(MemoryLearning.LAYER).withAttributes(new TreeMap<>(Map.of(TRACE, id)));
        return memories.list(scope, of, PageRequest.first(1)).rows().stream()
                .findFirst()
                .or(() -> memories.find(scope, id)
                        .filter(record -> record.layer().equals(MemoryLearning.LAYER))
                        .filter(record -> record.state() == MemoryState.ACTIVE));
    }

    /** The run is read again, which changes nothing; null where nobody distills. */
    private @Nullable Distillation again(Scope scope, String trace, View view) {
        CoreMemoryDistiller open = distiller;
        try {
            return open == null ? null : open.runHotPath(scope, trace, view.now());
        } catch (IllegalStateException e) {
            // The role has no provider now: the page says that nobody can say
            return null;
        }
    }

    private Page together(View view) {
        CoreMemoryDistiller open = Acts.there(distiller, "distills");
        Scope scope = view.principal().scope();
        Distillation found = Acts.done(() -> open.runOffline(scope, view.now()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", found.status());
        values.put("traces", found.traces().size());
        values.put("pruned", found.pruned());
        values.put(
                "candidates",
                found.candidates().stream().map(DistillRows::candidate).toList());
        values.put("learns", learning != null);
        return Page.of("What the last runs would give together", DistillPanel.class, "together.peb", values);
    }
}
