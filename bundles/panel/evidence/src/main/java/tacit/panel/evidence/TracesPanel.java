package tacit.panel.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceDecisions;
import tacit.api.trace.TraceSearch;
import tacit.api.trace.TraceStore;

/** What agents did: a list that is read in pages, and each run with its spans. */
@Component(service = Panel.class)
public final class TracesPanel implements Panel {

    private static final int SIZE = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable TraceSearch search;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable TraceDecisions decisions;

    private final TraceStore traces;

    @Activate
    public TracesPanel(@Reference TraceStore traces) {
        this.traces = traces;
    }

    @Override
    public String id() {
        return "traces";
    }

    @Override
    public String title() {
        return "Traces";
    }

    @Override
    public Group group() {
        return Group.WORK;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<String> live() {
        return Set.of("trace.recorded", "outcome.recorded");
    }

    @Override
    public Page show(View view) {
        return view.path().isEmpty() ? list(view) : one(view, view.path().get(0));
    }

    private Page list(View view) {
        TraceConditions conditions = TraceConditions.of(view);
        TraceSearch words = search;
        PageRequest asked = new PageRequest(view.offset(), SIZE);
        Map<String, Object> values = new LinkedHashMap<>(conditions.values());
        values.put("searches", words != null);
        if (conditions.words().isEmpty() || words == null) {
            fill(values, traces.list(view.principal().scope(), conditions.filter(), asked));
        } else {
            TraceSearch.Found found =
                    words.search(view.principal().scope(), conditions.filter(), conditions.words(), asked);
            fill(values, found.page());
            values.put("bounded", found.bounded());
            values.put("looked", found.looked());
            values.put("all", found.all());
        }
        return Page.of("", TracesPanel.class, "traces.peb", values);
    }

    private static void fill(Map<String, Object> values, tacit.api.store.Page<Trace> page) {
        values.put("rows", page.rows().stream().map(TracesPanel::row).toList());
        values.put("offset", page.offset());
        values.put("shown", page.rows().size());
        values.put("total", page.total());
    }

    private Page one(View view, String id) {
        RecordedTrace recorded = traces.find(view.principal().scope(), id)
                .orElseThrow(() -> new HttpProblem(404, "There is no trace '" + id + "' in this workspace"));
        Map<String, Object> values = new LinkedHashMap<>(TraceFacts.of(recorded));
        values.put("outcomes", traces.outcomes(view.principal().scope(), id));
        values.put("spans", Waterfall.of(recorded));
        values.put("more", Math.max(0, recorded.spans().size() - Waterfall.MOST));
        values.put("injected", Waterfall.injected(recorded));
        values.putAll(new CallDecisions(decisions).values(view.principal(), recorded));
        return Page.of("Trace " + id, TracesPanel.class, "trace.peb", values);
    }

    static Map<String, Object> row(Trace trace) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", trace.id());
        put(row, "startedAt", trace.startedAt());
        put(row, "took", trace.duration().isZero() ? null : trace.duration());
        put(row, "agent", trace.agent());
        put(row, "task", trace.taskKey());
        put(row, "user", trace.userId());
        row.put("status", trace.status());
        row.put("outcome", trace.outcome().label());
        put(row, "generation", trace.harnessGeneration());
        return row;
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value);
        }
    }
}
