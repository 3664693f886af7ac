package tacit.panel.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;

/** What agents did: a list that is read in pages, and each run with its spans. */
@Component(service = Panel.class)
public final class TracesPanel implements Panel {

    private static final int SIZE = 50;

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
        TraceFilter filter = new TraceFilter(
                view.parameter("agent").orElse(null),
                view.parameter("task").orElse(null),
                view.parameter("batch").orElse(null),
                choice(OutcomeLabel.class, view, "outcome"),
                choice(TraceStatus.class, view, "status"),
                null,
                null);
        var page = traces.list(view.principal().scope(), filter, new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", page.rows().stream().map(TracesPanel::row).toList());
        values.put("offset", page.offset());
        values.put("shown", page.rows().size());
        values.put("total", page.total());
        values.put("filtered", !filter.equals(TraceFilter.ALL));
        values.put("outcomes", words(OutcomeLabel.values()));
        values.put("states", words(TraceStatus.values()));
        for (String name : List.of("agent", "task", "batch", "outcome", "status")) {
            values.put(name, view.parameter(name).orElse(""));
        }
        return Page.of("", TracesPanel.class, "traces.peb", values);
    }

    private Page one(View view, String id) {
        RecordedTrace recorded = traces.find(view.principal().scope(), id)
                .orElseThrow(() -> new HttpProblem(404, "There is no trace '" + id + "' in this workspace"));
        Map<String, Object> values = new LinkedHashMap<>(TraceFacts.of(recorded));
        values.put("outcomes", traces.outcomes(view.principal().scope(), id));
        values.put("spans", Waterfall.of(recorded));
        values.put("more", Math.max(0, recorded.spans().size() - Waterfall.MOST));
        values.put("injected", Waterfall.injected(recorded));
        return Page.of("Trace " + id, TracesPanel.class, "trace.peb", values);
    }

    static Map<String, Object> row(Trace trace) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", trace.id());
        put(row, "startedAt", trace.startedAt());
        put(row, "took", trace.duration().isZero() ? null : trace.duration());
        put(row, "agent", trace.agent());
        put(row, "task", trace.taskKey());
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

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, View view, String name) {
        String word = view.parameter(name).orElse("");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        if (!word.isEmpty()) {
            throw new HttpProblem(400, name + " must be one of those offered");
        }
        return null;
    }

    private static List<String> words(Enum<?>... constants) {
        List<String> words = new ArrayList<>(List.of(""));
        for (Enum<?> constant : constants) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
