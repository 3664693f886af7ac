package tacit.memory.layers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.LayerRequest;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.runtime.testkit.Configurations;

/** Fragments and requests as tests want them. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private Sample() {}

    static WakeUpLayers usual() {
        return with(Map.of());
    }

    static WakeUpLayers with(Map<String, ?> settings) {
        return new WakeUpLayers(Configurations.of(WakeUpLayers.Config.class, settings));
    }

    static LayerRequest request(String task, int budget, String kit, ContextFragment... fragments) {
        Audience audience = Audience.ofUser("ada");
        return new LayerRequest(new ContextRequest("w", task, audience, NOW, 50), budget, kit, List.of(fragments));
    }

    static LayerRequest request(ContextFragment... fragments) {
        return request("", 2800, "", fragments);
    }

    static ContextFragment fragment(String source, String section, String text, TrustLane lane) {
        return new ContextFragment(
                source + ":" + text, source, section, text, lane, Visibility.PRIVATE, 0.8, 0.8, NOW, List.of());
    }

    static ContextFragment curated(String text) {
        return scored("curated", "curated", "[user/preference] " + text, 0.93, 0.85);
    }

    static ContextFragment manual(String text) {
        return scored("profile", "manual", "[Operating] " + text, 0.86, 0.9);
    }

    static ContextFragment user(String text) {
        return scored("profile", "user", "[Identity] " + text, 0.72, 0.95);
    }

    static ContextFragment relationship(String text) {
        return scored("relationship", "user", "[commitments] " + text, 0.88, 0.82);
    }

    static ContextFragment playbook(String text) {
        return scored("playbook", "playbook", "[Playbook] " + text, 0.77, 0.85);
    }

    static ContextFragment entity(String text) {
        return scored("knowledge_graph", "entities", "[KG] " + text, 0.6, 0.84);
    }

    static ContextFragment summary(String text) {
        return scored("daily_summary", "summaries", text, 0.55, 0.75);
    }

    static ContextFragment archived(String text, String... memories) {
        return new ContextFragment(
                "archive:" + text,
                "archive",
                "archive",
                "[observation] " + text,
                TrustLane.FOREIGN,
                Visibility.PRIVATE,
                0.5,
                0.62,
                NOW,
                List.of(memories));
    }

    static ContextFragment scored(String source, String section, String text, double relevance, double confidence) {
        return new ContextFragment(
                source + ":" + text,
                source,
                section,
                text,
                TrustLane.STATEMENT,
                Visibility.PRIVATE,
                relevance,
                confidence,
                NOW,
                List.of());
    }

    static ContextFragment aged(ContextFragment fragment, Duration age) {
        return new ContextFragment(
                fragment.key(),
                fragment.source(),
                fragment.section(),
                fragment.text(),
                fragment.lane(),
                fragment.visibility(),
                fragment.relevance(),
                fragment.confidence(),
                NOW.minus(age),
                fragment.memoryIds());
    }

    /** Some of everything that stands in a prompt by default. */
    static ContextFragment[] ofAllSources() {
        return new ContextFragment[] {
            curated("Likes short replies"),
            manual("Push back on weak plans"),
            user("Alice"),
            relationship("Send the recap to Bo"),
            playbook("Deploy: build, test, ship"),
            entity("service Billing uses PostgreSQL"),
            summary("[Daily Summary 2026-03-01] Shipped the importer"),
            archived("Read the file prices.csv")
        };
    }

    /** So many different curated facts of about fifty characters. */
    static ContextFragment[] facts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> curated("Fact number " + i + " is a little longer than the others"))
                .toArray(ContextFragment[]::new);
    }

    static ContextExplanation.Line line(AssembledContext context, ContextFragment fragment) {
        return context.explanation().lines().stream()
                .filter(line ->
                        line.key().equals(fragment.key()) && line.source().equals(fragment.source()))
                .findFirst()
                .orElseThrow();
    }
}
