package tacit.adapt.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.adapt.style.Styles.ADA;
import static tacit.adapt.style.Styles.history;
import static tacit.adapt.style.Styles.levels;
import static tacit.adapt.style.Styles.settings;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleMessage;
import tacit.api.adapt.StyleReview;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredStyleTest {

    private static final String USUAL = "minimal balanced moderate balanced";
    private static final String TECHNICAL =
            "We deploy the docker image to kubernetes behind nginx, and redis keeps the sessions of all users there";

    private Styles styles;

    @BeforeEach
    void open(Database database) {
        styles = new Styles(database);
    }

    @Test
    void as01ObservesNothingWhileItIsOff() {
        StoredStyle off = styles.engine(false, 3);

        assertThat(styles.write(off, 20, "ok then").enabled()).isFalse();
        assertThat(styles.say(off, "far too wordy and verbose").enabled()).isFalse();

        assertThat(off.foresee(ADA, null, styles.messages(20, "ok then"))).isEmpty();
        assertThat(levels(off)).isEqualTo(USUAL);
        assertThat(styles.document(ADA)).isEmpty();
    }

    @Test
    void as02ShiftsNothingForOneGreeting() {
        StoredStyle engine = styles.engine(1);

        styles.write(engine, 1, "hello there!");

        assertThat(levels(engine)).isEqualTo(USUAL);
    }

    @Test
    void as03DoesNotCountWhatIsTooShort() {
        StoredStyle engine = styles.engine(1);

        assertThat(styles.write(engine, 1, "  hi  ").ignored()).isEqualTo(1);

        assertThat(engine.getObservationStats(ADA, null).totalMessages()).isZero();
    }

    @Test
    void as04CountsMessages() {
        StoredStyle engine = styles.engine(1);

        styles.write(engine, 5, "count the orders of today");

        assertThat(engine.getObservationStats(ADA, null).totalMessages()).isEqualTo(5);
    }

    @Test
    void as05ShortensOnFeedback() {
        StoredStyle engine = styles.engine(1);

        styles.say(engine, "far too wordy and verbose");

        assertThat(levels(engine)).isEqualTo("minimal terse moderate balanced");
        assertThat(history(engine)).containsExactly("responseLength balanced->terse feedback:shorter");
    }

    @Test
    void as06LengthensOnFeedback() {
        StoredStyle engine = styles.engine(1);

        styles.say(engine, "I would like a more detailed answer");

        assertThat(levels(engine)).isEqualTo("minimal detailed moderate balanced");
    }

    @Test
    void as07StopsEmojiOnFeedback() {
        StoredStyle engine = styles.engine(1);

        styles.say(engine, "stop the emoji");

        assertThat(levels(engine)).isEqualTo("none balanced moderate balanced");
    }

    @Test
    void as08WritesForExpertsOnFeedback() {
        StoredStyle engine = styles.engine(1);

        styles.say(engine, "I am an expert, leave out the basics");

        assertThat(levels(engine)).isEqualTo("minimal balanced moderate expert");
    }

    @Test
    void as09ShiftsNoMoreThanAWeekAllows() {
        StoredStyle engine = styles.engine(1);

        styles.say(engine, "too verbose");
        styles.say(engine, "no emoji please");

        assertThat(levels(engine)).isEqualTo("minimal terse moderate balanced");
        assertThat(engine.getObservationStats(ADA, null).weeklyAdaptations()).isEqualTo(1);
    }

    @Test
    void doesWhatWaitedOnceSevenDaysAreOver() {
        StoredStyle engine = styles.engine(1);
        styles.say(engine, "too verbose");
        styles.say(engine, "no emoji please");

        styles.clock.pass(Duration.ofDays(7).minusMinutes(20));
        styles.write(engine, 1, "count the orders");
        assertThat(levels(engine)).isEqualTo("minimal terse moderate balanced");

        styles.clock.pass(Duration.ofMinutes(10));
        styles.write(engine, 1, "count the orders");
        assertThat(levels(engine)).isEqualTo("none terse moderate balanced");
    }

    @Test
    void as10ShortensForShortMessages() {
        StoredStyle engine = styles.engine(3);

        styles.write(engine, 20, "do that");

        assertThat(levels(engine)).isEqualTo("minimal terse moderate balanced");
        assertThat(history(engine)).containsExactly("responseLength balanced->terse message_pattern:short_messages");
    }

    @Test
    void as11UsesMoreEmojiForWhoeverWritesThem() {
        StoredStyle engine = styles.engine(3);

        styles.write(engine, 20, "great \uD83D\uDE00 work \uD83D\uDE80");

        assertThat(levels(engine)).isEqualTo("moderate terse moderate balanced");
    }

    @Test
    void as12WritesForExpertsWhoWriteLikeThem() {
        StoredStyle engine = styles.engine(3);

        styles.write(engine, 20, TECHNICAL);

        assertThat(levels(engine)).isEqualTo("minimal balanced moderate expert");
    }

    @Test
    void as13BeginsWithNothing() {
        assertThat(styles.engine(3).getObservationStats(ADA, null)).satisfies(stats -> {
            assertThat(stats.enabled()).isTrue();
            assertThat(stats.totalMessages()).isZero();
            assertThat(stats.weeklyAdaptations()).isZero();
            assertThat(stats.maxWeeklyDrift()).isEqualTo(3);
            assertThat(stats.lastAdaptationAt()).isNull();
        });
    }

    @Test
    void as14StaysAtTheEndOfAScale() {
        StoredStyle engine = styles.engine(3);
        engine.set(ADA, null, settings(StyleDimension.EMOJI_USAGE, "none"), List.of());
        engine.set(ADA, null, settings(StyleDimension.RESPONSE_LENGTH, "terse"), List.of());

        styles.say(engine, "no emoji at all");
        styles.say(engine, "too_verbose");

        assertThat(levels(engine)).isEqualTo("none terse moderate balanced");
        assertThat(engine.getObservationStats(ADA, null).weeklyAdaptations()).isZero();
    }

    @Test
    void as15KnowsTheKeysOfReasons() {
        StoredStyle engine = styles.engine(3);

        styles.say(engine, "too_verbose");
        styles.say(engine, "wrong_tone");
        styles.say(engine, "incorrect");

        assertThat(history(engine)).containsExactly("responseLength balanced->terse feedback:too_verbose");
        assertThat(engine.style(ADA, null).reviews())
                .extracting(StyleReview::reason)
                .containsExactly("wrong_tone");
        assertThat(engine.style(ADA, null).reviews().get(0).evidence()).isNotEmpty();
    }

    @Test
    void as16UsesFewerEmojiWhereThereAreTooMany() {
        StoredStyle engine = styles.engine(3);

        styles.say(engine, "too many emojis");

        assertThat(levels(engine)).isEqualTo("none balanced moderate balanced");
    }

    @Test
    void as17LengthensWhoAsksForMoreWords() {
        StoredStyle engine = styles.engine(3);

        styles.say(engine, "not brief enough, be more verbose");

        assertThat(levels(engine)).isEqualTo("minimal detailed moderate balanced");
    }

    @Test
    void as18TakesNoEmojiForNoEvidence() {
        StoredStyle engine = styles.engine(3);

        styles.write(
                engine, 60, "please count all of the open orders of this week and tell me which of them are overdue");

        assertThat(levels(engine)).isEqualTo(USUAL);
    }

    @Test
    void as19GoesBackToTheBaseline() {
        StoredStyle engine = styles.engine(3);
        engine.set(ADA, null, settings(StyleDimension.EMOJI_USAGE, "moderate"), List.of("7"));
        styles.say(engine, "no emoji");
        styles.write(engine, 20, "do that");
        assertThat(levels(engine)).isEqualTo("minimal terse moderate balanced");

        List<StyleChange> changes = engine.reset(ADA, null, List.of("8"));

        assertThat(levels(engine)).isEqualTo("moderate balanced moderate balanced");
        assertThat(changes)
                .extracting(Styles::line)
                .containsExactly(
                        "emojiUsage minimal->moderate reset", "responseLength terse->balanced reset:inherited");
        assertThat(engine.getObservationStats(ADA, null).totalMessages()).isZero();
        assertThat(engine.getObservationStats(ADA, null).window().messages()).isZero();
    }

    @Test
    void refusesALimitOfShiftsThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> styles.engine(-1))
                .withMessage("max.drift.per.week must be in [0, 50], got -1");
        assertThatIllegalArgumentException().isThrownBy(() -> styles.engine(51));
    }

    @Test
    void shiftsNothingWhereNothingIsAllowed() {
        StoredStyle engine = styles.engine(0);

        styles.say(engine, "too_verbose");
        styles.write(engine, 20, "do that");

        assertThat(levels(engine)).isEqualTo(USUAL);
        assertThat(engine.getObservationStats(ADA, null).totalMessages()).isEqualTo(20);
    }

    @Test
    void keepsTheWordsOfNobody() {
        StoredStyle engine = styles.engine(3);

        styles.write(engine, 3, "my dentist is called Quagga");
        styles.say(engine, "too long, says Quagga");

        assertThat(styles.document(ADA))
                .hasValueSatisfying(document -> assertThat(document.content()).doesNotContain("Quagga"));
    }

    @Test
    void countsAMessageOnce() {
        StoredStyle engine = styles.engine(3);
        List<StyleMessage> messages = styles.messages(14, "do that");

        engine.observe(ADA, null, messages);
        assertThat(engine.observe(ADA, "slack", messages).known()).isEqualTo(14);

        assertThat(engine.getObservationStats(ADA, null).totalMessages()).isEqualTo(14);
        assertThat(levels(engine)).isEqualTo(USUAL);
    }
}
