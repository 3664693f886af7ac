package tacit.runtime.harness.facade;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import tacit.api.generation.Artifact;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.harness.recording.Recorder;
import tacit.runtime.harness.recording.RecordingRules;

/** Seats and facades for tests that need no framework. */
public final class Hens {

    public static final String ROLE = "failure-template";

    private static final @Nullable Bundle NONE = null;

    private Hens() {}

    /** Facades that record and time nothing. */
    public static Facades facades() {
        return new Facades(new Recorder(RecordingRules.none(), Clock.systemUTC(), new JsonCalls(), () -> 1), 0);
    }

    public static Seat seat(FailureTemplates service) {
        return seat(ROLE, service);
    }

    public static Seat seat(String role, FailureTemplates service) {
        return new Seat(role, FailureTemplates.class, artifact("1.0.0"), "A", service, NONE);
    }

    public static Artifact artifact(String version) {
        return new Artifact("hen.house", version, "0".repeat(64));
    }

    public static Retirement flip(Facades facades, long generation, Seat... seats) {
        List<Seat> all = Arrays.asList(seats);
        return facades.install(facades.prepare(generation, all));
    }
}
