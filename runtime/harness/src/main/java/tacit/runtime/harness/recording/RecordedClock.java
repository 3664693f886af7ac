package tacit.runtime.harness.recording;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The clock that providers see: it stands still during a recorded call. Thread-safe. */
final class RecordedClock extends Clock {

    private final Recorder recorder;
    private final Clock clock;

    RecordedClock(Recorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new RecordedClock(recorder, clock.withZone(zone));
    }

    @Override
    public Instant instant() {
        RecordedCall call = recorder.current();
        return call == null ? clock.instant() : call.clock();
    }
}
