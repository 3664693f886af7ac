package tacit.adapt.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.adapt.style.Styles.ADA;
import static tacit.adapt.style.Styles.history;
import static tacit.adapt.style.Styles.levels;
import static tacit.adapt.style.Styles.settings;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleSetting;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** A style that somebody sets, takes back or resets, instead of having it adapted. */
@EachDatabase
class SetStyleTest {

    private Styles styles;

    @BeforeEach
    void open(Database database) {
        styles = new Styles(database);
    }

    @Test
    void pe01StoresWhatIsSet() {
        StoredStyle engine = styles.engine(false, 1);

        engine.set(
                ADA,
                null,
                List.of(
                        new StyleSetting(StyleDimension.EMOJI_USAGE, "expressive"),
                        new StyleSetting(StyleDimension.RESPONSE_LENGTH, "detailed"),
                        new StyleSetting(StyleDimension.CODE_COMMENTS, "verbose"),
                        new StyleSetting(StyleDimension.EXPLANATION_DEPTH, "teaching")),
                List.of("12"));

        assertThat(levels(engine)).isEqualTo("expressive detailed verbose teaching");
        assertThat(engine.getAdaptationHistory(ADA, null, 100))
                .hasSize(4)
                .allSatisfy(change -> assertThat(change.evidence()).containsExactly("12"));
    }

    @Test
    void pe02KeepsWhatIsNotSet() {
        StoredStyle engine = styles.engine(false, 1);

        engine.set(ADA, null, settings(StyleDimension.EMOJI_USAGE, "none"), List.of());
        engine.set(ADA, null, settings(StyleDimension.RESPONSE_LENGTH, "terse"), List.of());

        assertThat(levels(engine)).isEqualTo("none terse moderate balanced");
    }

    @Test
    void takesBackThatSomebodySetWhatHadBeenAdapted() {
        StoredStyle engine = styles.engine(3);
        styles.say(engine, "too_verbose");
        String adapted = engine.style(ADA, null).levels().toString();

        assertThat(engine.set(ADA, null, settings(StyleDimension.RESPONSE_LENGTH, "terse"), List.of()))
                .hasSize(1);
        assertThat(engine.style(ADA, null).levels().toString()).isNotEqualTo(adapted);
        engine.undo(ADA, null);

        assertThat(engine.style(ADA, null).levels().toString()).isEqualTo(adapted);
        assertThat(history(engine)).hasSize(1);
    }

    @Test
    void beatsWhatWasLearntOnAChannelByWhatItsUserSetsForEverywhere() {
        StoredStyle engine = styles.engine(3);
        styles.say(engine, ADA, "slack", "rejected", "too_verbose");

        engine.set(ADA, null, settings(StyleDimension.RESPONSE_LENGTH, "detailed"), List.of("12"));

        assertThat(engine.style(ADA, "slack").level(StyleDimension.RESPONSE_LENGTH))
                .isEqualTo("detailed");
        assertThat(history(engine))
                .containsExactly(
                        "responseLength balanced->terse feedback:too_verbose",
                        "responseLength balanced->detailed set",
                        "responseLength terse->detailed reset:inherited");
        engine.undo(ADA, null);
        assertThat(engine.style(ADA, "slack").level(StyleDimension.RESPONSE_LENGTH))
                .isEqualTo("terse");
    }

    @Test
    void leavesWhatItsUserSetOnAChannelAndShiftsItAfterwardsByWordsOnly() {
        StoredStyle engine = styles.engine(3);
        engine.set(ADA, "email", settings(StyleDimension.RESPONSE_LENGTH, "terse"), List.of());

        engine.set(ADA, null, settings(StyleDimension.RESPONSE_LENGTH, "detailed"), List.of());
        engine.observe(ADA, "slack", styles.messages(20, "do it now"));

        assertThat(engine.style(ADA, "email").level(StyleDimension.RESPONSE_LENGTH))
                .isEqualTo("terse");
        assertThat(engine.style(ADA, "slack").level(StyleDimension.RESPONSE_LENGTH))
                .isEqualTo("detailed");
        styles.say(engine, ADA, "slack", "rejected", "too_verbose");
        assertThat(engine.style(ADA, "slack").level(StyleDimension.RESPONSE_LENGTH))
                .isEqualTo("balanced");
    }

    @Test
    void refusesWhatIsNoLevelOrNamedTwice() {
        StoredStyle engine = styles.engine(1);
        StyleSetting none = new StyleSetting(StyleDimension.EMOJI_USAGE, "none");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StyleSetting(StyleDimension.RESPONSE_LENGTH, "endless"))
                .withMessageContaining("terse, balanced, detailed");
        assertThatIllegalArgumentException().isThrownBy(() -> engine.set(ADA, null, List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> engine.set(ADA, null, List.of(none, none), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> StyleDimension.of("volume"));
        assertThat(styles.document(ADA)).isEmpty();
    }

    @Test
    void letsNobodyGetARoundTheWeekByResetOrUndo() {
        StoredStyle engine = styles.engine(1);
        styles.say(engine, "too verbose");

        engine.undo(ADA, null);
        styles.say(engine, "no emoji");
        engine.reset(ADA, null, List.of());
        styles.say(engine, "explain more");

        assertThat(levels(engine)).isEqualTo("minimal balanced moderate balanced");
    }
}
