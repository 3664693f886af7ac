package tacit.adapt.style;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.Style;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleFeedback;
import tacit.api.adapt.StyleMessage;
import tacit.api.adapt.StyleObservation;
import tacit.api.adapt.StyleSetting;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.MovingClock;

/** A style over a real store, whose user writes a message every ten minutes. */
final class Styles {

    static final Scope ADA = new Scope("w1", "ada");
    static final Scope BEN = new Scope("w1", "ben");
    static final Scope ALL = Scope.ofWorkspace("w1");

    final MovingClock clock = new MovingClock();
    final StateStore store;
    private int told;

    Styles(Database database) {
        store = new SqlStateStore(database, new PatternRedactor(), clock);
    }

    StoredStyle engine(int mostPerWeek) {
        return engine(true, mostPerWeek);
    }

    StoredStyle engine(boolean enabled, int mostPerWeek) {
        Map<String, ?> settings = Map.of("enabled", enabled, "max_drift_per_week", mostPerWeek);
        return new StoredStyle(store, clock, Configurations.of(StoredStyle.Config.class, settings));
    }

    /** So many messages of the same words, the first ten minutes from now. */
    List<StyleMessage> messages(int many, String text) {
        return IntStream.range(0, many).mapToObj(i -> message(text)).toList();
    }

    StyleMessage message(String text) {
        clock.pass(Duration.ofMinutes(10));
        return message("m" + told, clock.instant(), text);
    }

    StyleMessage message(String id, Instant at, String text) {
        told++;
        return new StyleMessage(id, at, text, "t1/" + id);
    }

    StyleObservation write(StoredStyle engine, int many, String text) {
        return engine.observe(ADA, null, messages(many, text));
    }

    StyleObservation say(StoredStyle engine, @Nullable String reason) {
        return say(engine, ADA, null, "rejected", reason);
    }

    StyleObservation say(
            StoredStyle engine, Scope scope, @Nullable String channel, String decision, @Nullable String reason) {
        told++;
        String id = "f" + told;
        return engine.observeFeedback(
                scope, channel, new StyleFeedback(id, clock.instant(), decision, reason, null, List.of(id)));
    }

    static List<StyleSetting> settings(StyleDimension dimension, String level) {
        return List.of(new StyleSetting(dimension, level));
    }

    static String levels(Style style) {
        return style.level(StyleDimension.EMOJI_USAGE) + " " + style.level(StyleDimension.RESPONSE_LENGTH) + " "
                + style.level(StyleDimension.CODE_COMMENTS) + " " + style.level(StyleDimension.EXPLANATION_DEPTH);
    }

    static String levels(StoredStyle engine) {
        return levels(engine.style(ADA, null));
    }

    static List<String> history(StoredStyle engine) {
        return engine.getAdaptationHistory(ADA, null, 100).stream()
                .map(Styles::line)
                .toList();
    }

    static String line(StyleChange change) {
        return change.dimension().title() + " " + change.from() + "->" + change.to() + " " + change.reason();
    }

    Optional<StateDocument> document(Scope owner) {
        return store.find(owner, StyleDocuments.KIND, StyleDocuments.KEY);
    }
}
