package tacit.panel.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.event.Events;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.harness.Harness;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.api.trace.TraceStore;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Rows;
import tacit.panel.forms.Sought;

/** How the host does: what does not work and what mends it, what waits to be learned from, the store and the process. */
@Component(service = Panel.class)
public final class HostPanel implements Panel {

    private static final int SIZE = 50;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(tacit.entry=problems)")
    volatile @Nullable Supplier<List<String>> problems;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Harness> harness;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Generations> generations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Database database;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable TraceStore traces;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Override
    public String id() {
        return "host";
    }

    @Override
    public String title() {
        return "Host status";
    }

    @Override
    public Group group() {
        return Group.HOST;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<String> live() {
        return Set.of("generation.activated", "trace.recorded", "learning.reported");
    }

    @Override
    public Page show(View view) {
        Acts.wholeHost(view);
        Supplier<List<String>> said = problems;
        List<Map<String, Object>> findings =
                new ArrayList<>(Findings.of(said == null ? null : said.get(), Sought.of(harness), database));
        Map<String, Object> values = new LinkedHashMap<>();
        stored(view, values, findings);
        values.put("findings", findings);
        values.put("machine", Machine.now());
        Generations all = Sought.of(generations);
        values.put(
                "generation",
                all == null ? null : all.active().map(Generation::number).orElse(null));
        Events news = events;
        values.put("told", news == null ? null : news.latest());
        return Page.of("", HostPanel.class, "host.peb", values);
    }

    /** What the store holds; a store that refuses is a finding, and the rest of the page stands. */
    private void stored(View view, Map<String, Object> values, List<Map<String, Object>> findings) {
        TraceStore store = traces;
        values.put("stores", false);
        if (store == null) {
            return;
        }
        try {
            List<Map<String, Object>> workspaces = Findings.workspaces(store);
            values.put("rows", Rows.page(workspaces, view.offset(), SIZE));
            values.put("offset", view.offset());
            values.put("total", workspaces.size());
            values.put("traces", sum(workspaces, "traces"));
            values.put("waiting", sum(workspaces, "waiting"));
            List<Map<String, Object>> agents = Findings.agents(store);
            values.put("agents", Rows.page(agents, 0, SIZE));
            values.put("others", Math.max(0, agents.size() - SIZE));
            values.put("stores", true);
        } catch (StoreException e) {
            findings.add(Findings.refused(e));
        }
    }

    private static long sum(List<Map<String, Object>> rows, String name) {
        return rows.stream()
                .mapToLong(row -> ((Number) row.getOrDefault(name, 0)).longValue())
                .sum();
    }
}
