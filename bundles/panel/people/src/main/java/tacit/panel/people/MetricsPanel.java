package tacit.panel.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;

/** How well learning goes: figures over time and by generation. */
@Component(service = Panel.class)
public final class MetricsPanel implements Panel {

    private static final int DAYS = 60;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Evolution evolution;

    @Override
    public String id() {
        return "metrics";
    }

    @Override
    public String title() {
        return "Metrics";
    }

    @Override
    public Group group() {
        return Group.PEOPLE;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Page show(View view) {
        Evolution open = evolution;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", open != null);
        if (open != null) {
            try {
                EvolutionSnapshot now = open.snapshot(view.principal().scope());
                List<EvolutionSnapshot> past =
                        new ArrayList<>(open.history(view.principal().scope(), DAYS));
                past.sort(Comparator.comparing(EvolutionSnapshot::computedAt));
                values.put("now", now);
                values.put(
                        "metrics", now.metrics().stream().map(MetricsPanel::row).toList());
                values.put(
                        "generations",
                        now.generations().stream().map(MetricsPanel::row).toList());
                values.put("charts", charts(now, past));
            } catch (IllegalStateException e) {
                throw new HttpProblem(503, "Nothing measures how learning goes now");
            }
        }
        return Page.of("", MetricsPanel.class, "metrics.peb", values);
    }

    /** One chart for each metric that was kept on at least two days. */
    private static List<Map<String, Object>> charts(EvolutionSnapshot now, List<EvolutionSnapshot> past) {
        List<Map<String, Object>> charts = new ArrayList<>();
        for (EvolutionMetric metric : now.metrics()) {
            List<String> days = new ArrayList<>();
            List<Double> figures = new ArrayList<>();
            for (EvolutionSnapshot snapshot : past) {
                snapshot.metric(metric.id()).ifPresent(kept -> {
                    days.add(snapshot.computedAt().toString().substring(0, 10));
                    figures.add(kept.value());
                });
            }
            if (days.size() > 1) {
                charts.add(Map.of("label", metric.label(), "days", days, "figures", figures, "unit", metric.unit()));
            }
        }
        return charts;
    }

    private static Map<String, Object> row(EvolutionMetric metric) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", metric.label());
        row.put("value", Math.round(metric.value() * 100) / 100.0 + " " + metric.unit());
        row.put("trend", metric.trend());
        row.put("detail", metric.detail());
        row.put("sample", metric.estimate() == null ? null : metric.estimate().sample());
        return row;
    }

    private static Map<String, Object> row(GenerationSuccess one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("generation", one.harnessGeneration());
        row.put("succeeded", one.succeeded());
        row.put("failed", one.failed());
        row.put("share", one.estimate() == null ? null : one.estimate().share());
        row.put("low", one.estimate() == null ? null : one.estimate().low());
        row.put("high", one.estimate() == null ? null : one.estimate().high());
        return row;
    }
}
