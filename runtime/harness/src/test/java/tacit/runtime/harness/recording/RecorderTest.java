package tacit.runtime.harness.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.calls.JsonCalls;

class RecorderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Subject SUBJECT = new Subject("failure-template", "a".repeat(64), 7);
    private static final Method TEMPLATE = method(FailureTemplates.class, "template");

    private final QueuedDecisions decisions = new QueuedDecisions();
    private final TickingClock clock = new TickingClock();
    private Recorder recorder = recorder(new RecordingRules(1, 10_000, 10));

    @AfterEach
    void stop() {
        recorder.close();
    }

    @Test
    void recordsWhatIsNeededToAskAgain() throws Throwable {
        assertThat(call((message, input) -> "[" + message + "]", "hen")).isEqualTo("[hen]");

        Decision decision = decisions.next();
        assertThat(decision.situation().role()).isEqualTo("failure-template");
        assertThat(decision.situation().method()).isEqualTo("template(String,String)");
        assertThat(decision.situation().inputs()).isEqualTo("[\"hen\",null]");
        assertThat(decision.situation().clock()).isEqualTo(NOON);
        assertThat(decision.situation().seed()).isEqualTo(42);
        assertThat(decision.output()).isEqualTo("\"[hen]\"");
        assertThat(decision.providerSha256()).isEqualTo("a".repeat(64));
        assertThat(decision.generation()).isEqualTo(7);
        assertThat(decision.took()).isPositive();
    }

    @Test
    void namesTheFamilyOfARole() throws Throwable {
        FailureTemplates target = (message, input) -> message;
        recorder.call(new Subject("trace-source/hen", "a".repeat(64), 1), 1, target, TEMPLATE, arguments("hen"));

        assertThat(decisions.next().situation().role()).isEqualTo("trace-source");
    }

    @Test
    void recordsWhatWasThrownAndThrowsIt() {
        IllegalStateException failure = new IllegalStateException("no hen");

        assertThatThrownBy(() -> call(
                        (message, input) -> {
                            throw failure;
                        },
                        "hen"))
                .isSameAs(failure);

        assertThat(decisions.next().output()).isEqualTo("{\"thrown\":\"java.lang.IllegalStateException: no hen\"}");
    }

    @Test
    void recordsOneOfSoMany() {
        recorder.close();
        recorder = recorder(new RecordingRules(3, 10_000, 10));

        assertThat(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L).stream().filter(recorder::concerned))
                .containsExactly(1L, 4L, 7L);
    }

    @Test
    void recordsNothingWithoutALog() {
        recorder.decisions(null);

        assertThat(recorder.concerned(1)).isFalse();
    }

    @Test
    void recordsNothingWhereNothingShallBeRecorded() {
        recorder.close();
        recorder = recorder(RecordingRules.none());

        assertThat(recorder.concerned(1)).isFalse();
    }

    @Test
    void keepsWhatWasAskedOfOthers() throws Throwable {
        FailureTemplates other = (message, input) -> "<" + message + ">";

        call((message, input) -> ask("store", other, message) + ask("store", other, "egg"), "hen");

        assertThat(decisions.next().situation().inner())
                .containsExactly(
                        new InnerCall("store", "template(String,String)", "[\"hen\",null]", "\"<hen>\""),
                        new InnerCall("store", "template(String,String)", "[\"egg\",null]", "\"<egg>\""));
    }

    @Test
    void keepsOtherRolesAskedInsideButNotWhatTheyAsk() throws Throwable {
        FailureTemplates store = (message, input) -> "<" + message + ">";
        FailureTemplates role = (message, input) -> ask("store", store, message);

        call((message, input) -> askRole("other", role, message), "hen");

        assertThat(decisions.next().situation().inner())
                .extracting(InnerCall::target)
                .containsExactly("other");
        assertThat(decisions.isEmpty()).isTrue();
    }

    @Test
    void keepsWhatOthersThrew() throws Throwable {
        FailureTemplates other = (message, input) -> {
            throw new IllegalStateException("no egg");
        };

        assertThatThrownBy(() -> call((message, input) -> ask("store", other, message), "hen"))
                .hasMessage("no egg");

        assertThat(decisions.next().situation().inner())
                .extracting(InnerCall::output)
                .containsExactly("{\"thrown\":\"java.lang.IllegalStateException: no egg\"}");
    }

    @Test
    void stopsTheClockDuringARecordedCall() throws Throwable {
        Clock seen = new RecordedClock(recorder, clock);
        List<Instant> instants = new ArrayList<>();

        call(
                (message, input) -> {
                    instants.add(seen.instant());
                    instants.add(seen.withZone(ZoneOffset.MAX).instant());
                    return message;
                },
                "hen");

        assertThat(instants).containsExactly(NOON, NOON);
        assertThat(seen.instant()).isEqualTo(NOON.plusSeconds(1));
        assertThat(seen.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(seen.withZone(ZoneOffset.MAX).getZone()).isEqualTo(ZoneOffset.MAX);
    }

    @Test
    void drawsNumbersFromTheSeedOfTheCallAndNotFromThatOfOthers() throws Throwable {
        RandomGenerator seen = RecordedRandom.of(recorder);
        List<Integer> drawn = new ArrayList<>();
        FailureTemplates other = (message, input) -> String.valueOf(seen.nextInt());

        call(
                (message, input) -> {
                    drawn.add(seen.nextInt(1_000));
                    ask("store", other, message);
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
        call((message, input) -> message, "hen");

        assertThat(recorder.current()).isNull();
        assertThat(recorder.concerned(2)).isTrue();
        recorder.decisions(null);
        assertThat(recorder.concerned(2)).isFalse();
    }

    @Test
    void dropsWhatIsTooLarge() throws Throwable {
        recorder.close();
        recorder = recorder(new RecordingRules(1, 20, 10));

        call((message, input) -> message, "a hen that is much too large");
        call((message, input) -> message, "hen");

        assertThat(decisions.next().situation().inputs()).contains("\"hen\"");
        assertThat(recorder.dropped()).isEqualTo(1);
    }

    @Test
    void dropsWhatDoesNotFitIntoTheQueue() throws Throwable {
        recorder.close();
        recorder = recorder(new RecordingRules(1, 10_000, 1));
        CountDownLatch leave = decisions.block();
        call((message, input) -> message, "first");
        decisions.awaitBlocked();

        call((message, input) -> message, "second");
        call((message, input) -> message, "third");

        assertThat(recorder.dropped()).isEqualTo(1);
        leave.countDown();
        assertThat(decisions.next().output()).isEqualTo("\"first\"");
        assertThat(decisions.next().output()).isEqualTo("\"second\"");
    }

    @Test
    void makesACallThatCannotBeRecorded() throws Throwable {
        Barn barn = thread -> "open";
        Method open = method(Barn.class, "open");

        assertThat(recorder.call(SUBJECT, 1, barn, open, new Object[] {Thread.currentThread()}))
                .isEqualTo("open");

        assertThat(recorder.dropped()).isEqualTo(1);
    }

    @Test
    void dropsACallThatAskedWhatCannotBeRecorded() throws Throwable {
        Barn barn = thread -> "open";
        Method open = method(Barn.class, "open");

        call((message, input) -> inner("barn", barn, open, Thread.currentThread()), "hen");

        assertThat(recorder.dropped()).isEqualTo(1);
    }

    @Test
    void dropsACallThatAskedWithoutEnd() throws Throwable {
        FailureTemplates other = (message, input) -> message;

        call(
                (message, input) -> {
                    for (int i = 0; i < 1_001; i++) {
                        ask("store", other, message);
                    }
                    return message;
                },
                "hen");

        assertThat(recorder.dropped()).isEqualTo(1);
    }

    @Test
    void givesEachDecisionAnIdThatSortsByTime() throws Throwable {
        call((message, input) -> message, "first");
        call((message, input) -> message, "second");

        assertThat(decisions.next().id()).isLessThan(decisions.next().id());
    }

    private Recorder recorder(RecordingRules rules) {
        Recorder made = new Recorder(rules, clock, new JsonCalls(), () -> 42);
        made.decisions(decisions);
        return made;
    }

    private Object call(FailureTemplates target, String message) throws Throwable {
        return recorder.call(SUBJECT, 1, target, TEMPLATE, arguments(message));
    }

    private String ask(String name, FailureTemplates target, String message) {
        return inner(name, target, TEMPLATE, message, null);
    }

    private String askRole(String role, FailureTemplates target, String message) {
        try {
            return (String)
                    recorder.call(new Subject(role, "b".repeat(64), 7), 2, target, TEMPLATE, arguments(message));
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private String inner(String name, Object target, Method method, Object... arguments) {
        try {
            return (String) recorder.inner(name, target, method, arguments);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    private static Object[] arguments(String message) {
        return new Object[] {message, null};
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A service whose calls cannot be recorded. */
    public interface Barn {

        String open(Thread thread);
    }

    /** Goes on by a second each time it is looked at. */
    private static final class TickingClock extends Clock {

        private Instant next = NOON;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return Clock.fixed(next, zone);
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = next.plus(Duration.ofSeconds(1));
            return now;
        }
    }
}
