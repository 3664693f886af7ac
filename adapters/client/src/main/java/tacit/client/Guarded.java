package tacit.client;

import java.util.function.Supplier;

/** Calls Tacit; where that fails, tells the listener and either goes on with nothing or throws. Thread-safe. */
final class Guarded {

    private final TacitListener listener;
    private final boolean failOpen;

    Guarded(TacitListener listener, boolean failOpen) {
        this.listener = listener;
        this.failOpen = failOpen;
    }

    <T> T call(String operation, T nothing, Supplier<T> work) {
        try {
            return work.get();
        } catch (TacitException e) {
            return failed(operation, nothing, e);
        } catch (RuntimeException e) {
            return failed(operation, nothing, new TacitException("Cannot " + operation + ": " + e.getMessage(), e));
        }
    }

    private <T> T failed(String operation, T nothing, TacitException why) {
        tell(() -> listener.failed(operation, why));
        if (failOpen) {
            return nothing;
        }
        throw why;
    }

    /** Tells that a trace was not sent; nobody waits for that who could be thrown at. */
    void unsent(TacitException why) {
        tell(() -> listener.failed("report", why));
    }

    void dropped(long total) {
        tell(() -> listener.dropped(total));
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // nothing is printed: a listener that fails harms nobody
    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            // Whoever listens must not break the agent
        }
    }
}
