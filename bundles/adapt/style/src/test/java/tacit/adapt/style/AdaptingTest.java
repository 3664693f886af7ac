package tacit.adapt.style;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.style.Styles.ADA;
import static tacit.adapt.style.Styles.history;
import static tacit.adapt.style.Styles.levels;
import static tacit.adapt.style.Styles.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleMessage;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class AdaptingTest {

    private static final String PLAIN =
            "count the orders of this week that are still open, and tell me which of them are overdue by now";
    private static final String SMILE = "\uD83D\uDE00";

    private Styles styles;
    private StoredStyle engine;

    @BeforeEach
    void open(Database database) {
        styles = new Styles(database);
        engine = styles.engine(3);
    }

    @Test
    void waitsForFifteenMessages() {
        styles.write(engine, 14, "do that");
        assertThat(history(engine)).isEmpty();

        styles.write(engine, 1, "do that");
        assertThat(history(engine)).hasSize(1);
    }

    @Test
    void waitsFiveMinutesAfterAShift() {
        Instant begin = styles.clock.instant();
        List<StyleMessage> quick = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            quick.add(styles.message("q" + i, begin.plusSeconds(i), SMILE + " do that"));
        }
        styles.clock.pass(Duration.ofHours(1));

        engine.observe(ADA, null, quick);
        assertThat(history(engine)).hasSize(1);

        styles.write(engine, 1, SMILE + " do that");
        assertThat(history(engine)).hasSize(2);
    }

    @Test
    void forgetsWhatLiesFurtherBackThanTheWindow() {
        styles.write(engine, 10, PLAIN + " " + SMILE);
        styles.write(engine, 40, PLAIN);
        assertThat(engine.getObservationStats(ADA, null).window().emojiShare()).isEqualTo(0.2);

        styles.write(engine, 10, PLAIN);

        assertThat(engine.getObservationStats(ADA, null).window().emojiShare()).isZero();
        assertThat(engine.getObservationStats(ADA, null).window().messages()).isEqualTo(50);
    }

    @Test
    void followsWhoeverBeganToWriteEmojiLately() {
        styles.write(engine, 60, PLAIN);
        styles.write(engine, 25, PLAIN + " " + SMILE);

        assertThat(levels(engine)).isEqualTo("moderate balanced moderate balanced");
    }

    @Test
    void neverUsesMoreThanModerateEmojiUnasked() {
        styles.write(styles.engine(50), 200, PLAIN + " " + SMILE);

        assertThat(levels(engine)).isEqualTo("moderate balanced moderate balanced");
    }

    @Test
    void addsUpWhatIsSaidWithHesitation() {
        styles.say(engine, "maybe a bit shorter");
        assertThat(history(engine)).isEmpty();

        styles.say(engine, "again: a little shorter please");
        assertThat(history(engine)).hasSize(1);
        assertThat(engine.getAdaptationHistory(ADA, null, 1).get(0).evidence()).hasSize(2);
    }

    @Test
    void followsTheLastOfTwoContraryWishes() {
        StoredStyle none = styles.engine(0);
        styles.say(none, "too long");
        styles.say(none, "too short");

        styles.write(engine, 1, PLAIN);

        assertThat(levels(engine)).isEqualTo("minimal detailed moderate balanced");
    }

    @Test
    void believesWordsMoreThanShortMessages() {
        styles.say(engine, "be more detailed");

        styles.write(engine, 40, "do that");

        assertThat(levels(engine)).isEqualTo("minimal detailed moderate balanced");
    }

    @Test
    void guessesAgainOnceAWishIsOld() {
        StoredStyle one = styles.engine(1);
        styles.say(one, "be more detailed");
        styles.clock.pass(Duration.ofDays(29));

        styles.write(one, 20, "do that");

        assertThat(levels(one)).isEqualTo("minimal balanced moderate balanced");
    }

    @Test
    void guessesNothingThatSomebodySet() {
        engine.set(ADA, null, settings(StyleDimension.RESPONSE_LENGTH, "detailed"), List.of());

        styles.write(engine, 40, "do that");
        assertThat(levels(engine)).isEqualTo("minimal detailed moderate balanced");

        styles.say(engine, "too_verbose");
        assertThat(levels(engine)).isEqualTo("minimal balanced moderate balanced");
    }

    @Test
    void doesNotRepeatAGuessThatWasTakenBack() {
        styles.write(engine, 20, "do that");
        assertThat(engine.undo(ADA, null)).hasSize(1);

        styles.write(engine, 20, "do that");

        assertThat(levels(engine)).isEqualTo("minimal balanced moderate balanced");
    }

    @Test
    void saysBeforehandWhatItWouldShift() {
        List<StyleMessage> messages = styles.messages(20, "do that");

        List<StyleChange> foreseen = engine.foresee(ADA, null, messages);
        assertThat(styles.document(ADA)).isEmpty();

        assertThat(engine.observe(ADA, null, messages).changes())
                .isEqualTo(foreseen)
                .hasSize(1);
    }

    @Test
    void leavesOutWhatIsPasted() {
        String pasted = "do that\n```\n" + "x".repeat(5000) + "\n```\n> " + "y".repeat(2000);

        styles.write(engine, 20, pasted);

        assertThat(engine.getObservationStats(ADA, null).window().averageLength())
                .isLessThan(20);
        assertThat(levels(engine)).isEqualTo("minimal terse moderate balanced");
    }

    @Test
    void goesByTheTimesOfMessagesInWhateverOrderTheyCome() {
        StoredStyle one = styles.engine(1);
        Instant now = styles.clock.instant();
        List<StyleMessage> old = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            old.add(styles.message("o" + i, now.minus(Duration.ofDays(60 - i)), "do that " + SMILE));
        }
        StyleMessage tomorrow = styles.message("z", now.plus(Duration.ofDays(300)), "do that " + SMILE);

        one.observe(ADA, null, List.of(tomorrow));
        one.observe(ADA, null, old);

        assertThat(one.getAdaptationHistory(ADA, null, 9)).hasSize(1).allSatisfy(change -> assertThat(change.at())
                .isEqualTo(now));
    }

    @Test
    void losesNothingWhenSeveralWriteAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<StyleMessage> messages = styles.messages(10, PLAIN);
                work.add(() -> {
                    messages.forEach(one -> engine.observe(ADA, null, List.of(one)));
                    return messages.size();
                });
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(10);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(engine.getObservationStats(ADA, null).totalMessages()).isEqualTo(40);
    }
}
