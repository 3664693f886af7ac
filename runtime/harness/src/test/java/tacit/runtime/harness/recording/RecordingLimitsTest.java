package tacit.runtime.harness.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.learn.FailureTemplates;

/** Which calls are not recorded. */
class RecordingLimitsTest {

    private final Recording at = new Recording();

    @AfterEach
    void stop() {
        at.recorder.close();
    }

    @Test
    void recordsOneOfSoMany() {
        at.recorder.close();
        at.recorder = at.recorder(new RecordingRules(3, 10_000, 10));

        assertThat(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L).stream().filter(at.recorder::concerned))
                .containsExactly(1L, 4L, 7L);
    }

    @Test
    void recordsNothingWithoutALog() {
        at.recorder.decisions(null);

        assertThat(at.recorder.concerned(1)).isFalse();
    }

    @Test
    void recordsNothingWhereNothingShallBeRecorded() {
        at.recorder.close();
        at.recorder = at.recorder(RecordingRules.none());

        assertThat(at.recorder.concerned(1)).isFalse();
    }

    @Test
    void dropsWhatIsTooLarge() throws Throwable {
        at.recorder.close();
        at.recorder = at.recorder(new RecordingRules(1, 20, 10));

        at.call((message, input) -> message, "a hen that is much too large");
        at.call((message, input) -> message, "hen");

        assertThat(at.decisions.next().situation().inputs()).contains("\"hen\"");
        assertThat(at.recorder.dropped()).isEqualTo(1);
    }

    @Test
    void dropsWhatDoesNotFitIntoTheQueue() throws Throwable {
        at.recorder.close();
        at.recorder = at.recorder(new RecordingRules(1, 10_000, 1));
        CountDownLatch leave = at.decisions.block();
        at.call((message, input) -> message, "first");
        at.decisions.awaitBlocked();

        at.call((message, input) -> message, "second");
        at.call((message, input) -> message, "third");

        assertThat(at.recorder.dropped()).isEqualTo(1);
        leave.countDown();
        assertThat(at.decisions.next().output()).isEqualTo("\"first\"");
        assertThat(at.decisions.next().output()).isEqualTo("\"second\"");
    }

    @Test
    void makesACallThatCannotBeRecorded() throws Throwable {
        Recording.Barn barn = thread -> "open";
        Method open = Recording.method(Recording.Barn.class, "open");

        assertThat(at.recorder.call(Recording.SUBJECT, 1, barn, open, new Object[] {Thread.currentThread()}))
                .isEqualTo("open");

        assertThat(at.recorder.dropped()).isEqualTo(1);
    }

    @Test
    void dropsACallThatAskedWhatCannotBeRecorded() throws Throwable {
        Recording.Barn barn = thread -> "open";
        Method open = Recording.method(Recording.Barn.class, "open");

        at.call((message, input) -> at.inner("barn", barn, open, Thread.currentThread()), "hen");

        assertThat(at.recorder.dropped()).isEqualTo(1);
    }

    @Test
    void dropsACallThatAskedWithoutEnd() throws Throwable {
        FailureTemplates other = (message, input) -> message;

        at.call(
                (message, input) -> {
                    for (int i = 0; i < 1_001; i++) {
                        at.ask("store", other, message);
                    }
                    return message;
                },
                "hen");

        assertThat(at.recorder.dropped()).isEqualTo(1);
    }
}
