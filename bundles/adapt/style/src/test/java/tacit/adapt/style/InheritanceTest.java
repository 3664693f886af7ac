package tacit.adapt.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.adapt.style.Styles.ADA;
import static tacit.adapt.style.Styles.ALL;
import static tacit.adapt.style.Styles.BEN;
import static tacit.adapt.style.Styles.levels;
import static tacit.adapt.style.Styles.settings;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleLevel;
import tacit.api.adapt.StyleLevel.Origin;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class InheritanceTest {

    private static final StyleDimension LENGTH = StyleDimension.RESPONSE_LENGTH;

    private Styles styles;
    private StoredStyle engine;

    @BeforeEach
    void open(Database database) {
        styles = new Styles(database);
        engine = styles.engine(3);
    }

    private StyleLevel length(String channel) {
        return engine.style(ADA, channel).levels().stream()
                .filter(level -> level.dimension() == LENGTH)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesTheNarrowestLevelThatThereIs() {
        assertThat(length("slack")).isEqualTo(new StyleLevel(LENGTH, "balanced", Origin.USUAL, "balanced"));

        engine.set(ALL, null, settings(LENGTH, "detailed"), List.of());
        assertThat(length("slack")).isEqualTo(new StyleLevel(LENGTH, "detailed", Origin.WORKSPACE, "detailed"));

        engine.set(ADA, null, settings(LENGTH, "balanced"), List.of());
        assertThat(length("slack")).isEqualTo(new StyleLevel(LENGTH, "balanced", Origin.USER, "balanced"));

        engine.set(ADA, "slack", settings(LENGTH, "terse"), List.of());
        assertThat(length("Slack ")).isEqualTo(new StyleLevel(LENGTH, "terse", Origin.CHANNEL, "terse"));
        assertThat(length("email").origin()).isEqualTo(Origin.USER);
        assertThat(levels(engine.style(BEN, "slack"))).isEqualTo("minimal detailed moderate balanced");
    }

    @Test
    void shiftsFromWhatIsInherited() {
        engine.set(ALL, null, settings(LENGTH, "detailed"), List.of());

        styles.say(engine, ADA, "slack", "rejected", "too_verbose");

        assertThat(length("slack")).isEqualTo(new StyleLevel(LENGTH, "balanced", Origin.CHANNEL, "detailed"));
        assertThat(length("email").level()).isEqualTo("detailed");
        assertThat(engine.getAdaptationHistory(ADA, "slack", 10)).hasSize(1);
        assertThat(engine.getAdaptationHistory(ADA, "email", 10)).isEmpty();
        assertThat(engine.getAdaptationHistory(ADA, null, 10)).hasSize(1);
        assertThat(engine.getAdaptationHistory(ALL, null, 10)).hasSize(1);
    }

    @Test
    void allowsAUserSoManyShiftsWhereverTheyWrite() {
        StoredStyle strict = styles.engine(1);

        styles.say(strict, ADA, "slack", "rejected", "too_verbose");
        styles.say(strict, ADA, "email", "rejected", "too_verbose");
        styles.say(strict, BEN, "email", "rejected", "too_verbose");

        assertThat(length("email").level()).isEqualTo("balanced");
        assertThat(levels(strict.style(BEN, "email"))).isEqualTo("minimal terse moderate balanced");
    }

    @Test
    void observesEachChannelByItself() {
        engine.observe(ADA, "slack", styles.messages(14, "do that"));
        engine.observe(ADA, "email", styles.messages(14, "do that"));

        assertThat(length("slack").level()).isEqualTo("balanced");
        assertThat(engine.getObservationStats(ADA, "slack").totalMessages()).isEqualTo(14);
        assertThat(engine.getObservationStats(ADA, null).totalMessages()).isEqualTo(28);
        assertThat(engine.getObservationStats(ADA, null).window().messages()).isEqualTo(14);
    }

    @Test
    void undoesAndResetsTheChannelThatIsMeant() {
        styles.say(engine, ADA, "slack", "rejected", "too_verbose");
        styles.say(engine, ADA, "email", "rejected", "too_verbose");

        assertThat(engine.undo(ADA, "slack")).hasSize(1);
        assertThat(engine.undo(ADA, "slack")).isEmpty();
        assertThat(length("slack").level()).isEqualTo("balanced");
        assertThat(length("email").level()).isEqualTo("terse");

        assertThat(engine.reset(ADA, "slack", List.of())).isEmpty();
        assertThat(engine.reset(ADA, null, List.of())).hasSize(1);
        assertThat(length("email").level()).isEqualTo("balanced");
    }

    @Test
    void followsNobodyForAWorkspace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.observe(ALL, null, styles.messages(1, "do that")))
                .withMessageStartingWith("scope must have a user");
        assertThatIllegalArgumentException().isThrownBy(() -> styles.say(engine, ALL, null, "rejected", "too_verbose"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.set(ALL, "slack", settings(LENGTH, "terse"), List.of()))
                .withMessageStartingWith("channel must come with a user");
    }

    @Test
    void setsNothingForOneChannelTooMany() {
        IntStream.range(0, 50).forEach(i -> engine.set(ADA, "channel-" + i, settings(LENGTH, "terse"), List.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.set(ADA, "another", settings(LENGTH, "terse"), List.of()))
                .withMessageContaining("too many");
        assertThat(length("elsewhere").level()).isEqualTo("balanced");
    }

    @Test
    void goesWithItsUser() {
        engine.set(ADA, null, settings(LENGTH, "terse"), List.of());
        engine.set(BEN, null, settings(LENGTH, "terse"), List.of());

        ((tacit.adapt.records.SqlStateStore) styles.store).cleared(ADA);

        assertThat(styles.document(ADA)).isEmpty();
        assertThat(length("slack").level()).isEqualTo("balanced");
        assertThat(styles.document(BEN)).isPresent();
    }
}
