package tacit.adapt.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.adapt.Trend;

/** Snapshots as JSON documents and back. Stateless. */
final class SnapshotJson {

    private final ObjectMapper mapper = new ObjectMapper();

    String text(EvolutionSnapshot snapshot) {
        ObjectNode node = mapper.createObjectNode();
        node.put("computedAt", snapshot.computedAt().toString());
        node.put("daysTogether", snapshot.daysTogether());
        node.put("tasksCompleted", snapshot.tasksCompleted());
        node.put("overallScore", snapshot.overallScore());
        ArrayNode metrics = node.putArray("metrics");
        snapshot.metrics().forEach(metric -> write(metrics.addObject(), metric));
        ArrayNode generations = node.putArray("generations");
        snapshot.generations().forEach(generation -> write(generations.addObject(), generation));
        return node.toString();
    }

    private static void write(ObjectNode node, EvolutionMetric metric) {
        node.put("id", metric.id());
        node.put("label", metric.label());
        node.put("value", metric.value());
        node.put("unit", metric.unit());
        node.put("trend", metric.trend().name());
        node.put("detail", metric.detail());
        write(node, metric.estimate());
        if (metric.change() != null) {
            node.put("change", metric.change());
        }
    }

    private static void write(ObjectNode node, GenerationSuccess generation) {
        if (generation.harnessGeneration() != null) {
            node.put("harnessGeneration", generation.harnessGeneration());
        }
        node.put("succeeded", generation.succeeded());
        node.put("failed", generation.failed());
        write(node, generation.estimate());
    }

    private static void write(ObjectNode node, @Nullable Estimate estimate) {
        if (estimate != null) {
            node.putObject("estimate")
                    .put("share", estimate.share())
                    .put("low", estimate.low())
                    .put("high", estimate.high())
                    .put("sample", estimate.sample())
                    .put("sufficient", estimate.sufficient());
        }
    }

    EvolutionSnapshot snapshot(String text) {
        JsonNode node = tree(text);
        List<EvolutionMetric> metrics = new ArrayList<>();
        node.path("metrics").forEach(metric -> metrics.add(metric(metric)));
        List<GenerationSuccess> generations = new ArrayList<>();
        node.path("generations")
                .forEach(one -> generations.add(new GenerationSuccess(
                        one.path("harnessGeneration").asText(null),
                        one.path("succeeded").asLong(),
                        one.path("failed").asLong(),
                        estimate(one))));
        return new EvolutionSnapshot(
                Instant.parse(node.path("computedAt").asText()),
                node.path("daysTogether").asLong(),
                node.path("tasksCompleted").asLong(),
                metrics,
                node.path("overallScore").asInt(),
                generations);
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store keeps JSON only", e);
        }
    }

    private static EvolutionMetric metric(JsonNode node) {
        return new EvolutionMetric(
                node.path("id").asText(),
                node.path("label").asText(),
                node.path("value").asDouble(),
                node.path("unit").asText(),
                Trend.valueOf(node.path("trend").asText()),
                node.path("detail").asText(),
                estimate(node),
                node.has("change") ? node.path("change").asDouble() : null);
    }

    private static @Nullable Estimate estimate(JsonNode node) {
        JsonNode estimate = node.path("estimate");
        return estimate.isObject()
                ? new Estimate(
                        estimate.path("share").asDouble(),
                        estimate.path("low").asDouble(),
                        estimate.path("high").asDouble(),
                        estimate.path("sample").asLong(),
                        estimate.path("sufficient").asBoolean())
                : null;
    }
}
