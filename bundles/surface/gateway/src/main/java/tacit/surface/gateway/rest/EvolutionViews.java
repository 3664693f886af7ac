package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.BriefingSection;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.surface.gateway.rest.reply.Views;

/** How well learning goes, as the answers show it. */
final class EvolutionViews {

    private EvolutionViews() {}

    static Map<String, Object> snapshot(EvolutionSnapshot snapshot) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("computedAt", snapshot.computedAt().toString());
        fields.put("daysTogether", snapshot.daysTogether());
        fields.put("tasksCompleted", snapshot.tasksCompleted());
        fields.put("overallScore", snapshot.overallScore());
        fields.put(
                "metrics",
                snapshot.metrics().stream().map(EvolutionViews::metric).toList());
        fields.put(
                "generations",
                snapshot.generations().stream().map(EvolutionViews::generation).toList());
        return fields;
    }

    private static Map<String, Object> metric(EvolutionMetric metric) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", metric.id());
        fields.put("label", metric.label());
        fields.put("value", metric.value());
        fields.put("unit", metric.unit());
        fields.put("trend", Views.word(metric.trend()));
        fields.put("detail", metric.detail());
        put(fields, "change", metric.change());
        put(fields, "estimate", estimate(metric.estimate()));
        return fields;
    }

    private static Map<String, Object> generation(GenerationSuccess generation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "harnessGeneration", generation.harnessGeneration());
        fields.put("succeeded", generation.succeeded());
        fields.put("failed", generation.failed());
        put(fields, "estimate", estimate(generation.estimate()));
        return fields;
    }

    private static @Nullable Map<String, Object> estimate(@Nullable Estimate estimate) {
        if (estimate == null) {
            return null;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("share", estimate.share());
        fields.put("low", estimate.low());
        fields.put("high", estimate.high());
        fields.put("sample", estimate.sample());
        fields.put("sufficient", estimate.sufficient());
        return fields;
    }

    static Map<String, Object> briefing(Briefing briefing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("day", briefing.day());
        fields.put("text", briefing.text());
        fields.put(
                "sections",
                briefing.sections().stream().map(EvolutionViews::section).toList());
        return fields;
    }

    private static Map<String, Object> section(BriefingSection section) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", section.id());
        fields.put("title", section.title());
        fields.put(
                "lines",
                section.lines().stream()
                        .map(line -> Map.of("status", Views.word(line.status()), "text", line.text()))
                        .toList());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
