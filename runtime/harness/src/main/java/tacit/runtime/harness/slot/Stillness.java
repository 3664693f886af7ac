package tacit.runtime.harness.slot;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Lets what is asked see one time and one seed, so that the same question can be asked twice. */
@FunctionalInterface
public interface Stillness {

    /**
     * Makes a call on this thread, and answers its answer.
     *
     * @param alone whether nobody else may be asked meanwhile: what a question did not ask when it was recorded, it must not do now
     * @throws IllegalStateException when it is alone and asks others; they were not told
     */
    String hold(Instant time, long seed, boolean alone, Callable<String> call) throws Exception;
}
