package tacit.adapt.style;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.style.Styles.ADA;
import static tacit.adapt.style.Styles.ALL;
import static tacit.adapt.style.Styles.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.StyleDimension;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.store.Database;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StyleSourceTest {

    private Styles styles;

    @BeforeEach
    void open(Database database) {
        styles = new Styles(database);
    }

    private List<ContextFragment> told(boolean everything, @Nullable String user, @Nullable String channel) {
        StyleSource source = new StyleSource(
                styles.store, Configurations.of(StyleSource.Config.class, Map.of("enabled", everything)));
        Audience audience = new Audience(Audience.Kind.GROUP, user, channel, null, false);
        return source.fragments(new ContextRequest("w1", "Count", audience, styles.clock.instant(), 5));
    }

    @Test
    void saysNothingWhereNobodySetAnything() {
        assertThat(told(false, "ada", "slack")).isEmpty();
        assertThat(told(false, null, null)).isEmpty();
    }

    @Test
    void saysEverythingWhereThePersonalityIsOn() {
        assertThat(told(true, "ada", "slack")).singleElement().satisfies(fragment -> {
            assertThat(fragment.section()).isEqualTo("personality");
            assertThat(fragment.text().lines()).hasSize(4);
        });
    }

    @Test
    void tellsOfWhatWasSetOrShownForTheUserAndChannel() {
        StoredStyle engine = styles.engine(3);
        engine.set(ALL, null, settings(StyleDimension.CODE_COMMENTS, "minimal"), List.of());
        styles.say(engine, ADA, "slack", "rejected", "too_verbose");

        assertThat(told(false, "ada", "Slack")).singleElement().satisfies(fragment -> assertThat(
                        fragment.text().lines())
                .containsExactly(
                        "Keep answers very brief.",
                        "Leave out explanations that nobody asked for.",
                        "Comment code only where it would surprise its reader."));
        assertThat(told(false, "ada", null)).singleElement().satisfies(fragment -> assertThat(fragment.text())
                .isEqualTo("Comment code only where it would surprise its reader."));
        assertThat(told(false, null, "slack")).hasSize(1);
        assertThat(told(false, "ben", "slack")).hasSize(1);
    }
}
