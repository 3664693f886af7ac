package tacit.runtime.harness.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same with many things on a few threads, which end with it: a start must not leave cores idle. */
final class ManyHands {

    private static final int MOST = 4;

    private ManyHands() {}

    /**
     * What came of each, in their order; all are done when it answers.
     *
     * @throws RuntimeException what the first of them threw
     */
    static <T, R> List<R> each(List<T> things, Function<T, R> work) {
        ExecutorService hands = Executors.newFixedThreadPool(
                Math.min(MOST, Runtime.getRuntime().availableProcessors()), ManyHands::hand);
        List<CompletableFuture<R>> begun = new ArrayList<>();
        try {
            things.forEach(thing -> begun.add(CompletableFuture.supplyAsync(() -> work.apply(thing), hands)));
            CompletableFuture.allOf(begun.toArray(CompletableFuture<?>[]::new)).join();
            return begun.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        } finally {
            hands.shutdown();
        }
    }

    private static Thread hand(Runnable work) {
        Thread thread = new Thread(work, "tacit-start");
        thread.setDaemon(true);
        return thread;
    }
}
