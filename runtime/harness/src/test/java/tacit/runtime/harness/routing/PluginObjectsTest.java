package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.learn.FailureDetector;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.runtime.harness.recording.QueuedDecisions;
import tacit.runtime.testkit.BundleJar;

/** What a plugin answers or throws is text before its call ends: nothing of it waits for the writer. */
class PluginObjectsTest {

    private static final String ROLE = "failure-detector/hen";
    private static final RecordedTrace TRACE =
            new RecordedTrace(Trace.builder("t1").build(), List.of());

    private final QueuedDecisions decisions = new QueuedDecisions();
    private final CountDownLatch leave = decisions.block();
    private final Barn barn = new Barn(Clock.systemUTC(), new RouterSettings(1, 0, 10_000, 100, 1));
    private FailureDetector detector;

    @BeforeEach
    void begin() throws InterruptedException {
        barn.router.decisions(decisions);
        barn.activate(1, ROLE, "A", detector());
        detector = (FailureDetector) Objects.requireNonNull(barn.router.facade(ROLE));
        detector.name();
        decisions.awaitBlocked();
    }

    @AfterEach
    void stop() {
        leave.countDown();
        barn.close();
    }

    @Test
    void writesAnObjectOfThePluginAtOnce() {
        assertThat(detector.detect(TRACE)).hasSize(1);
        detector.name();
        assertThat(detector.detect(TRACE)).hasSize(2);
        leave.countDown();

        assertThat(decisions.next().output()).isEqualTo("\"hen\"");
        assertThat(decisions.next().output()).containsOnlyOnce("because");
    }

    @Test
    void writesAnExceptionOfThePluginAtOnce() {
        detector.name();
        assertThatThrownBy(() -> detector.name()).hasMessage("words of 3");
        assertThatThrownBy(() -> detector.name()).hasMessage("words of 4");
        leave.countDown();

        assertThat(decisions.next().output()).isEqualTo("\"hen\"");
        assertThat(decisions.next().output()).isEqualTo("\"hen\"");
        assertThat(decisions.next().output()).isEqualTo("{\"thrown\":\"hen.Strange: words of 3\"}");
    }

    private static BundleJar detector() {
        return BundleJar.named("hen.detector", "1.0.0")
                .provider(ROLE, FailureDetector.class, "hen.Detector")
                .source("hen.Strange", """
                        package hen;
                        public final class Strange extends RuntimeException {
                            static int asked;
                            @Override public String getMessage() { return "words of " + asked; }
                        }
                        """)
                .source("hen.Detector", """
                        package hen;
                        import tacit.api.learn.*;
                        public final class Detector implements FailureDetector {
                            static final class Own extends java.util.ArrayList<Finding> {}
                            private final Own found = new Own();
                            @Override public String name() {
                                Strange.asked++;
                                if (Strange.asked > 2) {
                                    throw new Strange();
                                }
                                found.add(new Finding(null, "hen", FailureClass.values()[0], Severity.values()[0], 1,
                                        "because", "hen", null));
                                return "hen";
                            }
                            @Override public java.util.List<Finding> detect(tacit.api.trace.RecordedTrace trace) {
                                return found;
                            }
                        }
                        """);
    }
}
