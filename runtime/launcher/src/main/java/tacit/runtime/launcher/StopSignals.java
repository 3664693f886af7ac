package tacit.runtime.launcher;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/** Turns the first signal that asks for the end into a call, on a thread of the system's. */
final class StopSignals {

    private StopSignals() {}

    /** Calls {@code stop} once, however many signals come. */
    static void handle(Runnable stop) {
        AtomicBoolean called = new AtomicBoolean();
        for (String signal : new String[] {"TERM", "INT", "HUP"}) {
            Signals.register(signal, () -> {
                if (called.compareAndSet(false, true)) {
                    stop.run();
                }
            });
        }
    }
}
