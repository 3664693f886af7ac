package tacit.panel.host;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditFilter;
import tacit.api.access.AuditSearch;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;

/** Who did what and when, as it was written before each effect. */
@Component(service = Panel.class)
public final class AuditPanel implements Panel {

    private static final int SIZE = 50;
    private static final int MOST = 8;

    private static final Map<String, Duration> SPANS = Map.of(
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30));

    /** The panel that shows what an action is about, by the begin of the action. */
    private static final Map<String, String> PANELS = Map.of(
            "cluster.", "clusters",
            "experiment.", "experiments",
            "generation.", "generations",
            "setting.", "settings",
            "bundle.", "bundles");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AuditSearch audit;

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public String title() {
        return "Audit";
    }

    @Override
    public Group group() {
        return Group.HOST;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public AccessRole role() {
        return AccessRole.OPERATOR;
    }

    @Override
    public Page show(View view) {
        Acts.wholeHost(view);
        AuditSearch log = audit;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", log != null);
        for (String name : List.of("who", "what", "subject", "since")) {
            values.put(name, view.parameter(name).orElse(""));
        }
        values.put("filtered", !filter(view).equals(AuditFilter.ALL));
        if (log != null) {
            tacit.api.store.Page<AuditEntry> page = log.find(filter(view), new PageRequest(view.offset(), SIZE));
            values.put("rows", page.rows().stream().map(AuditPanel::row).toList());
            values.put("offset", page.offset());
            values.put("total", page.total());
        }
        return Page.of("", AuditPanel.class, "audit.peb", values);
    }

    private static AuditFilter filter(View view) {
        return new AuditFilter(
                view.parameter("who").orElse(null),
                view.parameter("what").orElse(null),
                view.parameter("subject").orElse(null),
                view.parameter("since").map(word -> since(view, word)).orElse(null));
    }

    private static Instant since(View view, String word) {
        return Optional.ofNullable(SPANS.get(word))
                .map(span -> view.now().minus(span))
                .orElseThrow(() -> new HttpProblem(400, "since must be hour, day, week or month"));
    }

    private static Map<String, Object> row(AuditEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sequence", entry.sequence());
        row.put("at", entry.at());
        row.put("actor", entry.actor());
        row.put("action", entry.action());
        row.put("subject", entry.subject());
        row.put("details", details(entry));
        PANELS.entrySet().stream()
                .filter(panel -> entry.action().startsWith(panel.getKey()))
                .findFirst()
                .ifPresent(panel -> {
                    row.put("see", "Open");
                    row.put("to", panel.getValue());
                });
        return row;
    }

    /** What else was noted, by name; a first start notes every role, for which a table has no room. */
    private static List<String> details(AuditEntry entry) {
        List<String> all = new TreeMap<>(entry.details())
                .entrySet().stream()
                        .map(detail -> detail.getKey() + " " + detail.getValue())
                        .toList();
        return all.size() <= MOST
                ? all
                : Stream.concat(all.stream().limit(MOST), Stream.of("and " + (all.size() - MOST) + " more"))
                        .toList();
    }
}
