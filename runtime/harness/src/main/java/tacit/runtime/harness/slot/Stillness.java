package tacit.runtime.harness.slot;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Lets what is asked see one time and one seed, so that the same question can be asked twice. */
@FunctionalInterface
public interface Stillness {

    /** Makes a call on this thread, and answers its answer. */
    String hold(Instant time, long seed, Callable<String> call) throws Exception;
}
