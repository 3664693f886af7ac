package tacit.runtime.harness.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.learn.FailureTemplates;

/** What a record of a call holds. */
class RecorderTest {

    private final Recording at = new Recording();

    @AfterEach
    void stop() {
        at.recorder.close();
    }

    @Test
    void recordsWhatIsNeededToAskAgain() throws Throwable {
        assertThat(at.call((message, input) -> "[" + message + "]", "hen")).isEqualTo("[hen]");

        Decision decision = at.decisions.next();
        assertThat(decision.situation().role()).isEqualTo("failure-template");
        assertThat(decision.situation().method()).isEqualTo("template(String,String)");
        assertThat(decision.situation().inputs()).isEqualTo("[\"hen\",null]");
        assertThat(decision.situation().clock()).isEqualTo(Recording.NOON);
        assertThat(decision.situation().seed()).isEqualTo(42);
        assertThat(decision.output()).isEqualTo("\"[hen]\"");
        assertThat(decision.providerSha256()).isEqualTo("a".repeat(64));
        assertThat(decision.generation()).isEqualTo(7);
        assertThat(decision.took()).isPositive();
    }

    @Test
    void namesTheFamilyOfARole() throws Throwable {
        FailureTemplates target = (message, input) -> message;
        at.recorder.call(
                new Subject("trace-source/hen", "a".repeat(64), 1),
                1,
                target,
                Recording.TEMPLATE,
                Recording.arguments("hen"));

        assertThat(at.decisions.next().situation().role()).isEqualTo("trace-source");
    }

    @Test
    void recordsWhatWasThrownAndThrowsIt() {
        IllegalStateException failure = new IllegalStateException("no hen");

        assertThatThrownBy(() -> at.call(
                        (message, input) -> {
                            throw failure;
                        },
                        "hen"))
                .isSameAs(failure);

        assertThat(at.decisions.next().output()).isEqualTo("{\"thrown\":\"java.lang.IllegalStateException: no hen\"}");
    }

    @Test
    void keepsWhatWasAskedOfOthers() throws Throwable {
        FailureTemplates other = (message, input) -> "<" + message + ">";

        at.call((message, input) -> at.ask("store", other, message) + at.ask("store", other, "egg"), "hen");

        assertThat(at.decisions.next().situation().inner())
                .containsExactly(
                        new InnerCall("store", "template(String,String)", "[\"hen\",null]", "\"<hen>\""),
                        new InnerCall("store", "template(String,String)", "[\"egg\",null]", "\"<egg>\""));
    }

    @Test
    void keepsOtherRolesAskedInsideButNotWhatTheyAsk() throws Throwable {
        FailureTemplates store = (message, input) -> "<" + message + ">";
        FailureTemplates role = (message, input) -> at.ask("store", store, message);

        at.call((message, input) -> at.askRole("other", role, message), "hen");

        assertThat(at.decisions.next().situation().inner())
                .extracting(InnerCall::target)
                .containsExactly("other");
        assertThat(at.decisions.isEmpty()).isTrue();
    }

    @Test
    void keepsWhatOthersThrew() throws Throwable {
        FailureTemplates other = (message, input) -> {
            throw new IllegalStateException("no egg");
        };

        assertThatThrownBy(() -> at.call((message, input) -> at.ask("store", other, message), "hen"))
                .hasMessage("no egg");

        assertThat(at.decisions.next().situation().inner())
                .extracting(InnerCall::output)
                .containsExactly("{\"thrown\":\"java.lang.IllegalStateException: no egg\"}");
    }

    @Test
    void stopsTheClockDuringARecordedCall() throws Throwable {
        Clock seen = new RecordedClock(at.recorder, at.clock);
        List<Instant> instants = new ArrayList<>();

        at.call(
                (message, input) -> {
                    instants.add(seen.instant());
                    instants.add(seen.withZone(ZoneOffset.MAX).instant());
                    return message;
                },
                "hen");

        assertThat(instants).containsExactly(Recording.NOON, Recording.NOON);
        assertThat(seen.instant()).isEqualTo(Recording.NOON.plusSeconds(1));
        assertThat(seen.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(seen.withZone(ZoneOffset.MAX).getZone()).isEqualTo(ZoneOffset.MAX);
    }

    @Test
    void drawsNumbersFromTheSeedOfTheCallAndNotFromThatOfOthers() throws Throwable {
        RandomGenerator seen = RecordedRandom.of(at.recorder);
        List<Integer> drawn = new ArrayList<>();
        FailureTemplates other = (message, input) -> String.valueOf(seen.nextInt());

        at.call(
                (message, input) -> {
                    drawn.add(seen.nextInt(1_000));
                    at.ask("store", other, message);
                    drawn.add(seen.nextInt(1_000));
                    return message;
                },
                "hen");

        SplittableRandom expected = new SplittableRandom(42);
        assertThat(drawn).containsExactly(expected.nextInt(1_000), expected.nextInt(1_000));
        assertThat(seen.nextInt(5)).isBetween(0, 4);
    }

    @Test
    void forgetsTheCallOnItsThread() throws Throwable {
        at.call((message, input) -> message, "hen");

        assertThat(at.recorder.current()).isNull();
        assertThat(at.recorder.concerned(2)).isTrue();
        at.recorder.decisions(null);
        assertThat(at.recorder.concerned(2)).isFalse();
    }

    @Test
    void givesEachDecisionAnIdThatSortsByTime() throws Throwable {
        at.call((message, input) -> message, "first");
        at.call((message, input) -> message, "second");

        assertThat(at.decisions.next().id()).isLessThan(at.decisions.next().id());
    }

    @Test
    void letsNobodyBeAskedWhileAQuestionIsAlone() throws Throwable {
        List<String> told = new ArrayList<>();
        FailureTemplates service = (message, tool) -> {
            told.add(message);
            return message;
        };

        assertThatThrownBy(
                        () -> at.recorder.still(Recording.NOON, 1, true, () -> at.ask("store", service, "write this")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("store");
        assertThatThrownBy(() -> at.recorder.still(Recording.NOON, 1, true, () -> {
                    try {
                        return at.ask("store", service, "write this");
                    } catch (IllegalStateException swallowed) {
                        return "as if nothing had been";
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(told).isEmpty();

        assertThat(at.recorder.still(Recording.NOON, 1, false, () -> at.ask("store", service, "read")))
                .isEqualTo("read");
        assertThat(at.ask("store", service, "after")).isEqualTo("after");
        assertThat(told).containsExactly("read", "after");
    }
}
