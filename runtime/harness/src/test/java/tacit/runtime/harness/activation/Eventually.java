package tacit.runtime.harness.activation;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does, however long that takes within reason. */
final class Eventually {

    private static final Duration REASON = Duration.ofSeconds(30);

    private Eventually() {}

    static void becomes(BooleanSupplier state) {
        long deadline = System.nanoTime() + REASON.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not become so within " + REASON);
            }
            Thread.onSpinWait();
        }
    }
}
