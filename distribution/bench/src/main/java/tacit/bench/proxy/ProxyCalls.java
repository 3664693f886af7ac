package tacit.bench.proxy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tacit.api.generation.Artifact;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.learn.FailureTemplates;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.harness.facade.Facades;
import tacit.runtime.harness.facade.Seat;
import tacit.runtime.harness.recording.Recorder;
import tacit.runtime.harness.recording.RecordingRules;
import tacit.runtime.harness.routing.RouterSettings;

/** One provider that answers at once: called directly, and through facades that record some or all of the calls. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProxyCalls {

    private static final String ROLE = "failure-template";

    private final String message = "hen 12 is missing";
    private final String input = "SELECT hen";
    private final FailureTemplates direct = (words, call) -> words;
    private Recorder usual = recorder(RouterSettings.standard().decisionsOneOf());
    private Recorder all = recorder(1);
    private FailureTemplates facade = facade(usual);
    private FailureTemplates recording = facade(all);

    /** Sends decisions to a log, so that recording does all its work. */
    @Setup
    public void record() {
        usual.decisions(new CountingLog());
        all.decisions(new CountingLog());
    }

    @TearDown
    public void close() {
        usual.close();
        all.close();
    }

    @Benchmark
    public String direct() {
        return direct.template(message, input);
    }

    /** As the host is set: one call of a hundred is recorded, one of 64 is timed. */
    @Benchmark
    public String facade() {
        return facade.template(message, input);
    }

    /** Every call is recorded; those that the queue of the recorder cannot take are recorded and dropped. */
    @Benchmark
    public String recorded() {
        return recording.template(message, input);
    }

    private static Recorder recorder(int oneOf) {
        RouterSettings settings = RouterSettings.standard();
        RecordingRules rules = new RecordingRules(oneOf, settings.maxRecorded(), settings.recordingQueue());
        return new Recorder(rules, Clock.systemUTC(), new JsonCalls(), () -> 1);
    }

    private FailureTemplates facade(Recorder recorder) {
        Facades facades = new Facades(recorder, RouterSettings.standard().timingsOneOf());
        FailureTemplates made = facades.facade(ROLE, FailureTemplates.class);
        Artifact artifact = new Artifact("tacit.bench", "1.0.0", "0".repeat(64));
        Seat seat = new Seat(ROLE, FailureTemplates.class, artifact, "A", direct, null);
        facades.install(facades.prepare(1, List.of(seat)));
        return made;
    }

    /** Takes every decision and keeps none. */
    private static final class CountingLog implements DecisionLog {

        private final AtomicLong taken = new AtomicLong();

        @Override
        public boolean offer(Decision decision) {
            taken.incrementAndGet();
            return true;
        }

        @Override
        public Page<Decision> list(String role, PageRequest page) {
            return new Page<>(List.of(), 0, 0);
        }

        @Override
        public Optional<Decision> find(String id) {
            return Optional.empty();
        }

        @Override
        public long dropped() {
            return 0;
        }
    }
}
